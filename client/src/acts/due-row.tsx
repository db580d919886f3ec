import { IconCheck, IconDots } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { LookupsAnswer } from '../data/views/names.ts'
import type { DueDay, RecurringRule } from '../data/views/recurring.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { CategoryIcon, colourOf } from '../ui/category-icon.tsx'
import { dayName, shortDate, today } from '../ui/dates.ts'
import { Menu } from '../ui/menu.tsx'
import { TransactionAmount } from '../ui/transaction-amount.tsx'
import { dueWords } from '../words/due-words.ts'
import { useWords } from '../words/words.ts'
import styles from './due-row.module.css'
import { Writers } from './may-write.tsx'
import { PostDialog } from './post-dialog.tsx'
import { useDueActs } from './use-due-acts.ts'

type DueRowProps = {
  readonly due: DueDay
  readonly rule: RecurringRule
  readonly lookups: LookupsAnswer
  /** Waits for somebody: what to do about it stands in sight. */
  readonly isDue: boolean
}

/** A payment that is to come or waits to be posted: in no total, and told apart from what is booked. */
export function DueRow({ due, rule, lookups, isDue }: DueRowProps) {
  const { t, locale } = useWords()
  const acts = useDueActs()
  const [isAsking, setAsking] = useState(false)
  const { doc, draft } = rule
  const { date, alike } = due
  const name = doc.name
  const on = shortDate(date, locale)
  const when = dayName(date, locale, {
    today: t('common.today'),
    yesterday: t('common.yesterday'),
  })
  const distance = dueWords(date, today(), t)
  return (
    <div className={`${styles['row']} ${isDue ? styles['due'] : ''}`}>
      <DueIcon rule={rule} lookups={lookups} />
      <div className={styles['what']}>
        <Link to={`/recurring?rule=${doc._id}`} dir="auto">
          {name}
        </Link>
        <small>
          {when === t('common.today') ? distance : `${when} · ${distance}`}
        </small>
        {draft === undefined && (
          <small className={styles['warning']}>
            {t('recurring.unfinished')}
          </small>
        )}
      </div>
      {draft !== undefined && (
        <span className={styles['amount']}>
          <TransactionAmount
            type={draft.type}
            minor={draft.minor}
            currency={draft.currency}
            locale={locale}
          />
          {!isDue && <small>{t('recurring.planned')}</small>}
        </span>
      )}
      <Writers>
        <div className={styles['acts']}>
          {isDue && draft !== undefined && (
            <>
              <Button
                kind="plain"
                label={t('recurring.skipOf', { name, date: on })}
                onPress={() => void acts.skip(rule, date)}
              >
                {t('recurring.skip')}
              </Button>
              <Button
                label={t('recurring.postOf', { name, date: on })}
                onPress={() => void acts.post(rule, date)}
              >
                <IconCheck size={18} aria-hidden />
                {t('recurring.post')}
              </Button>
            </>
          )}
          {draft !== undefined && (
            <Menu
              label={t('recurring.more', { name })}
              entries={[
                ...(isDue
                  ? []
                  : [
                      {
                        id: 'post',
                        name: t('recurring.postNow'),
                        onPress: () => void acts.post(rule, date),
                      },
                    ]),
                {
                  id: 'other',
                  name: t('recurring.postOther'),
                  onPress: () => setAsking(true),
                },
                ...(isDue
                  ? []
                  : [
                      {
                        id: 'skip',
                        name: t('recurring.skip'),
                        onPress: () => void acts.skip(rule, date),
                      },
                    ]),
              ]}
            >
              <IconButton label={t('recurring.more', { name })}>
                <IconDots size={20} aria-hidden />
              </IconButton>
            </Menu>
          )}
        </div>
      </Writers>
      {alike !== undefined && draft !== undefined && (
        <Alike
          words={t('recurring.alike', {
            amount: formatMoney(alike.minor, draft.currency, locale),
            date: shortDate(alike.date, locale),
          })}
          to={`/transactions?record=${alike.id}`}
        >
          <Button kind="plain" onPress={() => void acts.link(rule, due)}>
            {t('recurring.thatIsIt')}
          </Button>
        </Alike>
      )}
      {isAsking && draft !== undefined && (
        <PostDialog
          rule={rule}
          draft={draft}
          date={date}
          onPost={set => acts.post(rule, date, set)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}

type AlikeProps = {
  readonly words: string
  readonly to: string
  readonly children: ReactNode
}

function Alike({ words, to, children }: AlikeProps) {
  return (
    <p className={styles['alike']}>
      <Link to={to}>{words}</Link>
      <Writers>{children}</Writers>
    </p>
  )
}

type DueIconProps = Pick<DueRowProps, 'rule' | 'lookups'>

/** Of the category, within a broken ring: nothing is booked. */
function DueIcon({ rule, lookups }: DueIconProps) {
  const { draft } = rule
  const category = lookups.categories.find(({ _id }) => _id === draft?.category)
  return (
    <span className={styles['ring']}>
      <CategoryIcon
        icon={draft?.type === 'transfer' ? 'transfer' : category?.icon}
        colour={category?.colour ?? colourOf(draft?.category ?? rule.doc._id)}
      />
    </span>
  )
}
