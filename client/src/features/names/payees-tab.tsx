import { IconBuildingStore, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { foldText } from '@ourmoney/shared/transaction/filter.ts'
import { ConflictMark } from '../../acts/conflict-mark.tsx'
import { useHistoryEntry } from '../../acts/use-history-entry.tsx'
import { Writers } from '../../acts/may-write.tsx'
import { Button } from '../../ui/button.tsx'
import type { MenuEntry } from '../../ui/menu.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { finder, type TabProps } from './tab.ts'
import { entryIcons } from './entry-icons.tsx'
import { NameList, type Named } from './name-list.tsx'
import styles from './names.module.css'
import { PayeeDialog } from './payee-dialog.tsx'
import { useNamesActs, type Payee } from './use-names-acts.ts'

export function PayeesTab({ lookups, names, text, onMerge }: TabProps) {
  const { t } = useWords()
  const acts = useNamesActs()
  const historyOf = useHistoryEntry()
  const [edited, setEdited] = useState<Payee | 'new'>()
  const { payees, categories } = lookups
  const isFound = finder(text)
  const found = payees.filter(each => isFound(each.name))
  const archived = found.filter(each => each.archived === true)
  const standing = found.filter(each => each.archived !== true)

  function named(payee: Payee): Named {
    return {
      id: payee._id,
      name: payee.name,
      note: categories.find(({ _id }) => _id === payee.category)?.name,
      mark: <ConflictMark doc={payee} />,
      count: names.uses[payee._id] ?? 0,
      filter: { payees: [payee._id] },
      icon: (
        <IconBuildingStore
          size={20}
          stroke={1.75}
          aria-hidden
          className={styles['quiet']}
        />
      ),
    }
  }

  function entriesOf({ id, name, count }: Named): readonly MenuEntry[] {
    const payee = payees.find(each => each._id === id)
    if (payee === undefined) return []
    return [
      {
        id: 'default',
        name: t('names.setDefault'),
        icon: entryIcons.default,
        onPress: () => setEdited(payee),
      },
      historyOf(id),
      {
        id: 'merge',
        name: t('names.merge'),
        icon: entryIcons.merge,
        onPress: () => onMerge({ of: 'payee', from: id, name }),
      },
      payee.archived === true
        ? {
            id: 'unarchive',
            name: t('names.unarchive'),
            icon: entryIcons.unarchive,
            onPress: () => void acts.unarchive(payee),
          }
        : {
            id: 'archive',
            name: t('names.archive'),
            icon: entryIcons.archive,
            onPress: () => void acts.archive(payee),
          },
      ...(count === 0
        ? [
            {
              id: 'delete',
              name: t('common.delete'),
              icon: entryIcons.delete,
              isDanger: true,
              onPress: () => void acts.remove(payee),
            },
          ]
        : []),
    ]
  }

  /** A name that is there already: the two may be one. */
  function rename(id: string, name: string): void {
    const other = payees.find(
      each =>
        each._id !== id &&
        each.archived !== true &&
        foldText(each.name) === foldText(name),
    )
    const own = payees.find(each => each._id === id)?.name ?? ''
    if (other === undefined) void acts.edit(id, { name })
    else onMerge({ of: 'payee', from: id, name: own, into: other._id })
  }

  const list = {
    entriesOf,
    onRename: rename,
  }
  return (
    <>
      <Writers>
        <div className={styles['add']}>
          <Button kind="primary" onPress={() => setEdited('new')}>
            <IconPlus size={18} aria-hidden />
            {t('names.addPayee')}
          </Button>
        </div>
      </Writers>
      {payees.length === 0 && (
        <EmptyState
          icon={<IconBuildingStore size={48} stroke={1.25} aria-hidden />}
          title={t('names.noPayees')}
          words={t('names.noPayeesWords')}
        />
      )}
      {payees.length > 0 && found.length === 0 && (
        <p className={styles['quiet']}>{t('names.nothingFound', { text })}</p>
      )}
      {standing.length > 0 && (
        <section className={styles['card']}>
          <NameList
            {...list}
            label={t('names.payees')}
            names={standing.map(named)}
          />
        </section>
      )}
      {archived.length > 0 && (
        <details className={styles['archived']} open={text.trim() !== ''}>
          <summary>{t('names.archived', { count: archived.length })}</summary>
          <section className={styles['card']}>
            <NameList
              {...list}
              label={t('names.archived', { count: archived.length })}
              names={archived.map(named)}
            />
          </section>
        </details>
      )}
      {edited !== undefined && (
        <PayeeDialog
          payee={edited === 'new' ? undefined : edited}
          payees={payees}
          categories={categories}
          onSave={fields =>
            void (edited === 'new'
              ? acts.create({ kind: 'payee', ...fields })
              : acts.edit(edited._id, fields))
          }
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  )
}
