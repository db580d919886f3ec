import { IconArrowBackUp, IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { statementFormats } from '@ourmoney/shared/statement/statement.ts'
import { Writers } from '../../acts/may-write.tsx'
import { useView } from '../../data/hooks.tsx'
import type { BroughtInBatch } from '../../data/views/batches.ts'
import { Button } from '../../ui/button.tsx'
import { placeOfBatch } from '../../acts/place-of.ts'
import { momentName } from '../../ui/dates.ts'
import { Card, CardLine } from '../../ui/page.tsx'
import { EmptyState, Notice, Progress } from '../../ui/states.tsx'
import { useProgressWords } from '../../words/use-progress-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'
import { TakenBack } from './taken-back.tsx'
import { useTakeBack } from './use-take-back.ts'

/** Files that were brought in, each with the way back. */
export function BatchesTab() {
  const { t, locale } = useWords()
  const answer = useView({ view: 'batches' })
  const lookups = useView({ view: 'lookups' })
  const words = useProgressWords()
  const back = useTakeBack()
  const [taken, setTaken] = useState<BroughtInBatch>()
  const isBusy = back.progress !== undefined
  const nameOf = ({ fileName, format }: BroughtInBatch) =>
    fileName ?? formatWords(format)

  function formatWords(format: string): string {
    if (format === 'earlier-system') return t('imports.format_earlier-system')
    const known = statementFormats.find(each => each === format)
    return known === undefined ? format : t(`imports.format_${known}`)
  }

  function noteOf({ id, format, at, by, standing, rows }: BroughtInBatch) {
    const person = lookups?.members.find(({ _id }) => _id === by)?.name
    const known = [
      formatWords(format),
      at === undefined ? undefined : momentName(at, locale),
      person,
    ]
    const here =
      rows === undefined
        ? t('imports.standing', { count: standing })
        : t('imports.standingOf', {
            count: rows,
            standing: new Intl.NumberFormat(locale).format(standing),
          })
    return (
      <>
        {known.filter(each => each !== undefined).join(' · ')} ·{' '}
        {standing === 0 ? here : <Link to={placeOfBatch(id)}>{here}</Link>}
      </>
    )
  }

  if (answer?.batches.length === 0) {
    return (
      <EmptyState
        icon={<IconFileImport size={48} stroke={1.25} aria-hidden />}
        title={t('imports.noBatches')}
        words={t('imports.noBatchesWords')}
      />
    )
  }
  return (
    <>
      {back.failure !== undefined && <Notice isBad>{back.failure}</Notice>}
      {taken !== undefined && (isBusy || back.undone !== undefined) && (
        <Card title={nameOf(taken)}>
          {back.progress !== undefined && (
            <>
              <Progress
                label={t('imports.takingBack', { name: nameOf(taken) })}
                done={back.progress.done}
                all={back.progress.all}
                words={words(back.progress.done, back.progress.all)}
              />
              <footer className={styles['foot']}>
                <Button onPress={back.cancel}>{t('common.cancel')}</Button>
              </footer>
            </>
          )}
          {back.undone !== undefined && <TakenBack undone={back.undone} />}
        </Card>
      )}
      {answer !== undefined && (
        <Card>
          {answer.batches.map(batch => (
            <CardLine key={batch.id} title={nameOf(batch)} note={noteOf(batch)}>
              {batch.standing > 0 && (
                <Writers>
                  <Button
                    isDisabled={isBusy}
                    label={t('imports.takeBackNamed', { name: nameOf(batch) })}
                    onPress={() => {
                      setTaken(batch)
                      void back.takeBack(batch.id)
                    }}
                  >
                    <IconArrowBackUp size={18} aria-hidden />
                    {t('imports.takeBack')}
                  </Button>
                </Writers>
              )}
            </CardLine>
          ))}
        </Card>
      )}
    </>
  )
}
