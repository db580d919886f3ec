import { IconArrowLeft, IconChecks } from '@tabler/icons-react'
import { useState } from 'react'
import type { Review, ReviewRow } from '../../data/statements.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { useIsDesk } from '../../ui/use-media.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useStable } from '../../ui/use-stable.ts'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'
import type { Plan } from './import-state.ts'
import { MendDialog } from './mend-dialog.tsx'
import { OfferRule, type Correction } from './offer-rule.tsx'
import { ReviewList } from './review-list.tsx'
import { ReviewSums } from './review-sums.tsx'
import type { RowActs } from './review-row.tsx'
import { SelectBar } from './select-bar.tsx'
import { StateTabs } from './state-tabs.tsx'
import { useImportNames } from './use-import-names.ts'
import { useReview } from './use-review.ts'

type ReviewStepProps = {
  readonly plan: Plan
  readonly review: Review
  readonly failure: string | undefined
  readonly onBack: () => void
  readonly onBringIn: () => void
}

/** Every row of a file and what it is to the ledger, before any of it is written. */
export function ReviewStep(props: ReviewStepProps) {
  const { plan, review, onBack, onBringIn } = props
  const { t } = useWords()
  const isDesk = useIsDesk()
  const names = useImportNames()
  const reviewing = useReview(review)
  const { counts, shown } = reviewing
  const failure = reviewing.failure ?? props.failure
  const [active, setActive] = useState(-1)
  const [mended, setMended] = useState<ReviewRow>()
  const [choosing, setChoosing] = useState<number>()
  const [selected, setSelected] = useState<ReadonlySet<number>>()
  const [corrected, setCorrected] = useState<Correction>()
  const activeRow = shown?.rows[active - shown.from]

  const set: RowActs['onChange'] = useStable((row, change) => {
    void reviewing.change([row.row], change)
    const { category } = change
    if (category !== undefined) setCorrected({ row, category })
  })
  const select = useStable((row: ReviewRow) => {
    setSelected(now => {
      const next = new Set(now)
      if (!next.delete(row.row)) next.add(row.row)
      return next
    })
  })

  function withActive(act: (row: ReviewRow) => void) {
    return () => {
      if (activeRow !== undefined) act(activeRow)
    }
  }
  function move(by: number) {
    setActive(now => Math.max(0, Math.min((shown?.count ?? 0) - 1, now + by)))
  }
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    t: withActive(row => set(row, { isTaken: !row.isTaken })),
    e: withActive(setMended),
    Enter: withActive(setMended),
    c: withActive(row => setChoosing(row.row)),
    s: withActive(row => {
      const category = row.suggestion?.category
      if (category !== undefined) set(row, { category })
    }),
    x: withActive(select),
    Escape: () => {
      setChoosing(undefined)
      setSelected(undefined)
    },
  })

  return (
    <>
      <header className={styles['head']}>
        <h1 dir="auto">{t('imports.reviewTitle', { name: plan.file.name })}</h1>
      </header>
      {failure !== undefined && <Notice isBad>{failure}</Notice>}
      {review.isAsLeft && <Notice>{t('imports.asLeft')}</Notice>}
      {review.broughtInBefore && (
        <Notice>{t('imports.broughtInBefore')}</Notice>
      )}
      {counts.pending > 0 && (
        <Notice>{t('imports.pending', { count: counts.pending })}</Notice>
      )}
      <ReviewSums counts={counts} names={names} />
      <StateTabs
        counts={counts}
        state={reviewing.state}
        onChange={next => {
          reviewing.show(next)
          setActive(-1)
          setSelected(undefined)
        }}
      >
        <div className={styles['tools']}>
          {isDesk && <small>{t('imports.keys')}</small>}
          <Button
            kind="plain"
            onPress={() =>
              setSelected(now => (now === undefined ? new Set() : undefined))
            }
          >
            <IconChecks size={18} aria-hidden />
            {t(
              selected === undefined
                ? 'imports.selectMany'
                : 'imports.endSelect',
            )}
          </Button>
        </div>
        {shown !== undefined && shown.count === 0 && (
          <p className={styles['none']}>{t('imports.emptyTab')}</p>
        )}
        {shown !== undefined && (
          <ReviewList
            shown={shown}
            names={names}
            active={active}
            selected={selected}
            choosing={choosing}
            onFirst={reviewing.setFirst}
            onChange={set}
            onMend={setMended}
            onSelect={select}
            onChoose={setChoosing}
          />
        )}
      </StateTabs>
      {selected !== undefined ? (
        <SelectBar
          count={selected.size}
          all={shown?.count ?? 0}
          names={names}
          onAll={() =>
            void reviewing.withAllRows(all => setSelected(new Set(all)))
          }
          onChange={change => void reviewing.change([...selected], change)}
          onEnd={() => setSelected(undefined)}
        />
      ) : (
        <footer className={styles['next']}>
          {corrected !== undefined && (
            <OfferRule
              key={`${corrected.row.row} ${corrected.category}`}
              correction={corrected}
              names={names}
              onMade={() => {
                setCorrected(undefined)
                void reviewing.again()
              }}
            />
          )}
          <Button onPress={onBack}>
            <IconArrowLeft size={18} aria-hidden />
            {t('imports.backToReading')}
          </Button>
          <Button
            kind="primary"
            isDisabled={counts.taken === 0}
            onPress={onBringIn}
          >
            {counts.taken === 0
              ? t('imports.nothingTaken')
              : t('imports.bringIn', { count: counts.taken })}
          </Button>
        </footer>
      )}
      {mended !== undefined && (
        <MendDialog
          row={mended}
          names={names}
          onSave={change => {
            set(mended, change)
            setMended(undefined)
          }}
          onClose={() => setMended(undefined)}
        />
      )}
    </>
  )
}
