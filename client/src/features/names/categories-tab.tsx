import { IconCategory, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { categoryTree } from '@ourmoney/shared/category/tree.ts'
import { Writers } from '../../acts/may-write.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { CategoryDialog } from './category-dialog.tsx'
import { CategoryList } from './category-list.tsx'
import styles from './names.module.css'
import { finder, type TabProps } from './tab.ts'
import { useNamesActs, type Category } from './use-names-acts.ts'

const types = ['expense', 'income'] as const

export function CategoriesTab({ lookups, names, text, onMerge }: TabProps) {
  const { t } = useWords()
  const acts = useNamesActs()
  const [edited, setEdited] = useState<Category | 'new'>()
  const { categories } = lookups
  const isFound = finder(text)
  const standing = categories.filter(each => each.archived !== true)
  const archived = categories.filter(
    each => each.archived === true && isFound(each.name),
  )
  const found = standing.filter(each => isFound(each.name))
  const list = { categories, names, onEdit: setEdited, onMerge }

  return (
    <>
      <Writers>
        <div className={styles['add']}>
          <Button kind="primary" onPress={() => setEdited('new')}>
            <IconPlus size={18} aria-hidden />
            {t('names.addCategory')}
          </Button>
        </div>
      </Writers>
      {standing.length === 0 && (
        <EmptyState
          icon={<IconCategory size={48} stroke={1.25} aria-hidden />}
          title={t('names.noCategories')}
          words={t('names.noCategoriesWords')}
        >
          <Writers>
            <Button onPress={() => void acts.createUsual()}>
              {t('names.usual')}
            </Button>
          </Writers>
        </EmptyState>
      )}
      {standing.length > 0 && found.length + archived.length === 0 && (
        <p className={styles['quiet']}>{t('names.nothingFound', { text })}</p>
      )}
      {types.map(type => {
        const rows = rowsOf(standing.filter(each => each.type === type)).filter(
          ({ category }) => isFound(category.name),
        )
        return (
          rows.length > 0 && (
            <section key={type} className={styles['card']}>
              <h2>{t(`common.${type}s`)}</h2>
              <CategoryList
                {...list}
                label={t(`common.${type}s`)}
                rows={rows}
                isOrdered={text.trim() === ''}
              />
            </section>
          )
        )
      })}
      {archived.length > 0 && (
        <details className={styles['archived']} open={text.trim() !== ''}>
          <summary>{t('names.archived', { count: archived.length })}</summary>
          <section className={styles['card']}>
            <CategoryList
              {...list}
              label={t('names.archived', { count: archived.length })}
              rows={archived.map(category => ({ category, isChild: false }))}
              isOrdered={false}
            />
          </section>
        </details>
      )}
      {edited !== undefined && (
        <CategoryDialog
          category={edited === 'new' ? undefined : edited}
          categories={categories}
          onSave={({ type, ...fields }) =>
            void (edited === 'new'
              ? acts.create({ kind: 'category', type, ...fields })
              : acts.edit(edited._id, fields))
          }
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  )
}

function rowsOf(categories: readonly Category[]) {
  return categoryTree(categories).flatMap(({ category, children }) => [
    { category, isChild: false },
    ...children.map(child => ({ category: child, isChild: true })),
  ])
}
