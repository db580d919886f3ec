import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Budget } from '@ourmoney/shared/budget/budget.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { useView } from '../../data/hooks.tsx'
import { AmountField } from '../../ui/amount-field.tsx'
import { Button } from '../../ui/button.tsx'
import { categoryChoices } from '../../ui/category-choices.tsx'
import { Check } from '../../ui/check.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { today } from '../../ui/dates.ts'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { Segments } from '../../ui/segments.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { weekStartIn } from '../../ui/week-start.ts'
import { useTypedAmount } from '../../words/use-typed-amount.ts'
import { useWords } from '../../words/words.ts'
import {
  budgetPeriodUnits,
  draftOfBudget,
  emptyBudget,
  readBudget,
  type BudgetDraft,
} from './budget-draft.ts'
import { budgetName } from '../../words/budget-name.ts'
import styles from './budgets.module.css'
import { usePlanActs } from './use-plan-acts.ts'

type BudgetDialogProps = {
  /** Nothing for a new one. */
  readonly edits: Budget | undefined
  /** A day of the period that a new one begins with. */
  readonly on: string
  readonly lookups: LookupsAnswer
  readonly onClose: () => void
}

export function BudgetDialog(props: BudgetDialogProps) {
  const { t } = useWords()
  return (
    <Dialog
      title={
        props.edits === undefined
          ? t('budgets.newTitle')
          : t('budgets.editTitle')
      }
      closeLabel={t('common.close')}
      isOpen
      onClose={props.onClose}
    >
      <BudgetForm {...props} />
    </Dialog>
  )
}

function BudgetForm({ edits, on, lookups, onClose }: BudgetDialogProps) {
  const { t, locale } = useWords()
  const acts = usePlanActs()
  const counting = {
    firstDay: lookups.ledger?.firstDay ?? 1,
    weekStart: weekStartIn(locale),
  }
  const [draft, setDraft] = useState(() =>
    edits === undefined
      ? emptyBudget(on, counting)
      : draftOfBudget(edits, locale, on),
  )
  const [isTried, setTried] = useState(false)
  const set = (fields: Partial<BudgetDraft>) =>
    setDraft({ ...draft, ...fields })
  const currency = edits?.currency ?? lookups.ledger?.currency ?? 'EUR'
  const amount = useTypedAmount(draft.amount, currency)
  const suggested = useSuggested(draft, currency, counting.weekStart)
  const isDated = draft.from !== ''

  async function save() {
    setTried(true)
    if (amount.minor === undefined || !isDated) return
    const fields = readBudget(draft, amount.minor, {
      currency,
      counting,
      before: edits,
    })
    const name = budgetName({ ...edits, ...fields } as Budget, lookups, t)
    const done =
      edits === undefined
        ? await acts.createBudget(fields, name)
        : await acts.editBudget(edits, fields, name)
    if (done !== undefined) onClose()
  }

  return (
    <DialogForm onSubmit={() => void save()}>
      <CategoriesField draft={draft} lookups={lookups} onChange={set} />
      <Segments
        label={t('budgets.period')}
        value={draft.period}
        choices={budgetPeriodUnits.map(id => ({
          id,
          name: t(`budgets.period_${id}`),
        }))}
        onChange={period => set({ period })}
      />
      <AmountField
        label={`${t('common.amount')} (${currency})`}
        value={draft.amount}
        onChange={text => set({ amount: text })}
        issue={isTried ? amount.issue : undefined}
        computed={suggested.words}
      />
      {suggested.typed !== undefined && suggested.typed !== draft.amount && (
        <div className={styles['chips']}>
          <Chip onPress={() => set({ amount: suggested.typed ?? '' })}>
            {t('budgets.useIt', { amount: suggested.typed })}
          </Chip>
        </div>
      )}
      {lookups.members.length > 1 && (
        <ChoiceField
          label={t('budgets.whose')}
          value={draft.member ?? 'all'}
          choices={[
            { id: 'all', name: t('budgets.together') },
            ...lookups.members
              .filter(
                ({ _id, archived }) =>
                  archived !== true || _id === draft.member,
              )
              .map(({ _id, name }) => ({ id: _id, name })),
          ]}
          onChange={id => set({ member: id === 'all' ? undefined : id })}
        />
      )}
      <Segments
        label={t('budgets.only')}
        value={draft.isOnce ? 'once' : 'on'}
        choices={[
          { id: 'on', name: t('budgets.goesOn') },
          { id: 'once', name: t(`budgets.once_${draft.period}`) },
        ]}
        onChange={id => set({ isOnce: id === 'once' })}
      />
      {!draft.isOnce && (
        <Check
          isSelected={draft.rollover}
          onChange={rollover => set({ rollover })}
        >
          {t('budgets.rollover')}
        </Check>
      )}
      <DateField
        label={t('budgets.from')}
        value={draft.from}
        onChange={from => set({ from })}
        issue={isTried && !isDated ? t('problems.draft_no-date') : undefined}
      />
      <TextField
        label={`${t('budgets.name')} (${t('common.optional')})`}
        value={draft.name}
        onChange={name => set({ name })}
        note={t('budgets.nameNote')}
      />
      <DialogActions>
        <Button type="submit" kind="primary">
          {t('common.save')}
        </Button>
      </DialogActions>
    </DialogForm>
  )
}

