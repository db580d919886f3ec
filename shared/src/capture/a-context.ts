import { foldText } from '../transaction/filter.ts'
import type { LastUse, QuickContext, QuickLanguage } from './reading.ts'

const accounts = {
  en: ['Cash', 'Bank', 'Savings', 'Visa', 'Revolut'],
  pt: ['Dinheiro', 'Banco', 'Poupança', 'Cartão', 'Revolut'],
} as const
const accountTypes = ['cash', 'bank', 'savings', 'card', 'other'] as const

const categories = {
  en: [
    'Groceries,Eating out,Home,Bills,Transport,Health,Clothes,Leisure,Education,Gifts,Other',
    'Salary,Other income',
  ],
  pt: [
    'Mercearia,Restaurantes,Casa,Contas,Transportes,Saúde,Roupa,Lazer,Educação,Presentes,Outros',
    'Salário,Outras receitas',
  ],
} as const

const payees = {
  Tesco: 0,
  EDP: 3,
  IKEA: 2,
  'Pingo Doce': 0,
  'Costa Coffee': 1,
  Netflix: 7,
} as const

/** `type description category account`, by the places of their names. */
const history = {
  en: [
    ['expense', 'Coffee', 1, 0],
    ['expense', 'Gym', 5, 1],
    ['expense', 'Piano lesson', 8, undefined],
    ['income', 'Consulting', 12, 1],
  ],
  pt: [
    ['expense', 'Café', 1, 0],
    ['expense', 'Ginásio', 5, 1],
    ['income', 'Consultoria', 12, 1],
  ],
} as const

/** A household's names on Sunday 22 November 2026; ids are numbers behind a prefix. */
export function aQuickContext(
  language: QuickLanguage,
  fields: Partial<QuickContext> = {},
): QuickContext {
  const [expense, income] = categories[language]
  const named = [
    ...expense.split(',').map(name => ({ name, type: 'expense' as const })),
    ...income.split(',').map(name => ({ name, type: 'income' as const })),
  ].map((each, at) => ({ ...each, _id: `cat_${at}` }))
  const uses = history[language].map(
    ([type, description, category, account]): LastUse => ({
      type,
      description,
      category: `cat_${category}`,
      account: account === undefined ? undefined : `acc_${account}`,
    }),
  )
  return {
    language,
    locale: language === 'en' ? 'en-GB' : 'pt-PT',
    today: '2026-11-22',
    currency: 'EUR',
    accounts: accounts[language].map((name, at) => ({
      _id: `acc_${at}`,
      name,
      type: accountTypes[at] ?? 'other',
      currency: 'EUR',
    })),
    categories: named,
    members: [
      { _id: 'mem_0', name: 'Ana' },
      { _id: 'mem_1', name: 'Rui Costa' },
    ],
    payees: Object.entries(payees).map(([name, category], at) => ({
      _id: `pay_${at}`,
      name,
      category: `cat_${category}`,
    })),
    tags: ['work', 'trabalho', 'férias'],
    lastUses: description =>
      uses.filter(use => foldText(use.description) === foldText(description)),
    defaults: {},
    ...fields,
  }
}
