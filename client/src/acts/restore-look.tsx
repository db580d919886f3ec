import { useState } from 'react'
import type { BackupLook } from '../data/care.ts'
import { useLedgers } from '../data/ledgers.tsx'
import { Button } from '../ui/button.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { momentName } from '../ui/dates.ts'
import { CardLine } from '../ui/page.tsx'
import { useWords } from '../words/words.ts'
import styles from './long-work.module.css'

type RestoreLookProps = {
  readonly look: BackupLook
  readonly onRestore: (look: BackupLook, me: string | undefined) => void
  readonly onOther: () => void
}

/** What a backup is of, and what will become of it here. */
export function RestoreLook({ look, onRestore, onOther }: RestoreLookProps) {
  const { t, locale } = useWords()
  const { shelf, current } = useLedgers()
  const [first] = look.members
  const [me, setMe] = useState(first?.id ?? nobody)
  const isThis = current?.id === look.ledger
  const isHere = shelf.some(({ id }) => id === look.ledger)
  const facts = [
    t('backup.records', { count: look.records }),
    ...(look.hasReceipts ? [t('backup.withReceipts')] : []),
    ...(look.savedAt === undefined
      ? []
      : [
          t('backup.savedAt', {
            when: momentName(Date.parse(look.savedAt), locale),
          }),
        ]),
  ]
  return (
    <>
      <CardLine
        title={t('backup.of', { name: look.name })}
        note={facts.join(' · ')}
      />
      <p>
        {t(
          isThis ? 'backup.isThis' : isHere ? 'backup.isHere' : 'backup.isNew',
        )}
      </p>
      {!isHere && look.members.length > 1 && (
        <ChoiceField
          label={t('backup.whoAreYou')}
          value={me}
          choices={[...look.members, { id: nobody, name: t('backup.nobody') }]}
          onChange={setMe}
        />
      )}
      <footer className={styles['foot']}>
        <Button onPress={onOther}>{t('backup.other')}</Button>
        <Button
          kind="primary"
          onPress={() => onRestore(look, me === nobody ? undefined : me)}
        >
          {t(isHere ? 'backup.bringMissing' : 'backup.restore')}
        </Button>
      </footer>
    </>
  )
}

const nobody = 'nobody'
