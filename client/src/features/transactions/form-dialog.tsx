import { memo } from 'react'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { useView } from '../../data/hooks.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice, Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { draftOf, emptyDraft, type Draft } from './draft.ts'
import { useGiven } from './use-given.ts'
import { TransactionForm } from './transaction-form.tsx'
import type { ListAddress } from './use-list-address.ts'
import type { Names } from './use-names.ts'

type FormDialogProps = {
  readonly form: NonNullable<ListAddress['form']>
  /** The one that is looked at. */
  readonly account: string | undefined
  readonly names: Names
  readonly onSaved?: (() => void) | undefined
  readonly onClose: () => void
}

/** The form for a new transaction, or for one that is there. */
export default memo(FormDialog)

function FormDialog(props: FormDialogProps) {
  const { form, account, names, onSaved, onClose } = props
  const { t } = useWords()
  return (
    <Dialog
      title={
        'add' in form ? t('transactions.newTitle') : t('transactions.editTitle')
      }
      closeLabel={t('common.close')}
      isOpen
      isUntitled
      onClose={onClose}
    >
      {'add' in form ? (
        <AddForm
          type={form.add}
          account={account}
          names={names}
          onClose={onClose}
        />
      ) : (
        <EditForm
          id={form.edit}
          names={names}
          onSaved={onSaved}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

type AddFormProps = Pick<FormDialogProps, 'account'> & {
  readonly type: string
  readonly names: Names
  readonly onClose: () => void
}

function AddForm({ type, account, names, onClose }: AddFormProps) {
  const { t } = useWords()
  const { lookups } = names
  const { given, key, isScan, dropOrigin } = useGiven(names)
  if (lookups === undefined) return <Waiting label={t('common.loading')} />
  const empty: Draft = {
    ...emptyDraft(type),
    account:
      account ?? lookups.accounts.find(each => each.closed !== true)?._id ?? '',
    member: lookups.me ?? '',
  }
  return (
    <TransactionForm
      key={key}
      // What was handed over keeps its text apart from what was typed before.
      form={given === undefined ? 'new' : `given-${key}`}
      empty={empty}
      given={given}
      isScan={isScan}
      names={names}
      onSaved={dropOrigin}
      onClose={onClose}
    />
  )
}

type EditFormProps = Pick<FormDialogProps, 'onSaved'> & {
  readonly id: string
  readonly names: Names
  readonly onClose: () => void
}

function EditForm({ id, names, onSaved, onClose }: EditFormProps) {
  const { t, locale } = useWords()
  const record = useView({ view: 'record', id })
  if (record === undefined || names.lookups === undefined)
    return <Waiting label={t('common.loading')} />
  if (record.isNewer) return <Notice>{t('common.newerVersion')}</Notice>
  if (record.doc?.kind !== 'transaction') {
    return <Notice>{t('transactions.gone')}</Notice>
  }
  return (
    <TransactionForm
      form={id}
      edits={record.doc}
      empty={draftOf(
        withStanding(record.doc, names.lookups.merged),
        locale,
        names.currencyOf(record.doc.toAccount),
      )}
      names={names}
      onSaved={onSaved}
      onClose={onClose}
    />
  )
}

/** With what its names stand for, where they were merged into others. */
function withStanding(
  doc: TransactionDoc,
  merged: LookupsAnswer['merged'],
): TransactionDoc {
  const standing = (id: string | undefined) => merged[id ?? ''] ?? id
  return {
    ...doc,
    category: standing(doc.category),
    payee: standing(doc.payee),
    account: standing(doc.account),
    toAccount: standing(doc.toAccount),
    splits: doc.splits?.map(part => ({
      ...part,
      category: standing(part.category),
    })),
  }
}
