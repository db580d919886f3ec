import { IconPlus, IconShoppingCart } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { expectedMinorOf } from '@ourmoney/shared/shopping/purchase.ts'
import { readShoppingLine } from '@ourmoney/shared/shopping/read-line.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'
import { foldText } from '@ourmoney/shared/transaction/filter.ts'
import { Writers } from '../../acts/may-write.tsx'
import { useView } from '../../data/hooks.tsx'
import { Amount } from '../../ui/amount.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, Waiting } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import { Basket } from './basket.tsx'
import { ItemDialog } from './item-dialog.tsx'
import { ItemGroups } from './item-groups.tsx'
import styles from './shopping.module.css'
import { useShoppingActs } from './use-shopping-acts.ts'

const mostChips = 12

/** What to buy: everybody in the ledger adds and ticks off, with or without a network. */
export default function ShoppingPage() {
  const { t, locale } = useWords()
  const lookups = useView({ view: 'lookups' })
  const list = useView({ view: 'shopping' })
  const acts = useShoppingActs()
  const [edited, setEdited] = useState<string>()
  if (list === undefined || lookups === undefined) {
    return <Waiting label={t('common.loading')} />
  }
  const currency = lookups.ledger?.currency ?? 'EUR'
  const basket = list.open.filter(item => item.tickedAt !== undefined)
  const rest = list.open.filter(item => item.tickedAt === undefined)
  const expected = expectedMinorOf(list.open)
  const item = list.open.find(each => each._id === edited)

  function add(line: string): boolean {
    const read = readShoppingLine(line, { currency, locale })
    if (read === undefined) return false
    const before = list?.bought.find(
      each => foldText(each.name) === foldText(read.name),
    )
    void acts.add({
      expectedMinor: before?.expectedMinor,
      ...read,
      category: before?.category,
    })
    return true
  }

  return (
    <Page>
      <header className={styles['head']}>
        <h1>{t('shopping.title')}</h1>
        {expected > 0 && (
          <span className={styles['quiet']}>
            {t('shopping.expected', { amount: '' })}
            <Amount minor={expected} currency={currency} locale={locale} />
          </span>
        )}
      </header>
      <Writers>
        <AddField onAdd={add} />
      </Writers>
      {list.open.length === 0 ? (
        <EmptyState
          icon={<IconShoppingCart size={48} stroke={1.25} aria-hidden />}
          title={t('shopping.emptyTitle')}
          words={t('shopping.emptyWords')}
        />
      ) : (
        <ItemGroups
          items={rest}
          basket={basket}
          lookups={lookups}
          onTick={(each, isTicked) =>
            void acts.tick(each, isTicked, lookups.me)
          }
          onEdit={setEdited}
        />
      )}
      <Writers>
        <BoughtBefore
          items={list.bought}
          onAgain={each =>
            void acts.add({
              name: each.name,
              quantity: each.quantity,
              category: each.category,
              expectedMinor: each.expectedMinor,
            })
          }
        />
        {basket.length > 0 && (
          <Basket
            items={basket}
            lookups={lookups}
            currency={currency}
            onPay={acts.pay}
          />
        )}
      </Writers>
      {item !== undefined && (
        <ItemDialog
          key={item._id}
          item={item}
          categories={lookups.categories}
          currency={currency}
          onSave={set => acts.edit(item, set)}
          onRemove={() => acts.remove(item)}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Page>
  )
}

type AddFieldProps = {
  /** False when there is nothing to add in it. */
  readonly onAdd: (line: string) => boolean
}

function AddField({ onAdd }: AddFieldProps) {
  const { t } = useWords()
  const [line, setLine] = useState('')
  const inputRef = useRef<HTMLInputElement>(null)
  return (
    <form
      className={styles['add']}
      onSubmit={event => {
        event.preventDefault()
        if (onAdd(line)) setLine('')
        inputRef.current?.focus()
      }}
    >
      <TextField
        label={t('shopping.add')}
        placeholder={t('shopping.addHint')}
        value={line}
        onChange={setLine}
        inputRef={inputRef}
      />
      <Button type="submit" kind="primary">
        <IconPlus size={18} aria-hidden />
        {t('common.add')}
      </Button>
    </form>
  )
}

type BoughtBeforeProps = {
  readonly items: readonly DocOf<'shoppingItem'>[]
  readonly onAgain: (item: DocOf<'shoppingItem'>) => void
}

function BoughtBefore({ items, onAgain }: BoughtBeforeProps) {
  const { t } = useWords()
  if (items.length === 0) return null
  return (
    <section className={styles['before']}>
      <h2>{t('shopping.boughtBefore')}</h2>
      <div className={styles['chips']}>
        {items.slice(0, mostChips).map(item => (
          <Chip key={item._id} onPress={() => onAgain(item)}>
            <IconPlus size={14} aria-hidden />
            <span dir="auto">{item.name}</span>
          </Chip>
        ))}
      </div>
    </section>
  )
}
