import { useState } from 'react'
import { accountTypes, type Account } from '@ourmoney/shared/account/account.ts'
import {
  readAccount,
  type AccountDraft,
  type AccountFields,
} from '@ourmoney/shared/account/read-account.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { today } from '../../ui/dates.ts'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { currencyChoices } from '../../words/currency-choices.ts'
import { useWords } from '../../words/words.ts'
import { AccountIcon } from './account-icon.tsx'
import styles from './accounts.module.css'

type AccountDialogProps = {
  readonly edits?: Account | undefined
  /** Nothing is in it yet, so that its currency may be another. */
  readonly isUnused: boolean
  /** Those of the ledger, its own first. */
  readonly currencies: readonly string[]
  /** Resolves with whether it was written. */
  readonly onSave: (fields: AccountFields) => Promise<boolean>
  readonly onClose: () => void
}

/** A new account, or one that is there. */
export function AccountDialog(props: AccountDialogProps) {
  const { t } = useWords()
  return (
    <Dialog
      title={
        props.edits === undefined
          ? t('accounts.newTitle')
          : t('accounts.editTitle')
      }
      closeLabel={t('common.close')}
      isOpen
      onClose={props.onClose}
    >
      <AccountForm {...props} />
    </Dialog>
  )
}

function AccountForm(props: AccountDialogProps) {
  const { edits, isUnused, currencies, onSave, onClose } = props
  const { t, locale } = useWords()
  const [draft, setDraft] = useState(() =>
    draftOf(edits, currencies[0] ?? 'EUR', locale),
  )
  const [wasTried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const read = readAccount(draft, locale)
  const set = (fields: Partial<AccountDraft>) =>
    setDraft({ ...draft, ...fields })

  function issueOf(field: keyof AccountDraft): string | undefined {
    if (!wasTried || read.ok) return undefined
    const code = read.failure.find(each => each.field === field)?.code
    if (code === undefined) return undefined
    return code === 'no-name' || code === 'no-date'
      ? t(`accounts.issue_${code}`)
      : t(`problems.draft_${code}`)
  }

  async function save() {
    setTried(true)
    if (!read.ok) return
    setSaving(true)
    if (await onSave(read.value)) onClose()
    else setSaving(false)
  }

  const isOwed = draft.type === 'card' || draft.type === 'loan'
  return (
    <DialogForm onSubmit={() => void save()}>
      <TextField
        label={t('accounts.name')}
        value={draft.name}
        onChange={name => set({ name })}
        issue={issueOf('name')}
        autoFocus
      />
      <div className={styles['two']}>
        <ChoiceField
          label={t('common.type')}
          value={draft.type}
          choices={accountTypes.map(type => ({
            id: type,
            name: t(`accounts.type_${type}`),
            icon: <AccountIcon type={type} isBare />,
          }))}
          onChange={type => set({ type })}
        />
        {isUnused ? (
          <ComboField
            label={t('accounts.currency')}
            value={draft.currency}
            choices={currencyChoices(locale, currencies)}
            onChange={currency => set({ currency: currency ?? draft.currency })}
          />
        ) : (
          <div className={styles['fixed']}>
            <span>{t('accounts.currency')}</span>
            <strong>{draft.currency}</strong>
            <small>{t('accounts.currencyStays')}</small>
          </div>
        )}
      </div>
      <div className={styles['two']}>
        <AmountField
          label={t('accounts.opening')}
          value={draft.opening}
          onChange={opening => set({ opening })}
          issue={issueOf('opening')}
          computed={isOwed ? t('accounts.owedNote') : undefined}
        />
        {draft.opening.trim() !== '' && (
          <DateField
            label={t('accounts.openingDate')}
            value={draft.openingDate}
            onChange={openingDate => set({ openingDate })}
            issue={issueOf('openingDate')}
          />
        )}
      </div>
      <p className={styles['quiet']}>{t('accounts.openingNote')}</p>
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" isPending={isSaving}>
          {t('common.save')}
        </Button>
      </DialogActions>
    </DialogForm>
  )
}

function draftOf(
  edits: Account | undefined,
  currency: string,
  locale: string,
): AccountDraft {
  if (edits === undefined) {
    return {
      name: '',
      type: 'bank',
      currency,
      opening: '',
      openingDate: today(),
    }
  }
  const { openingMinor } = edits
  return {
    name: edits.name,
    type: edits.type,
    currency: edits.currency,
    opening:
      openingMinor === undefined
        ? ''
        : formatMoney(openingMinor, edits.currency, locale, { bare: true }),
    openingDate: edits.openingDate ?? today(),
  }
}
