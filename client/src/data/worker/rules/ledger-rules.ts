import { compileRules, patternsOf } from '@ourmoney/shared/rule/apply-rules.ts'
import {
  readRule,
  type Rule,
  type RuleSetting,
} from '@ourmoney/shared/rule/rule.ts'
import type { Doc, DocOf, TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { recategorise } from '@ourmoney/shared/transaction/recategorise.ts'
import type { WorkProgress } from '../../changes.ts'
import type { LedgerRules, RuleChange, RulesAsk } from '../../rules.ts'
import type { RulesAnswer } from '../../views/rules.ts'
import type { TransactionRow } from '../../views/transactions.ts'
import { batchSize, doSteps } from '../acts.ts'
import type { Doing } from '../doing.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import type { ActDeps, Inverse, Step } from '../steps.ts'
import { linearPatterns } from './linear-patterns.ts'

type RulesParts = {
  readonly model: ReadModel
  readonly deps: ActDeps
  readonly asOneAct: Doing['asOneAct']
}

const newestFirst = {
  order: { by: 'date', descending: true },
  from: 0,
  to: Infinity,
} as const

export function ledgerRules({
  model,
  deps,
  asOneAct,
}: RulesParts): LedgerRules {
  const typeOf = (category: string) =>
    model.docs('category').find(({ _id }) => _id === category)?.type

  async function find(ask: RulesAsk) {
    const rules = ask.rules ?? rulesOf(model)
    const patterns = patternsOf(rules)
    const makePattern = await linearPatterns(patterns)
    const outcomeOf = compileRules(rules, makePattern)
    const { filter } = ask
    const { rows } = model.transactions({
      view: 'transactions',
      filter,
      ...newestFirst,
    })
    const payees = new Map(model.docs('payee').map(each => [each._id, each]))
    const found = rows.flatMap(row => {
      const flow = row.type === 'income' ? row.minor : -row.minor
      const outcome = outcomeOf({
        description: row.description,
        payee: payees.get(row.payee ?? '')?.name,
        payeeId: row.payee,
        notes: row.hasNotes ? model.broughtIn.notesOf(row.id) : undefined,
        flow,
        account: row.account,
      })
      if (outcome === undefined) return []
      const set = changedBy(outcome.set, row, ask.isReplacing)
      if (set === undefined) return []
      const { id, name } = outcome.rule
      return [{ row, flow, set, rule: { id, name } }]
    })
    return {
      changing: found.filter(({ row }) => !row.isLocked),
      locked: found.filter(({ row }) => row.isLocked).length,
      broken: patterns.filter(each => makePattern(each) === undefined),
    }
  }

  return {
    previewRules: async (ask, most) => {
      const { changing, locked, broken } = await find(ask)
      const changes = changing
        .slice(0, most)
        .map(({ row, flow, set, rule }): RuleChange => ({
          id: row.id,
          description: row.description,
          date: row.date,
          minor: flow,
          currency: row.currency,
          category: row.category,
          set,
          rule,
        }))
      return { count: changing.length, changes, locked, broken }
    },
    applyRules: async (ask, onProgress, signal) => {
      const { changing } = await find(ask)
      const all = changing.length
      let progress: WorkProgress = { phase: 'writing', done: 0, all }
      const receipt = await asOneAct(all, 'edited', async ({ keep, wrote }) => {
        const inverse: Inverse[] = []
        for (let at = 0; at < all && !signal.aborted; at += batchSize) {
          const part = changing.slice(at, at + batchSize)
          const steps = part.map(({ row, set }) =>
            stepFor(row.id, set, typeOf(set.category ?? '')),
          )
          inverse.unshift(await doSteps(steps, deps, { keep }))
          progress = { ...progress, done: at + part.length }
          wrote(progress.done, all)
          onProgress(progress)
        }
        return inverse.flat()
      })
      const phase = progress.done < all ? 'cancelled' : 'done'
      onProgress({ ...progress, phase })
      return { ...progress, phase, ...receipt }
    },
  }
}

/** For those who keep them: in their order, with how many there are besides. */
export function rulesAnswer(model: ReadModel): RulesAnswer {
  const rules = rulesOf(model).toSorted(
    (a, b) => a.order - b.order || (a.id < b.id ? -1 : 1),
  )
  return { rules, newer: model.docs('rule').length - rules.length }
}

/** All that this version can read. */
export function rulesOf(model: ReadModel): readonly Rule[] {
  return model.docs('rule').flatMap(doc => readRule(doc) ?? [])
}

function changedBy(
  set: RuleSetting,
  row: TransactionRow,
  isReplacing: boolean,
): RuleSetting | undefined {
  const isFree = (now: string | undefined) => isReplacing || now === undefined
  const isCategorised = row.type === 'transfer' || row.parts.length > 0
  const tags = set.tags?.filter(tag => !row.tags.includes(tag)) ?? []
  const next: RuleSetting = {
    ...(set.category !== undefined &&
      !isCategorised &&
      set.category !== row.category &&
      isFree(row.category) && { category: set.category }),
    ...(set.payee !== undefined &&
      set.payee !== row.payee &&
      isFree(row.payee) && { payee: set.payee }),
    ...(set.member !== undefined &&
      set.member !== row.member &&
      isFree(row.member) && { member: set.member }),
    ...(tags.length > 0 && { tags }),
    // Whether notes are the same is known once the record is read.
    ...(set.notes !== undefined &&
      (isReplacing || !row.hasNotes) && { notes: set.notes }),
  }
  return Object.keys(next).length > 0 ? next : undefined
}

type Type = DocOf<'category'>['type'] | undefined

function stepFor(id: string, set: RuleSetting, type: Type): Step {
  return {
    step: 'rewrite',
    id,
    // Reconciled meanwhile: it stays as it is.
    locked: 'skip',
    rewrite: (doc: Doc) =>
      doc.kind === 'transaction' ? fieldsFor(doc, set, type) : undefined,
  }
}

function fieldsFor(
  doc: TransactionDoc,
  { category, tags = [], ...others }: RuleSetting,
  type: Type,
): Partial<TransactionDoc> {
  // What comes back of an expense is a refund.
  const isTurned = type !== undefined && type !== doc.type
  return {
    ...others,
    ...(category !== undefined && recategorise(doc, category, 'leave')),
    ...(category !== undefined &&
      isTurned &&
      isPlain(doc) && { type, minor: -doc.minor || 0 }),
    ...(tags.length > 0 && {
      tags: [...new Set([...(doc.tags ?? []), ...tags])].sort().slice(0, 50),
    }),
  }
}

/** Neither a transfer nor in parts that sum to its amount. */
function isPlain({ type, splits = [], shareMode }: TransactionDoc): boolean {
  return type !== 'transfer' && splits.length === 0 && shareMode !== 'exact'
}
