import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { givenOf } from '@ourmoney/shared/capture/given-form.ts'
import { mostLines } from '@ourmoney/shared/capture/quick-reader.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { Button } from '../../ui/button.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './capture.module.css'
import { Examples } from './examples.tsx'
import { AddedList, LineList } from './line-list.tsx'
import { LineParts } from './line-parts.tsx'
import { quickForm } from './quick-draft.ts'
import { QuickField } from './quick-field.tsx'
import { useAddLines } from './use-add-lines.ts'
import { useQuickLines } from './use-quick-lines.ts'
import { useReadings } from './use-readings.ts'

type QuickFormProps = { readonly lookups: LookupsAnswer }

export function QuickForm({ lookups }: QuickFormProps) {
  const { t, locale } = useWords()
  const navigate = useNavigate()
  const field = useRef<HTMLTextAreaElement>(null)
  const { lines, text, type, correct, drop, restore } = useQuickLines()
  const readings = useReadings(lines, lookups)
  const [caretLine, setCaretLine] = useState(0)
  const [wasTried, setTried] = useState(false)
  const { add, added, failure } = useAddLines({ drop, restore })

  const read = readings.flatMap((reading, at) =>
    reading === undefined ? [] : [{ reading, at }],
  )
  const active = read.find(({ at }) => at === caretLine) ?? read.at(-1)
  const ready = read.filter(({ reading }) => reading.issues.length === 0)
  const isSeveral = read.length > 1
  const issue = active?.reading.issues.find(
    ({ code }) => wasTried || !unfinished.has(code),
  )

  function submit() {
    setTried(ready.length < read.length || read.length === 0)
    void add(
      ready.flatMap(({ reading, at }) => {
        const line = lines[at]
        return line === undefined ? [] : [{ line, reading }]
      }),
    )
    field.current?.focus()
  }

  function openAll() {
    if (active === undefined) return
    const { parts } = active.reading
    void navigate(`/transactions?new=${parts.type}`, {
      state: { given: givenOf(parts, locale), drops: quickForm },
    })
  }

  return (
    <div className={styles['quick']}>
      <QuickField
        text={text}
        inputRef={field}
        issue={
          read.length === 0 && wasTried
            ? t('problems.quick_empty')
            : !isSeveral && issue !== undefined
              ? t(`problems.quick_${issue.code}`)
              : undefined
        }
        onType={next => {
          setTried(false)
          type(next)
        }}
        onCaret={setCaretLine}
        onSubmit={submit}
      />
      {active === undefined ? (
        added.length === 0 && (
          <Examples
            onChoose={type}
            onTemplates={() => void navigate('?open=templates')}
          />
        )
      ) : (
        <LineParts
          key={active.at}
          reading={active.reading}
          corrections={lines[active.at]?.corrections ?? {}}
          lookups={lookups}
          onCorrect={corrections => correct(active.at, corrections)}
          onDone={() => field.current?.focus()}
        />
      )}
      {isSeveral && (
        <LineList
          lines={lines}
          readings={readings}
          lookups={lookups}
          active={active?.at ?? -1}
          onChoose={setCaretLine}
        />
      )}
      {lines.length > mostLines && (
        <Notice>
          {t('capture.waiting', { count: lines.length - mostLines })}
        </Notice>
      )}
      {failure !== undefined && <Notice isBad>{failure}</Notice>}
      {active === undefined && added.length > 0 && (
        <AddedList readings={added} lookups={lookups} />
      )}
      <DialogActions>
        <Button
          kind="plain"
          isDisabled={text === ''}
          onPress={() => {
            type(`${text}\n`)
            setCaretLine(lines.length)
            field.current?.focus()
          }}
        >
          {t('capture.nextLine')}
        </Button>
        <Button
          isDisabled={active === undefined || isSeveral}
          onPress={openAll}
        >
          {t('capture.allFields')}
        </Button>
        <Button kind="primary" onPress={submit}>
          {ready.length > 1
            ? t('capture.addMany', { count: ready.length })
            : t('capture.addOne')}
        </Button>
      </DialogActions>
    </div>
  )
}

/** Said only once somebody wanted to add it: more may be on its way. */
const unfinished: ReadonlySet<string> = new Set(['no-amount', 'no-description'])
