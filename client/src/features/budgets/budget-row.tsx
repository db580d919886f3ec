import {
  IconAlertTriangle,
  IconChevronRight,
  IconCircleCheck,
  IconCircleX,
  IconCoinOff,
  IconDots,
} from '@tabler/icons-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Heading } from 'react-aria-components/Heading'
import { Link, useNavigate } from 'react-router'
import {
  budgetFilter,
  categoriesOf,
  type Budget,
} from '@ourmoney/shared/budget/budget.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { shareOf } from '@ourmoney/shared/report/compare.ts'
import { filterToSearch } from '@ourmoney/shared/transaction/filter.ts'
import { useMayWrite } from '../../acts/may-write.tsx'
import { useHistoryEntry } from '../../acts/use-history-entry.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type { BudgetProgress } from '../../data/views/plans.ts'
import { IconButton } from '../../ui/button.tsx'
import { CategoryIcon, colourOf } from '../../ui/category-icon.tsx'
import { shortDate } from '../../ui/dates.ts'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { Meter } from '../../ui/meter.tsx'
import { Mark } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { budgetName } from '../../words/budget-name.ts'
import {
  stateOf,
  type BudgetState,
} from '@ourmoney/shared/budget/budget-state.ts'
import styles from './budgets.module.css'
import { usePlanActs } from './use-plan-acts.ts'

const looks = {
  over: { tone: 'bad', Icon: IconCircleX },
  wasOver: { tone: 'bad', Icon: IconCircleX },
  fast: { tone: 'warning', Icon: IconAlertTriangle },
  even: { tone: 'good', Icon: IconCircleCheck },
  slow: { tone: 'good', Icon: IconCircleCheck },
  wasKept: { tone: 'good', Icon: IconCircleCheck },
  notYet: { tone: 'good', Icon: IconCircleCheck },
} as const satisfies Record<BudgetState, object>

type BudgetRowProps = {
  readonly progress: BudgetProgress
  readonly today: string
  readonly lookups: LookupsAnswer
  readonly onEdit: () => void
}

/** A budget with its meter, and in words what the meter shows. */
export function BudgetRow(props: BudgetRowProps) {
  const { progress, today, lookups, onEdit } = props
  const { t, locale } = useWords()
  const { doc, now, pace, keeping, missing } = progress
  const money = (minor: number) => formatMoney(minor, doc.currency, locale)
  const name = budgetName(doc, lookups, t)
  const state = stateOf(progress, today)
  const { tone, Icon } = looks[state]
  const list = `/transactions?${filterToSearch(budgetFilter(doc, now.period))}`
  const stateWords = t(
    state === 'wasKept' || state === 'wasOver' || state === 'notYet'
      ? `budgets.${state}`
      : `budgets.state_${state}`,
  )
  const amounts = {
    spent: money(now.spentMinor),
    available: money(now.availableMinor),
  }
  const lacking = missing.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className={styles['budget']}>
      <BudgetIcon budget={doc} lookups={lookups} />
      <div className={styles['name']}>
        <Link to={list} dir="auto">
          {name}
        </Link>
        <small>
          {money(doc.minor)} {t(`budgets.each_${doc.period}`)}
          {keeping.periods > 0 &&
            ` · ${t('budgets.kept', { count: keeping.periods, kept: keeping.kept })}`}
        </small>
      </div>
      <div className={styles['left']}>
        <strong className={state === 'over' ? styles['bad'] : ''}>
          {now.leftMinor < 0
            ? t('budgets.over', { amount: money(-now.leftMinor) })
            : t('budgets.left', { amount: money(now.leftMinor) })}
        </strong>
        <Mark
          icon={<Icon size={16} aria-hidden />}
          words={stateWords}
          tone={tone}
        />
      </div>
      <BudgetMenu budget={doc} name={name} list={list} onEdit={onEdit} />
      <div className={styles['meter']}>
        <Meter
          words={t('budgets.meter', { name, ...amounts, state: stateWords })}
          filled={now.usedBasisPoints ?? (now.spentMinor > 0 ? 10_000 : 0)}
          even={pace && shareOf(pace.evenMinor, now.availableMinor)}
          tone={tone}
        />
        <p>
          <span>{t('budgets.spentOf', amounts)}</span>
          {now.carriedMinor !== 0 && (
            <span>
              {t(now.carriedMinor > 0 ? 'budgets.carried' : 'budgets.lacking', {
                amount: money(Math.abs(now.carriedMinor)),
              })}
            </span>
          )}
          {pace !== undefined && now.leftMinor > 0 && (
            <span>
              {t('budgets.perDay', {
                amount: money(pace.perDayMinor),
                count: pace.daysLeft,
              })}
            </span>
          )}
          {state === 'fast' && pace !== undefined && (
            <span className={styles['warning']}>
              {t('budgets.projected', { amount: money(pace.projectedMinor) })}
            </span>
          )}
          {lacking > 0 && (
            <Mark
              icon={<IconCoinOff size={16} aria-hidden />}
              words={t('budgets.without', { count: lacking })}
              tone="warning"
            />
          )}
        </p>
      </div>
    </div>
  )
}

