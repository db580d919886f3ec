import { useNavigate } from 'react-router'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/words.ts'
import { RegisterForm } from './register-form.tsx'
import { useThen } from './use-then.ts'

/** Where a server lets anybody become a user. */
export default function RegisterPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const goOn = useThen()
  return (
    <RegisterForm
      title={t('people.registerTitle')}
      words={t('people.registerWords')}
      onRegistered={goOn}
    >
      <Button kind="plain" onPress={() => void navigate('/sign-in')}>
        {t('people.haveUser')}
      </Button>
    </RegisterForm>
  )
}
