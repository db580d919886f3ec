import { IconHash } from '@tabler/icons-react'
import { useState } from 'react'
import { readTags } from '@ourmoney/shared/transaction/parse-draft.ts'
import { MergeRun } from '../../acts/merge-run.tsx'
import { useMerge } from '../../acts/use-merge.ts'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { finder, type TabProps } from './tab.ts'
import { entryIcons } from './entry-icons.tsx'
import { NameList } from './name-list.tsx'
import styles from './names.module.css'
import { useNamesActs } from './use-names-acts.ts'

export function TagsTab({ names, text, onMerge }: TabProps) {
  const { t } = useWords()
  const acts = useNamesActs()
  const { progress, failure, run, cancel } = useMerge()
  const [renamed, setRenamed] = useState('')
  const isFound = finder(text.replace(/^#/u, ''))
  const found = names.tags.filter(({ tag }) => isFound(tag))

  /** A tag has no record: renamed, it is another word wherever it stands. */
  function rename(from: string, typed: string): void {
    const into = readTags(typed).join('-').slice(0, 60)
    if (into === '' || into === from) return
    if (names.tags.some(({ tag }) => tag === into)) {
      return onMerge({ of: 'tag', from, name: from, into })
    }
    setRenamed(from)
    void run({ of: 'tag', from, into }, t('names.renamedTag', { from, into }))
  }

  return (
    <>
      {progress !== undefined && progress.all > 500 && (
        <MergeRun name={renamed} progress={progress} onCancel={cancel} />
      )}
      {failure !== undefined && <Notice isBad>{failure}</Notice>}
      {names.tags.length === 0 && (
        <EmptyState
          icon={<IconHash size={48} stroke={1.25} aria-hidden />}
          title={t('names.noTags')}
          words={t('names.noTagsWords')}
        />
      )}
      {names.tags.length > 0 && found.length === 0 && (
        <p className={styles['quiet']}>{t('names.nothingFound', { text })}</p>
      )}
      {found.length > 0 && (
        <section className={styles['card']}>
          <NameList
            label={t('names.tags')}
            names={found.map(({ tag, count }) => ({
              id: tag,
              name: tag,
              count,
              filter: { tags: [tag] },
              icon: (
                <IconHash
                  size={20}
                  stroke={1.75}
                  aria-hidden
                  className={styles['quiet']}
                />
              ),
            }))}
            entriesOf={({ id: tag }) => [
              {
                id: 'merge',
                name: t('names.merge'),
                icon: entryIcons.merge,
                onPress: () => onMerge({ of: 'tag', from: tag, name: tag }),
              },
              {
                id: 'take-off',
                name: t('names.takeOff'),
                icon: entryIcons.takeOff,
                isDanger: true,
                onPress: () => void acts.takeOff(tag),
              },
            ]}
            onRename={rename}
          />
        </section>
      )}
    </>
  )
}
