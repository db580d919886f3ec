import type { TFunction } from 'i18next'
import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'

/** How far a due day is from today: `was due 3 days ago`, `due today`, `in 5 days`. */
export function dueWords(date: string, today: string, t: TFunction): string {
  const days = dayNumber(date) - dayNumber(today)
  if (days < 0) return t('recurring.wasDue', { count: -days })
  if (days === 0) return t('recurring.dueToday')
  if (days === 1) return t('recurring.dueTomorrow')
  return t('recurring.dueIn', { count: days })
}
