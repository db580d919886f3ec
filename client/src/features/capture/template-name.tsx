import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import styles from './capture.module.css'
import { useTemplateActs, type Template } from './use-template-acts.ts'

type TemplateNameProps = {
  readonly template: Template
  readonly onDone: () => void
}

const longestName = 120

/** Gives a template another name, in its place. */
export function TemplateName({ template, onDone }: TemplateNameProps) {
  const { t } = useWords()
  const { rename } = useTemplateActs()
  const [name, setName] = useState(template.name)
  const [wasTried, setTried] = useState(false)
  const given = name.trim()
  const issue =
    given === ''
      ? t('capture.needsTemplateName')
      : given.length > longestName
        ? t('problems.draft_too-long')
        : undefined

  function submit() {
    setTried(true)
    if (issue !== undefined) return
    if (given !== template.name) void rename(template, given)
    onDone()
  }

  return (
    <form
      className={styles['rename']}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <TextField
        label={t('capture.templateName')}
        value={name}
        onChange={setName}
        issue={wasTried ? issue : undefined}
        autoFocus
      />
      <Button onPress={onDone}>{t('common.cancel')}</Button>
      <Button kind="primary" type="submit">
        {t('common.save')}
      </Button>
    </form>
  )
}
