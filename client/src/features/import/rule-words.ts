import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { Condition, Rule } from '@ourmoney/shared/rule/rule.ts'
import { useWords } from '../../words/words.ts'
import type { ImportNames } from './use-import-names.ts'

/** A rule in a sentence: when it holds, and what it sets. */
export function useRuleWords(names: ImportNames) {
  const { t, locale } = useWords()
  const currency = names.lookups?.ledger?.currency ?? 'EUR'
  const list = new Intl.ListFormat(locale)
  const unknown = t('common.unknown')
  const payee = (id: string) =>
    names.lookups?.payees.find(({ _id }) => _id === id)?.name ?? unknown
  const member = (id: string) =>
    names.lookups?.members.find(({ _id }) => _id === id)?.name ?? unknown
  const money = (minor: number | undefined) =>
    minor === undefined ? '…' : formatMoney(minor, currency, locale)

  function condition(each: Condition): string {
    switch (each.is) {
      case 'contains':
        return t('imports.whenContains', { text: each.text })
      case 'matches':
        return t('imports.whenMatches', { pattern: each.pattern })
      case 'amount': {
        const range =
          each.from === undefined && each.to === undefined
            ? []
            : [`${money(each.from)} – ${money(each.to)}`]
        const flow =
          each.flow === undefined ? [] : [t(`imports.flow_${each.flow}`)]
        return [...flow, ...range].join(' ')
      }
      case 'account':
        return t('imports.whenAccount', {
          name: names.account(each.account) || unknown,
        })
      case 'payee':
        return t('imports.whenPayee', { name: payee(each.payee) })
    }
  }

  return {
    when: ({ when }: Pick<Rule, 'when'>) => list.format(when.map(condition)),
    set: ({ set }: Pick<Rule, 'set'>) =>
      list.format([
        ...(set.category === undefined
          ? []
          : [names.category(set.category)?.name ?? unknown]),
        ...(set.payee === undefined ? [] : [payee(set.payee)]),
        ...(set.member === undefined ? [] : [member(set.member)]),
        ...(set.tags ?? []).map(tag => `#${tag}`),
        ...(set.notes === undefined ? [] : [`“${set.notes.slice(0, 40)}”`]),
      ]),
  }
}
