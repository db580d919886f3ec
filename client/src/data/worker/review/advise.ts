import { compileRules, patternsOf } from '@ourmoney/shared/rule/apply-rules.ts'
import {
  learnCategories,
  type Guess,
} from '@ourmoney/shared/statement/learn-categories.ts'
import type { RuleSetting } from '@ourmoney/shared/rule/rule.ts'
import type { RowFields } from '../../statements.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import { rulesOf } from '../rules/ledger-rules.ts'
import { linearPatterns } from '../rules/linear-patterns.ts'
import type { LedgerNames } from './ledger-names.ts'
import { fieldsOf, tagsOf, type Reviewed } from './reviewed.ts'

/** Under it a category is offered, and not set. */
const sureEnough = 0.9
/** Under it it is not worth a look. */
const leastOffered = 0.3

/** Gives rows what the household's rules and its history say; what a person changed stays. */
export async function advise(
  rows: readonly Reviewed[],
  model: ReadModel,
  names: LedgerNames,
): Promise<void> {
  const open = rows.filter(
    ({ state, read, first, fields }) =>
      state !== 'known' && read !== undefined && first === fields,
  )
  if (open.length === 0) return
  const rules = rulesOf(model)
  const makePattern = await linearPatterns(patternsOf(rules))
  const outcomeOf = compileRules(rules, makePattern)
  const guess = learnCategories(model.broughtIn.examples())
  for (const row of open) {
    if (row.isAdvised === true && row.read !== undefined) {
      Object.assign(row, fieldsOf(row.read, names))
      row.because = undefined
      row.suggestion = undefined
    }
    row.isAdvised = true
    const { fields, account } = row
    if (fields === undefined) continue
    const { description, payee, notes, minor } = fields
    const outcome = outcomeOf({
      description,
      payee,
      payeeId: payee === undefined ? undefined : names.payeeNamed(payee),
      notes,
      flow: minor,
      account,
    })
    if (outcome !== undefined) {
      set(row, ruled(fields, outcome.set, names))
      const { category, member } = outcome.set
      if (category !== undefined) row.newCategory = undefined
      if (member !== undefined) row.newMember = undefined
      const { categoryBy } = outcome
      if (categoryBy !== undefined) {
        row.because = { rule: categoryBy.id, name: categoryBy.name }
      }
    }
    if (isCategorised(row)) continue
    const found = guess({ description, isIn: minor > 0, account })
    if (found !== undefined && isOffered(found, names)) offer(row, found)
  }
}

function ruled(
  fields: RowFields,
  { category, payee, member, notes, tags }: RuleSetting,
  names: LedgerNames,
): RowFields {
  const name = payee === undefined ? undefined : names.payee(payee)?.name
  return {
    ...fields,
    ...(category !== undefined && { category: names.standing(category) }),
    ...(name !== undefined && { payee: name }),
    ...(member !== undefined && { member }),
    ...(notes !== undefined && { notes }),
    ...(tags !== undefined && { tags: tagsOf([...fields.tags, ...tags]) }),
  }
}

function isCategorised({ toAccount, newCategory, fields, read }: Reviewed) {
  return (
    toAccount !== undefined ||
    newCategory !== undefined ||
    fields?.category !== undefined ||
    (read?.parts?.length ?? 0) > 0
  )
}

function isOffered({ category, confidence }: Guess, names: LedgerNames) {
  const doc = names.category(category)
  return (
    doc !== undefined && doc.archived !== true && confidence >= leastOffered
  )
}

function offer(row: Reviewed, { category, confidence }: Guess): void {
  if (confidence < sureEnough) {
    row.suggestion = { category, confidence }
    return
  }
  if (row.fields !== undefined) set(row, { ...row.fields, category })
  row.because = { learned: confidence }
}

function set(row: Reviewed, fields: RowFields): void {
  row.first = fields
  row.fields = fields
}
