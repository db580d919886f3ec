import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'
import { readRuleText, ruleText, type RuleText } from './rule-draft.ts'
import type { ImportNames } from './use-import-names.ts'
import type { RuleDraft } from './use-rule-acts.ts'

type RuleDialogProps = {
  /** What it begins with. */
  readonly rule: RuleDraft | undefined
  readonly isNew: boolean
  readonly names: ImportNames
  /** Resolves with whether it was written. */
  readonly onSave: (rule: RuleDraft) => Promise<boolean>
  readonly onClose: () => void
}

/** When a rule holds, and what it sets then. */
export function RuleDialog(props: RuleDialogProps) {
  const { rule, isNew, names, onSave, onClose } = props
  const { t, locale } = useWords()
  const currency = names.lookups?.ledger?.currency ?? 'EUR'
  const money = { currency, locale }
  const [text, setText] = useState(() => ruleText(rule, money))
  const [wasTried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const read = readRuleText(text, rule, money)
  const put = (fields: Partial<RuleText>) => setText({ ...text, ...fields })
  const of = (key: keyof RuleText) => ({
    value: text[key],
    onChange: (typed: string) => put({ [key]: typed }),
  })
  const pick = (key: keyof RuleText) => ({
    value: text[key] || undefined,
    onChange: (id: string | undefined) => put({ [key]: id ?? '' }),
  })
  const payees = (names.lookups?.payees ?? [])
    .filter(each => each.archived !== true)
    .map(({ _id, name }) => ({ id: _id, name }))
  const accounts = (names.lookups?.accounts ?? []).map(({ _id, name }) => ({
    id: _id,
    name,
  }))

  async function save() {
    setTried(true)
    if (!read.ok) return
    setSaving(true)
    if (await onSave(read.value)) onClose()
    else setSaving(false)
  }

  return (
    <Dialog
      title={t(isNew ? 'imports.newRule' : 'imports.editRule')}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
      isWide
    >
      <DialogForm onSubmit={() => void save()}>
        <fieldset className={styles['part']}>
          <legend>{t('imports.when')}</legend>
          <TextField
            label={t('imports.ruleContains')}
            note={t('imports.ruleContainsNote')}
            {...of('contains')}
            autoFocus
          />
          <div className={styles['two']}>
            <ChoiceField
              label={t('imports.ruleFlow')}
              value={text.flow || 'any'}
              choices={[
                { id: 'any', name: t('imports.flow_any') },
                { id: 'out', name: t('imports.flow_out') },
                { id: 'in', name: t('imports.flow_in') },
              ]}
              onChange={id =>
                put({ flow: id === 'in' || id === 'out' ? id : '' })
              }
            />
            <div className={styles['two']}>
              <TextField
                label={t('imports.ruleFrom')}
                inputMode="decimal"
                {...of('from')}
              />
              <TextField
                label={t('imports.ruleTo')}
                inputMode="decimal"
                {...of('to')}
              />
            </div>
          </div>
          <div className={styles['two']}>
            <ComboField
              label={t('common.account')}
              choices={accounts}
              {...pick('account')}
            />
            <ComboField
              label={t('names.payee')}
              choices={payees}
              {...pick('payeeIs')}
            />
          </div>
          <TextField
            label={t('imports.rulePattern')}
            note={t('imports.rulePatternNote')}
            {...of('pattern')}
          />
        </fieldset>
        <fieldset className={styles['part']}>
          <legend>{t('imports.sets')}</legend>
          <div className={styles['two']}>
            <ComboField
              label={t('common.category')}
              choices={
                names.categories[text.flow === 'in' ? 'income' : 'expense']
              }
              {...pick('category')}
            />
            <ComboField
              label={t('imports.setPayee')}
              choices={payees}
              {...pick('payee')}
            />
            <ComboField
              label={t('common.member')}
              choices={names.members}
              {...pick('member')}
            />
            <TextField
              label={t('common.tags')}
              note={t('imports.tagsNote')}
              {...of('tags')}
            />
          </div>
          <TextField label={t('common.notes')} {...of('notes')} />
        </fieldset>
        <TextField
          label={t('imports.ruleName')}
          note={t('imports.ruleNameNote')}
          {...of('name')}
        />
        {wasTried && !read.ok && (
          <Notice isBad>{t(`imports.rule_${read.failure}`)}</Notice>
        )}
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isSaving}>
            {t('common.save')}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  )
}
