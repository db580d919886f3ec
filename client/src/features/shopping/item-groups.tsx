import type { ShoppingItem } from '@ourmoney/shared/shopping/purchase.ts'
import { Button } from 'react-aria-components/Button'
import { ConflictMark } from '../../acts/conflict-mark.tsx'
import { useMayWrite } from '../../acts/may-write.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { Amount } from '../../ui/amount.tsx'
import { CategoryIcon, colourOf } from '../../ui/category-icon.tsx'
import { Check } from '../../ui/check.tsx'
import { useWords } from '../../words/words.ts'
import styles from './shopping.module.css'

type ItemGroupsProps = {
  readonly items: readonly ShoppingItem[]
  /** Ticked off: they stand below, until they are paid for. */
  readonly basket: readonly ShoppingItem[]
  readonly lookups: LookupsAnswer
  readonly onTick: (item: ShoppingItem, isTicked: boolean) => void
  readonly onEdit: (id: string) => void
}

/** The list by category, in the order of the ledger's categories. */
export function ItemGroups(props: ItemGroupsProps) {
  const { items, basket, lookups, onTick, onEdit } = props
  const { t } = useWords()
  const known = lookups.categories.filter(({ _id }) =>
    items.some(item => item.category === _id),
  )
  const ids = new Set(known.map(({ _id }) => _id))
  const others = items.filter(({ category }) => !ids.has(category ?? ''))
  const line = (item: ShoppingItem) => (
    <ItemLine
      key={item._id}
      item={item}
      lookups={lookups}
      onTick={isTicked => onTick(item, isTicked)}
      onEdit={() => onEdit(item._id)}
    />
  )
  return (
    <div className={styles['groups']}>
      {known.map(category => (
        <section key={category._id} className={styles['card']}>
          <h2>
            <CategoryIcon
              icon={category.icon}
              colour={category.colour ?? colourOf(category._id)}
              isSmall
            />
            <span dir="auto">{category.name}</span>
          </h2>
          <ul>
            {items.filter(item => item.category === category._id).map(line)}
          </ul>
        </section>
      ))}
      {others.length > 0 && (
        <section className={styles['card']}>
          {known.length > 0 && <h2>{t('shopping.other')}</h2>}
          <ul>{others.map(line)}</ul>
        </section>
      )}
      {basket.length > 0 && (
        <section className={styles['card']}>
          <h2>{t('shopping.basket', { count: basket.length })}</h2>
          <ul>{basket.map(line)}</ul>
        </section>
      )}
    </div>
  )
}

type ItemLineProps = {
  readonly item: ShoppingItem
  readonly lookups: LookupsAnswer
  readonly onTick: (isTicked: boolean) => void
  readonly onEdit: () => void
}

function ItemLine({ item, lookups, onTick, onEdit }: ItemLineProps) {
  const { t, locale } = useWords()
  const mayWrite = useMayWrite()
  const { name, quantity, expectedMinor, tickedAt, tickedBy } = item
  const isTicked = tickedAt !== undefined
  const who =
    tickedBy === lookups.me
      ? undefined
      : lookups.members.find(({ _id }) => _id === tickedBy)?.name
  return (
    <li className={`${styles['line']} ${isTicked ? styles['ticked'] : ''}`}>
      <Check
        isSelected={isTicked}
        onChange={onTick}
        label={name}
        isDisabled={!mayWrite}
      />
      <Button
        className={styles['name'] ?? ''}
        aria-label={`${t('common.edit')}: ${name}`}
        isDisabled={!mayWrite}
        onPress={onEdit}
      >
        <span dir="auto">{name}</span>
        {quantity !== undefined && <small dir="auto">{quantity}</small>}
        {isTicked && who !== undefined && (
          <small>{t('shopping.tickedBy', { name: who })}</small>
        )}
      </Button>
      <ConflictMark doc={item} />
      {expectedMinor !== undefined && (
        <span className={styles['quiet']}>
          <Amount
            minor={expectedMinor}
            currency={lookups.ledger?.currency ?? 'EUR'}
            locale={locale}
          />
        </span>
      )}
    </li>
  )
}
