import type { TFunction } from 'i18next'
import type { TableWords } from '../../data/files.ts'

/** What a table is headed with, in the language of the moment. */
export function tableWords(t: TFunction): TableWords {
  return {
    columns: {
      date: t('common.date'),
      type: t('common.type'),
      description: t('common.description'),
      amount: t('common.amount'),
      currency: t('settings.currency'),
      account: t('common.account'),
      toAccount: t('common.toAccount'),
      toAmount: t('files.toAmount'),
      toCurrency: t('files.toCurrency'),
      category: t('common.category'),
      payee: t('names.payee'),
      member: t('common.member'),
      tags: t('common.tags'),
      notes: t('common.notes'),
      partNotes: t('files.partNotes'),
      id: t('files.id'),
    },
    types: {
      expense: t('common.expense'),
      income: t('common.income'),
      transfer: t('common.transfer'),
    },
    transactions: t('shell.transactions'),
    totals: t('files.totals'),
    income: t('common.incomes'),
    spent: t('common.expenses'),
    count: t('files.entries'),
    all: t('common.all'),
  }
}