type BudgetIconProps = Pick<BudgetRowProps, 'lookups'> & {
  readonly budget: Budget
}

function BudgetIcon({ budget, lookups }: BudgetIconProps) {
  const [id] = categoriesOf(budget)
  const category = lookups.categories.find(({ _id }) => _id === id)
  return (
    <CategoryIcon
      icon={category?.icon ?? (id === undefined ? 'coins' : undefined)}
      colour={category?.colour ?? colourOf(id ?? budget._id)}
    />
  )
}

type BudgetMenuProps = {
  readonly budget: Budget
  readonly name: string
  readonly list?: string | undefined
  readonly onEdit: () => void
}

function BudgetMenu({ budget, name, list, onEdit }: BudgetMenuProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const acts = usePlanActs()
  const historyOf = useHistoryEntry()
  const mayWrite = useMayWrite()
  const reading: readonly MenuEntry[] = [
    ...(list === undefined
      ? []
      : [
          {
            id: 'list',
            name: t('budgets.showList'),
            onPress: () => void navigate(list),
          },
        ]),
    historyOf(budget._id),
  ]
  const writing: readonly MenuEntry[] = [
    { id: 'edit', name: t('common.edit'), onPress: onEdit },
    {
      id: 'delete',
      name: t('common.delete'),
      isDanger: true,
      onPress: () => void acts.remove(budget, name),
    },
  ]
  return (
    <Menu
      label={t('budgets.more', { name })}
      entries={mayWrite ? [...reading, ...writing] : reading}
    >
      <IconButton label={t('budgets.more', { name })}>
        <IconDots size={20} aria-hidden />
      </IconButton>
    </Menu>
  )
}

type OtherBudgetsProps = {
  readonly budgets: readonly Budget[]
  readonly lookups: LookupsAnswer
  readonly onEdit: (budget: Budget) => void
}

/** Not in effect in the period that is looked at: folded. */
export function OtherBudgets(props: OtherBudgetsProps) {
  const { budgets, lookups, onEdit } = props
  const { t, locale } = useWords()
  return (
    <Disclosure className={styles['folded'] ?? ''}>
      <Heading level={3}>
        <AriaButton slot="trigger">
          <IconChevronRight size={18} aria-hidden />
          {t('budgets.others', { count: budgets.length })}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <ul>
          {budgets.map(budget => {
            const { from, until, minor, currency, period } = budget
            const name = budgetName(budget, lookups, t)
            const days =
              from === undefined
                ? ''
                : until === undefined
                  ? t('budgets.since', { from: shortDate(from, locale) })
                  : t('budgets.fromUntil', {
                      from: shortDate(from, locale),
                      until: shortDate(until, locale),
                    })
            return (
              <li key={budget._id} className={styles['other']}>
                <BudgetIcon budget={budget} lookups={lookups} />
                <div className={styles['name']}>
                  <span dir="auto">{name}</span>
                  <small>
                    {formatMoney(minor, currency, locale)}{' '}
                    {t(`budgets.each_${period}`)}
                    {days !== '' && ` · ${days}`}
                  </small>
                </div>
                <BudgetMenu
                  budget={budget}
                  name={name}
                  onEdit={() => onEdit(budget)}
                />
              </li>
            )
          })}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  )
}
