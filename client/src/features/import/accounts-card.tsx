import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { StatementAccount } from '@ourmoney/shared/statement/statement.ts'
import { useActs } from '../../acts/use-acts.ts'
import type { StatementLooked } from '../../data/statements.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { Button } from '../../ui/button.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { Card } from '../../ui/page.tsx'
import { useWords } from '../../words/words.ts'
import type { Places } from './file-accounts.ts'
import styles from './import.module.css'

type AccountsCardProps = {
  readonly accounts: readonly StatementAccount[]
  readonly places: Places
  readonly chosen: Places
  readonly looked: StatementLooked
  readonly lookups: LookupsAnswer | undefined
  readonly onChange: (chosen: Places) => void
}

const leaveOut = 'leave-out'
/** Shown at first, and with each wish for more. */
const few = 20

/** Which account of the ledger each of the file is; a new one is made in place. */
export function AccountsCard(props: AccountsCardProps) {
  const { accounts, places, chosen, looked, lookups, onChange } = props
  const { t } = useWords()
  const acts = useActs()
  const own = lookups?.accounts ?? []
  const [shown, setShown] = useState(few)
  const isOne = accounts.length === 1
  const choices = [
    ...own
      .filter(({ closed }) => closed !== true)
      .map(({ _id, name }) => ({ id: _id, name })),
    ...(isOne ? [] : [{ id: leaveOut, name: t('imports.leaveOut') }]),
  ]
  const { currency: said, guessed } = looked.choices
  // Where nobody says it, amounts are in the currency of their account.
  const named = guessed?.includes('currency') === true ? undefined : said
  const currencyOf = (account: StatementAccount) => account.currency ?? named

  async function create(account: StatementAccount, name: string) {
    const currency = currencyOf(account) ?? lookups?.ledger?.currency ?? 'EUR'
    const receipt = await acts.save([
      {
        change: 'create',
        doc: {
          kind: 'account',
          name,
          type: 'bank',
          currency,
          order: own.length,
        },
      },
    ])
    const [id] = receipt?.ids ?? []
    if (id !== undefined) onChange({ ...chosen, [account.key]: id })
  }

  return (
    <Card title={t(isOne ? 'imports.whichAccount' : 'imports.whichAccounts')}>
      {accounts.slice(0, shown).map(account => {
        const { key, name } = account
        const place = places[key]
        const standing = own.find(({ _id }) => _id === place)
        const currency = currencyOf(account)
        const isOther =
          standing !== undefined &&
          currency !== undefined &&
          standing.currency !== currency
        return (
          <div key={key} className={styles['account']}>
            <ComboField
              label={name || t('imports.accountOfFile')}
              value={place ?? (chosen[key] === '' ? leaveOut : undefined)}
              choices={choices}
              onChange={id =>
                onChange({
                  ...chosen,
                  [key]: id === undefined || id === leaveOut ? '' : id,
                })
              }
              onCreate={typed => void create(account, typed)}
              create={typed => t('imports.createAccount', { name: typed })}
              placeholder={t('imports.chooseAccount')}
            />
            {place === undefined && name !== '' && (
              <Button onPress={() => void create(account, name)}>
                <IconPlus size={18} aria-hidden />
                {t('imports.createAccount', { name })}
              </Button>
            )}
            {isOther && (
              <p>
                {t('imports.otherCurrency', {
                  account: standing.name,
                  currency: standing.currency,
                  other: currency,
                })}
              </p>
            )}
          </div>
        )
      })}
      {accounts.length > shown && (
        <Button onPress={() => setShown(shown + few)}>
          {t('imports.moreAccounts', {
            count: Math.min(few, accounts.length - shown),
          })}
        </Button>
      )}
    </Card>
  )
}
