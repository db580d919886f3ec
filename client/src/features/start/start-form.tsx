import { useState } from 'react'
import { useLedgers } from '../../data/ledgers.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { currencyChoices } from '../../words/currency-choices.ts'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import { currencyFor } from './currency-for.ts'
import styles from './start.module.css'
import { usualCategories } from '../../words/usual-categories.ts'

type StartFormProps = {
  readonly onStarted: () => void
  readonly onBack: () => void
}

export function StartForm({ onStarted, onBack }: StartFormProps) {
  const { t, locale } = useWords()
  const { start } = useLedgers()
  const problem = useProblem()
  const [memberName, setMemberName] = useState('')
  const [name, setName] = useState<string>(t('start.ledgerNameDefault'))
  const [currency, setCurrency] = useState(currencyFor(navigator.language))
  const [firstDay, setFirstDay] = useState('1')
  const [wasTried, setTried] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [isStarting, setStarting] = useState(false)

  const isNamed = memberName.trim() !== '' && name.trim() !== ''

  async function submit() {
    setTried(true)
    if (!isNamed) return
    setStarting(true)
    try {
      await start({
        name: name.trim(),
        currency,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        firstDay: Number(firstDay),
        memberName: memberName.trim(),
        accountName: t('start.purse'),
        categories: usualCategories.map(({ words, ...category }) => ({
          ...category,
          name: t(words),
        })),
      })
      onStarted()
    } catch (error) {
      setFailure(problem(error))
      setStarting(false)
    }
  }

  return (
    <section className={styles['card']}>
      <h1>{t('start.startLedger')}</h1>
      <form
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <TextField
          label={t('start.yourName')}
          note={t('start.yourNameNote')}
          value={memberName}
          onChange={setMemberName}
          autoComplete="given-name"
          issue={
            wasTried && memberName.trim() === ''
              ? t('start.needsName')
              : undefined
          }
          autoFocus
        />
        <TextField
          label={t('start.ledgerName')}
          value={name}
          onChange={setName}
          issue={
            wasTried && name.trim() === ''
              ? t('start.needsLedgerName')
              : undefined
          }
        />
        <ComboField
          label={t('start.currency')}
          value={currency}
          choices={currencyChoices(locale)}
          onChange={code => setCurrency(code ?? currency)}
        />
        <ChoiceField
          label={t('start.firstDay')}
          note={t('start.firstDayNote')}
          value={firstDay}
          choices={Array.from({ length: 31 }, (_, day) => ({
            id: String(day + 1),
            name: String(day + 1),
          }))}
          onChange={setFirstDay}
        />
        {failure !== undefined && <Notice isBad>{failure}</Notice>}
        <footer className={styles['foot']}>
          <Button kind="plain" onPress={onBack}>
            {t('common.back')}
          </Button>
          <Button kind="primary" type="submit" isPending={isStarting}>
            {t('start.create')}
          </Button>
        </footer>
      </form>
    </section>
  )
}
