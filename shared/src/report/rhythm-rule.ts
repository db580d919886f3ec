import type { Recurrence } from '../recurring/recurrence.ts'
import type { Rhythm } from './interval-fit.ts'

const plain = {
  monthDays: [],
  weekDays: [],
  positions: [],
  weekStart: 1,
} as const

/** A rhythm as a rule, which counts from any of its due days on. */
export function ruleOf(rhythm: Rhythm): Recurrence {
  if (rhythm.unit === 'week') {
    const weekDays = [{ day: rhythm.weekday }]
    const interval = rhythm.every
    return { ...plain, frequency: 'WEEKLY', interval, weekDays }
  }
  const { every, monthDay } = rhythm
  const isPlain = monthDay <= 28
  if (every === 12 && isPlain) {
    return { ...plain, frequency: 'YEARLY', interval: 1 }
  }
  const monthly = { ...plain, frequency: 'MONTHLY', interval: every } as const
  if (isPlain) return { ...monthly, monthDays: [monthDay] }
  if (monthDay === 31) return { ...monthly, monthDays: [-1] }
  // In a month without a 30th the last day.
  const monthDays = [28, 29, 30].filter(day => day <= monthDay)
  return { ...monthly, monthDays, positions: [-1] }
}
