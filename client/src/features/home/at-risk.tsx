import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import { Link } from 'react-router'
import { budgetFilter } from '@ourmoney/shared/budget/budget.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { shareOf } from '@ourmoney/shared/report/compare.ts'
import { filterToSearch } from '@ourmoney/shared/transaction/filter.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type {
  BudgetProgress,
  BudgetProgressAnswer,
} from '../../data/views/plans.ts'
import { Meter } from '../../ui/meter.tsx'
import { Mark } from '../../ui/states.tsx'
import { budgetName } from '../../words/budget-name.ts'
import { useWords } from '../../words/words.ts'
import styles from './home.module.css'

const most = 4

type AtRiskProps = {
  readonly progress: BudgetProgressAnswer
  readonly lookups: LookupsAnswer
}

/** Budgets that are over, or will be as it goes; how many are not. */
export function AtRisk({ progress, lookups }: AtRiskProps) {
  const { t } = useWords()
  const risky = progress.budgets
    .filter(({ pace }) => pace?.state === 'over' || pace?.state === 'fast')
    .sort((a, b) => beyond(b) - beyond(a))
  const fine = progress.budgets.length - risky.length
  return (
    <section className={styles['card']}>
      <header className={styles['head']}>
        <h2>{t('budgets.title')}</h2>
        <Link to="/budgets">{t('home.seeAll')}</Link>
      </header>
      <ul className={styles['meters']}>
        {risky.slice(0, most).map(each => (
          <Risk key={each.doc._id} progress={each} lookups={lookups} />
        ))}
      </ul>
      {fine > 0 && (
        <p className={styles['label']}>
          {t('budgets.sum_fine', { count: fine })}
        </p>
      )}
    </section>
  )
}

/** Of what was available in parts of ten thousand, so that small budgets are seen as well. */
function beyond({ now, pace }: BudgetProgress): number {
  const spent = Math.max(now.spentMinor, pace?.projectedMinor ?? 0)
  return shareOf(spent, now.availableMinor) ?? Infinity
}

type RiskProps = {
  readonly progress: BudgetProgress
  readonly lookups: LookupsAnswer
}

function Risk({ progress: { doc, now, pace }, lookups }: RiskProps) {
  const { t, locale } = useWords()
  const money = (minor: number) => formatMoney(minor, doc.currency, locale)
  const name = budgetName(doc, lookups, t)
  const isOver = pace?.state === 'over'
  const state = t(isOver ? 'budgets.state_over' : 'budgets.state_fast')
  const amounts = {
    spent: money(now.spentMinor),
    available: money(now.availableMinor),
  }
  const Icon = isOver ? IconCircleX : IconAlertTriangle
  return (
    <li>
      <div>
        <Link
          to={`/transactions?${filterToSearch(budgetFilter(doc, now.period))}`}
          dir="auto"
        >
          {name}
        </Link>
        <Mark
          icon={<Icon size={16} aria-hidden />}
          words={
            isOver ? t('budgets.over', { amount: money(now.overMinor) }) : state
          }
          tone={isOver ? 'bad' : 'warning'}
        />
      </div>
      <Meter
        words={t('budgets.meter', { name, ...amounts, state })}
        filled={now.usedBasisPoints ?? 10_000}
        even={pace && shareOf(pace.evenMinor, now.availableMinor)}
        tone={isOver ? 'bad' : 'warning'}
      />
      <small>
        {t('budgets.spentOf', amounts)}
        {!isOver &&
          pace !== undefined &&
          ` · ${t('budgets.projected', { amount: money(pace.projectedMinor) })}`}
      </small>
    </li>
  )
}
