import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useView } from '../../data/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { fileSize } from '../../ui/file-size.ts'
import { Card } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { AccountsCard } from './accounts-card.tsx'
import { ChoicesCard } from './choices-card.tsx'
import { ColumnsCard } from './columns-card.tsx'
import { FirstRows } from './first-rows.tsx'
import { accountsOfFile, placesOf, type Places } from './file-accounts.ts'
import styles from './import.module.css'
import type { Plan } from './import-state.ts'
import { RememberFields } from './remember-fields.tsx'
import { usePreview } from './use-preview.ts'
import { useRemember } from './use-remember.ts'

type PreviewStepProps = {
  readonly plan: Plan
  readonly failure: string | undefined
  readonly onBack: () => void
  readonly onReview: (plan: Plan) => void
}

/** How a file is read, with what comes of it in sight, and which accounts it is of. */
export function PreviewStep(props: PreviewStepProps) {
  const { plan, onBack, onReview } = props
  const { t, locale } = useWords()
  const lookups = useView({ view: 'lookups' })
  const { file } = plan
  const preview = usePreview(plan)
  const { looked, choices, choose } = preview
  const [chosen, setChosen] = useState<Places>(plan.accounts)
  const accounts = accountsOfFile(looked)
  const places = placesOf(accounts, chosen, looked.known)
  const remember = useRemember(looked, file.name)
  const failure = preview.failure ?? props.failure
  const hasRows = looked.rows.length > 0
  const hasPlace = accounts.length === 0 || Object.keys(places).length > 0
  // What we wrote leaves nothing to guess.
  const isOurs = looked.format === 'ourmoney'

  function place(next: Places) {
    setChosen(next)
    const nextPlaces = placesOf(accounts, next, looked.known)
    const currencyOf = (id: string | undefined) =>
      lookups?.accounts.find(({ _id }) => _id === id)?.currency
    const isOther = accounts.some(
      ({ key }) => currencyOf(nextPlaces[key]) !== currencyOf(places[key]),
    )
    preview.place(nextPlaces, isOther)
  }

  async function goOn() {
    const kept = isOurs ? { profile: undefined } : await remember.save(places)
    if (kept === undefined) return
    // Back from the review it is the same profile, not one more.
    const { profile } = kept
    onReview({ file, looked: { ...looked, profile }, accounts: places })
  }

  return (
    <>
      <header className={styles['head']}>
        <h1 dir="auto">{file.name}</h1>
        <p>
          {t('imports.kind', {
            format: t(`imports.format_${looked.format}`),
            size: fileSize(file.size, locale),
          })}
        </p>
      </header>
      {looked.profile !== undefined && (
        <Notice>
          {t('imports.followsProfile', { name: looked.profile.name })}
        </Notice>
      )}
      {failure !== undefined && <Notice isBad>{failure}</Notice>}
      {isOurs && <Notice>{t('imports.oursNote')}</Notice>}
      {accounts.length > 0 && (
        <AccountsCard
          accounts={accounts}
          places={places}
          chosen={chosen}
          looked={looked}
          lookups={lookups}
          onChange={place}
        />
      )}
      <FirstRows looked={looked} />
      {looked.table !== undefined && (
        <ColumnsCard table={looked.table} choices={choices} onChoose={choose} />
      )}
      {!isOurs && (
        <>
          <ChoicesCard looked={looked} choices={choices} onChoose={choose} />
          <Card>
            <RememberFields remember={remember} />
          </Card>
        </>
      )}
      <footer className={styles['next']}>
        <Button onPress={onBack}>
          <IconArrowLeft size={18} aria-hidden />
          {t('common.back')}
        </Button>
        <Button
          kind="primary"
          isDisabled={!hasRows || !hasPlace || preview.isLooking}
          onPress={() => void goOn()}
        >
          {t('imports.review')}
          <IconArrowRight size={18} aria-hidden />
        </Button>
      </footer>
    </>
  )
}
