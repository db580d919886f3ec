import FormDialog from './form-dialog.tsx'
import { useNames } from './use-names.ts'

type EditFormProps = {
  readonly id: string
  readonly onSaved: () => void
  readonly onClose: () => void
}

/** The form of a transaction that is there, over another screen than the list. */
export default function EditForm({ id, ...back }: EditFormProps) {
  const names = useNames()
  return (
    <FormDialog
      form={{ edit: id }}
      account={undefined}
      names={names}
      {...back}
    />
  )
}
