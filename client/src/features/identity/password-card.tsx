import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card, CardLine } from '../../ui/page.tsx'
import { useWords } from '../../words/words.ts'
import { PasswordDialog } from './password-dialog.tsx'

type PasswordCardProps = { readonly onChanged: () => void }

export function PasswordCard({ onChanged }: PasswordCardProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <Card title={t('signIn.password')}>
      <CardLine
        title={t('identity.passwordTitle')}
        note={t('identity.endsOthers')}
      >
        <Button onPress={() => setOpen(true)}>
          {t('identity.changePassword')}
        </Button>
      </CardLine>
      {isOpen && (
        <PasswordDialog onChanged={onChanged} onClose={() => setOpen(false)} />
      )}
    </Card>
  )
}
