import type { TFunction } from 'i18next'
import type { ReviewRow } from '../../data/statements.ts'

/** Why a row has its category, or what will be made for it. */
export function becauseWords(
  { newCategory, newMember, because }: ReviewRow,
  t: TFunction,
  locale: string,
): string | undefined {
  if (newCategory !== undefined) {
    return t('imports.newCategory', { name: newCategory })
  }
  if (newMember !== undefined) {
    return t('imports.newMember', { name: newMember })
  }
  if (because === undefined) return undefined
  return 'rule' in because
    ? t('imports.byRule', { name: because.name })
    : t('imports.byLearning', {
        percent: percentOf(because.learned, locale),
      })
}

/** Never quite certain: 100 % is nobody's to promise. */
export function percentOf(confidence: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(
    Math.min(0.99, confidence),
  )
}
