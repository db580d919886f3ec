import {
  partsOfPurchase,
  purchaseId,
  type ShoppingItem,
} from '@ourmoney/shared/shopping/purchase.ts'
import { useActs } from '../../acts/use-acts.ts'
import { useWords } from '../../words/words.ts'

/** What was paid for what is in the basket. */
export type Payment = {
  readonly paidMinor: number
  readonly currency: string
  readonly date: string
  readonly account: string | undefined
  readonly member: string | undefined
  readonly isSplit: boolean
}

type NewItem = Pick<
  ShoppingItem,
  'name' | 'quantity' | 'category' | 'expectedMinor'
>

/** Acts on the list; each says what failed, and each can be undone. */
export function useShoppingActs() {
  const { t } = useWords()
  const { save } = useActs()

  function edit({ _id }: ShoppingItem, set: Readonly<Record<string, unknown>>) {
    return save([{ change: 'edit', target: { ids: [_id] }, set }])
  }

  return {
    edit,
    add: (item: NewItem) =>
      save([{ change: 'create', doc: { kind: 'shoppingItem', ...item } }]),
    tick: (item: ShoppingItem, isTicked: boolean, me: string | undefined) =>
      edit(item, {
        tickedAt: isTicked ? Date.now() : undefined,
        tickedBy: isTicked ? me : undefined,
      }),
    remove: (item: ShoppingItem) =>
      save(
        [{ change: 'remove', target: { ids: [item._id] } }],
        t('shopping.removed', { name: item.name }),
      ),
    pay: (basket: readonly ShoppingItem[], payment: Payment) => {
      const { paidMinor, isSplit, ...rest } = payment
      const parts = partsOfPurchase(basket, paidMinor)
      const _id = purchaseId(basket)
      return save(
        [
          {
            change: 'create',
            doc: {
              kind: 'transaction',
              _id,
              type: 'expense',
              description: t('shopping.purchase'),
              minor: paidMinor,
              notes: basket.map(lineOf).join('\n').slice(0, 4096),
              ...rest,
              ...(isSplit && parts.length > 1
                ? { splits: [...parts] }
                : { category: parts[0]?.category }),
            },
          },
          {
            change: 'edit',
            target: { ids: basket.map(item => item._id) },
            set: { boughtIn: _id },
          },
        ],
        t('shopping.bought'),
      )
    },
  }
}

function lineOf({ name, quantity }: ShoppingItem): string {
  return quantity === undefined ? name : `${quantity} ${name}`
}
