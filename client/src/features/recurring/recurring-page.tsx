import { IconChevronRight, IconPlus, IconRepeat } from '@tabler/icons-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Heading } from 'react-aria-components/Heading'
import { useSearchParams } from 'react-router'
import { addDays } from '@ourmoney/shared/calendar/local-date.ts'
import { repeatableOf } from '@ourmoney/shared/capture/repeatable.ts'
import { nextOccurrence } from '@ourmoney/shared/recurring/occurrences.ts'
import { readRecurrence } from '@ourmoney/shared/recurring/recurrence.ts'
import { rhythmRule } from '@ourmoney/shared/recurring/usual-rhythms.ts'
import { DueRow } from '../../acts/due-row.tsx'
import { Writers, useMayWrite } from '../../acts/may-write.tsx'
import { useDueActs } from '../../acts/use-due-acts.ts'
import { useView } from '../../data/hooks.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type {
  RecurringAnswer,
  RecurringRule,
} from '../../data/views/recurring.ts'
import { Button } from '../../ui/button.tsx'
import { today } from '../../ui/dates.ts'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { FoundPayments } from './found-payments.tsx'
import { MonthlySums } from './monthly-sums.tsx'
import styles from './recurring.module.css'
import { RuleDialog } from './rule-dialog.tsx'
import { RuleFacts } from './rule-facts.tsx'
import { RuleRow } from './rule-row.tsx'

/** What recurs: due, found among what was paid, to come, paused and over. */
export default function RecurringPage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const [day] = useState(today)
  const lookups = useView({ view: 'lookups' })
  const recurring = useView({ view: 'recurring', today: day, until: day })
  const found = useView({ view: 'foundRecurring', today: day })
  const mayWrite = useMayWrite()
  if (lookups === undefined || recurring === undefined) {
    return <Waiting label={t('common.loading')} />
  }

  function show(next: Readonly<Record<string, string>>) {
    setSearch(next)
  }

  const { rules } = recurring
  const active = rules.filter(({ state }) => state === 'active')
  const others = rules.filter(({ state }) => state !== 'active')
  const shown = rules.find(({ doc }) => doc._id === search.get('rule'))
  const edited = rules.find(({ doc }) => doc._id === search.get('edit'))
  const openNew = () => show({ new: '' })
  const isBare = rules.length === 0 && found?.found.length === 0
  return (
    <Page>
      <header className={styles['head']}>
        <h1>{t('recurring.title')}</h1>
        <Writers>
          <Button kind="primary" onPress={openNew}>
            <IconPlus size={18} aria-hidden />
            {t('common.add')}
          </Button>
        </Writers>
      </header>
      {isBare && (
        <EmptyState
          icon={<IconRepeat size={48} stroke={1.25} aria-hidden />}
          title={t('recurring.emptyTitle')}
          words={t('recurring.emptyWords')}
        >
          <Writers>
            <Button kind="primary" onPress={openNew}>
              <IconPlus size={18} aria-hidden />
              {t('recurring.new')}
            </Button>
          </Writers>
        </EmptyState>
      )}
      {active.length > 0 && <MonthlySums rules={active} lookups={lookups} />}
      <Due recurring={recurring} lookups={lookups} />
      {found !== undefined && found.found.length > 0 && (
        <FoundPayments found={found.found} lookups={lookups} />
      )}
      {active.length > 0 && (
        <Card title={t('recurring.active')}>
          <Rules rules={active} lookups={lookups} />
        </Card>
      )}
      {others.length > 0 && (
        <Disclosure className={styles['folded'] ?? ''}>
          <Heading level={2}>
            <AriaButton slot="trigger">
              <IconChevronRight size={18} aria-hidden />
              {t('recurring.pausedOrEnded')}
            </AriaButton>
          </Heading>
          <DisclosurePanel>
            <Rules rules={others} lookups={lookups} />
          </DisclosurePanel>
        </Disclosure>
      )}
      {shown !== undefined && (
        <RuleFacts
          rule={shown}
          lookups={lookups}
          onEdit={() => show({ edit: shown.doc._id })}
          onClose={() => show({})}
        />
      )}
      {mayWrite && edited !== undefined && (
        <RuleDialog
          key={edited.doc._id}
          rule={edited}
          lookups={lookups}
          onClose={() => show({})}
        />
      )}
      {mayWrite && search.has('new') && (
        <NewRule
          of={search.get('new') ?? ''}
          lookups={lookups}
          onClose={() => show({})}
        />
      )}
    </Page>
  )
}

type NewRuleProps = {
  /** Id of a transaction that it is made of, or nothing. */
  readonly of: string
  readonly lookups: LookupsAnswer
  readonly onClose: () => void
}

function NewRule({ of, lookups, onClose }: NewRuleProps) {
  const record = useView({ view: 'record', id: of })
  if (of !== '' && record === undefined) return null
  const doc = of === '' ? undefined : record?.doc
  const made =
    doc?.kind === 'transaction'
      ? { fields: repeatableOf(doc), first: monthLater(doc.date) }
      : undefined
  return (
    <RuleDialog
      rule={undefined}
      of={made}
      lookups={lookups}
      onClose={onClose}
    />
  )
}

/** The first day of that number in a month after today. */
function monthLater(date: string): string {
  const monthly = readRecurrence(rhythmRule('month-1', date, false))
  const tomorrow = addDays(today(), 1)
  const next = monthly.ok && nextOccurrence(monthly.value, date, tomorrow)
  return next || today()
}

type SectionProps = {
  readonly recurring: RecurringAnswer
  readonly lookups: LookupsAnswer
}

function Due({ recurring: { due, rules }, lookups }: SectionProps) {
  const { t } = useWords()
  const { postAll } = useDueActs()
  const byId = new Map(rules.map(rule => [rule.doc._id, rule]))
  const whole = due.filter(
    ({ recurring, alike }) =>
      byId.get(recurring)?.draft !== undefined && alike === undefined,
  )
  if (due.length === 0) return null
  return (
    <section className={styles['card']} aria-labelledby="recurring-due">
      <header className={styles['head']}>
        <h2 id="recurring-due">{t('recurring.due')}</h2>
        {whole.length > 1 && (
          <Writers>
            <Button kind="plain" onPress={() => void postAll(whole)}>
              {t('recurring.postAll')}
            </Button>
          </Writers>
        )}
      </header>
      <ul className={styles['rows']}>
        {due.map(each => {
          const rule = byId.get(each.recurring)
          return (
            rule && (
              <li key={`${each.recurring} ${each.date}`}>
                <DueRow due={each} rule={rule} lookups={lookups} isDue />
              </li>
            )
          )
        })}
      </ul>
    </section>
  )
}

type RulesProps = {
  readonly rules: readonly RecurringRule[]
  readonly lookups: LookupsAnswer
}

function Rules({ rules, lookups }: RulesProps) {
  return (
    <ul className={styles['rows']}>
      {rules.map(rule => (
        <li key={rule.doc._id}>
          <RuleRow rule={rule} lookups={lookups} />
        </li>
      ))}
    </ul>
  )
}
