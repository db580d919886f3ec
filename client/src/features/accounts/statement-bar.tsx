import { IconCheck, IconLock, IconScale } from '@tabler/icons-react'
import type { Account } from '@ourmoney/shared/account/account.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { useView } from '../../data/hooks.tsx'
import { Amount } from '../../ui/amount.tsx'
import { Button } from '../../ui/button.tsx'
import { longDate } from '../../ui/dates.ts'
import { Mark } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './accounts.module.css'
import type { Statement } from './statement-dialog.tsx'
import { useAccountActs } from './use-account-acts.ts'

type StatementBarProps = {
  readonly account: Account
  readonly statement: Statement
  /** Who writes a correction. */
  readonly me: string | undefined
  readonly onLeave: () => void
}

/** How far the ledger and the statement are apart; at zero what was ticked can be locked. */
export function StatementBar(props: StatementBarProps) {
  const { account, statement, me, onLeave } = props
  const { t, locale } = useWords()
  const { _id, currency } = account
  const { date, minor } = statement
  const acts = useAccountActs()
  const answer = useView({ view: 'statement', account: _id, date })
  if (answer === undefined) return <div className={styles['statement']} />
  const difference = minor - answer.clearedMinor
  // Before anything is ticked all of it is a difference.
  const canCorrect =
    difference !== 0 && (answer.ticked > 0 || answer.open === 0)
  const figures = [
    [t('accounts.statement'), minor],
    [t('accounts.ticked', { count: answer.ticked }), answer.clearedMinor],
    [t('accounts.difference'), difference],
  ] as const

  async function lock() {
    if (await acts.lock(account, statement, answer?.ticked ?? 0)) onLeave()
  }

  return (
    <section
      className={styles['statement']}
      aria-label={t('accounts.statement')}
    >
      <dl>
        {figures.map(([words, value], index) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>
              {index === 2 && difference === 0 ? (
                <Mark
                  icon={<IconCheck size={18} aria-hidden />}
                  words={t('accounts.noDifference')}
                  tone="good"
                />
              ) : (
                <Amount minor={value} currency={currency} locale={locale} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles['quiet']} role="status">
        {difference === 0
          ? t('accounts.readyWords')
          : t('accounts.tickWords', {
              count: answer.open,
              date: longDate(date, locale),
            })}
      </p>
      <div className={styles['acts']}>
        {canCorrect && (
          <Button
            kind="plain"
            onPress={() =>
              acts.correct(account, statement, answer.clearedMinor, me)
            }
          >
            <IconScale size={18} aria-hidden />
            {t('accounts.correct', {
              amount: formatMoney(difference, currency, locale, {
                sign: 'always',
              }).replace('-', '−'),
            })}
          </Button>
        )}
        <Button onPress={onLeave}>{t('accounts.later')}</Button>
        <Button
          kind="primary"
          isDisabled={difference !== 0}
          onPress={() => void lock()}
        >
          <IconLock size={18} aria-hidden />
          {t('accounts.lock')}
        </Button>
      </div>
    </section>
  )
}
