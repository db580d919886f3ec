import { useState } from 'react'
import type { Goal } from '@ourmoney/shared/goal/reach-goal.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { Button } from '../../ui/button.tsx'
import { categoryChoices } from '../../ui/category-choices.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { Segments } from '../../ui/segments.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useTypedAmount } from '../../words/use-typed-amount.ts'
import { useWords } from '../../words/words.ts'
import styles from './budgets.module.css'
import { usePlanActs } from './use-plan-acts.ts'

type GoalDialogProps = {
  /** Nothing for a new one. */
  readonly edits: Goal | undefined
  readonly lookups: LookupsAnswer
  readonly onClose: () => void
}

export function GoalDialog(props: GoalDialogProps) {
  const { t } = useWords()
  return (
    <Dialog
      title={
        props.edits === undefined ? t('budgets.newGoal') : t('budgets.editGoal')
      }
      closeLabel={t('common.close')}
      isOpen
      onClose={props.onClose}
    >
      <GoalForm {...props} />
    </Dialog>
  )
}

type Measure = 'account' | 'category' | 'nothing'

function GoalForm({ edits, lookups, onClose }: GoalDialogProps) {
  const { t, locale } = useWords()
  const acts = usePlanActs()
  const currency = edits?.currency ?? lookups.ledger?.currency ?? 'EUR'
  const [name, setName] = useState(edits?.name ?? '')
  const [typed, setTyped] = useState(
    edits === undefined
      ? ''
      : formatMoney(edits.targetMinor, currency, locale, { bare: true }),
  )
  const [date, setDate] = useState(edits?.date ?? '')
  const [measure, setMeasure] = useState<Measure>(measureOf(edits))
  const [account, setAccount] = useState(edits?.account)
  const [category, setCategory] = useState(edits?.category)
  const [isTried, setTried] = useState(false)
  const amount = useTypedAmount(typed, currency)
  const issues = {
    name: name.trim() === '' ? t('budgets.issue_no-name') : undefined,
    account:
      measure === 'account' && account === undefined
        ? t('budgets.issue_no-account')
        : undefined,
    category:
      measure === 'category' && category === undefined
        ? t('budgets.issue_no-category')
        : undefined,
  }

  async function save() {
    setTried(true)
    const isBad = Object.values(issues).some(issue => issue !== undefined)
    if (amount.minor === undefined || isBad) return
    const fields = {
      name: name.trim().slice(0, 120),
      targetMinor: amount.minor,
      currency,
      date: date === '' ? undefined : date,
      account: measure === 'account' ? account : undefined,
      category: measure === 'category' ? category : undefined,
    }
    const done =
      edits === undefined
        ? await acts.createGoal(fields)
        : await acts.editGoal(edits, fields)
    if (done !== undefined) onClose()
  }

  return (
    <DialogForm onSubmit={() => void save()}>
      <TextField
        label={t('recurring.name')}
        value={name}
        onChange={setName}
        issue={isTried ? issues.name : undefined}
        autoFocus
      />
      <AmountField
        label={`${t('budgets.target')} (${currency})`}
        value={typed}
        onChange={setTyped}
        issue={isTried ? amount.issue : undefined}
      />
      <DateField
        label={`${t('budgets.by')} (${t('common.optional')})`}
        value={date}
        onChange={setDate}
      />
      <div className={styles['for']}>
        <p className={styles['quiet']}>{t('budgets.measured')}</p>
        <Segments
          label={t('budgets.measured')}
          value={measure}
          choices={[
            { id: 'account', name: t('budgets.inAccount') },
            { id: 'category', name: t('budgets.inCategory') },
            { id: 'nothing', name: t('budgets.inNothing') },
          ]}
          onChange={setMeasure}
        />
      </div>
      {measure === 'account' && (
        <ComboField
          label={t('common.account')}
          value={account}
          choices={lookups.accounts
            .filter(({ _id, closed }) => closed !== true || _id === account)
            .map(each => ({ id: each._id, name: each.name }))}
          onChange={setAccount}
          issue={isTried ? issues.account : undefined}
        />
      )}
      {measure === 'category' && (
        <ComboField
          label={t('common.category')}
          value={category}
          choices={categoryChoices(
            lookups.categories.filter(
              ({ _id, type, archived }) =>
                _id === category || (type === 'expense' && archived !== true),
            ),
          )}
          onChange={setCategory}
          issue={isTried ? issues.category : undefined}
        />
      )}
      <DialogActions>
        <Button type="submit" kind="primary">
          {t('common.save')}
        </Button>
      </DialogActions>
    </DialogForm>
  )
}

function measureOf(goal: Goal | undefined): Measure {
  if (goal === undefined || goal.account !== undefined) return 'account'
  return goal.category === undefined ? 'nothing' : 'category'
}