type PartProps = {
  readonly draft: BudgetDraft
  readonly lookups: LookupsAnswer
  readonly onChange: (fields: Partial<BudgetDraft>) => void
}

/** One category, a group of them, or all spending. */
function CategoriesField({ draft, lookups, onChange }: PartProps) {
  const { t } = useWords()
  const { categories } = draft
  const chosen = categories.flatMap(
    id => lookups.categories.find(({ _id }) => _id === id) ?? [],
  )
  const rest = lookups.categories.filter(
    ({ _id, type, archived }) =>
      type === 'expense' && archived !== true && !categories.includes(_id),
  )
  return (
    <div className={styles['for']}>
      <ComboField
        // Anew for the next one.
        key={categories.length}
        label={
          categories.length === 0 ? t('budgets.for') : t('budgets.addCategory')
        }
        value={undefined}
        placeholder={categories.length === 0 ? t('budgets.all') : undefined}
        choices={categoryChoices(rest)}
        onChange={id => {
          if (id !== undefined) onChange({ categories: [...categories, id] })
        }}
      />
      {chosen.length > 0 && (
        <div className={styles['chips']}>
          {chosen.map(({ _id, name }) => (
            <Chip
              key={_id}
              isOn
              label={t('budgets.take', { name })}
              onPress={() =>
                onChange({ categories: categories.filter(id => id !== _id) })
              }
            >
              <span dir="auto">{name}</span>
              <IconX size={14} aria-hidden />
            </Chip>
          ))}
        </div>
      )}
    </div>
  )
}

/** What was usual so far, in words, and as it would be typed. */
function useSuggested(
  { period, categories, member }: BudgetDraft,
  currency: string,
  weekStart: number,
): { readonly words: string; readonly typed: string | undefined } {
  const { t, locale } = useWords()
  const answer = useView({
    view: 'budgetSuggestion',
    today: today(),
    weekStart,
    period,
    categories: [...categories],
    member,
    currency,
  })
  const suggestion = answer?.suggestion
  if (suggestion?.outcome !== 'suggested') {
    const words = suggestion === undefined ? '' : t('budgets.tooLittle')
    return { words, typed: undefined }
  }
  const { minor, of } = suggestion
  const amount = formatMoney(minor, currency, locale)
  return {
    words: t('budgets.suggested', { amount, count: of }),
    typed:
      minor > 0
        ? formatMoney(minor, currency, locale, { bare: true })
        : undefined,
  }
}
