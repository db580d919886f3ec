import { useState } from 'react'
import { needsRate } from '@ourmoney/shared/rate/kept-rate.ts'
import { connects, type KeptRate } from '@ourmoney/shared/rate/rate.ts'
import { rateDigits } from '@ourmoney/shared/rate/rate-text.ts'
import { readRate, type RateIssue } from '@ourmoney/shared/rate/read-rate.ts'
import { success, type Result } from '@ourmoney/shared/result.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { useView } from '../../data/hooks.tsx'
import { useWords } from '../../words/words.ts'

/** The rate of a form: what would be kept, and what a person gives instead. */
export type FormRate = {
  /** Nothing for an amount in the ledger's currency. */
  readonly line: RateLineState | undefined
  /** What to save beside the other fields; nothing where the rate is looked up by itself. */
  readonly read: () => Result<GivenRate, RateIssue>
  readonly reset: () => void
}

type GivenRate = { readonly rate?: KeptRate | undefined }

export type RateLineState = {
  /** The direction in which it is read and typed. */
  readonly base: string
  readonly quote: string
  readonly kept: KeptRate | undefined
  /** It is of another day than the transaction. */
  readonly isOlder: boolean
  readonly typed: string | undefined
  readonly issue: RateIssue | undefined
  readonly onType: (text: string) => void
  /** Begins to type, with what is kept. */
  readonly onChange: () => void
  /** Takes the rate of the day. */
  readonly onAutomatic: () => void
}

type Priced = {
  readonly type: TransactionDoc['type']
  readonly currency: string
  readonly date: string
}

/** What a person did about the rate; of another currency it counts no more. */
type Choice = {
  readonly currency: string
  /** `undefined`: the rate of the day, whatever was given before. */
  readonly typed: string | undefined
}

export function useFormRate(
  { type, currency, date }: Priced,
  ledgerCurrency: string,
  edits: TransactionDoc | undefined,
): FormRate {
  const { locale } = useWords()
  const [given, setGiven] = useState<Choice>()
  const [issue, setIssue] = useState<RateIssue>()
  const found = useView({ view: 'rateOn', currency, date })
  const choice = given?.currency === currency ? given : undefined

  function choose(next: Choice | undefined) {
    setIssue(undefined)
    setGiven(next)
  }
  const reset = () => choose(undefined)
  if (!needsRate({ type, currency }, ledgerCurrency)) {
    return { line: undefined, read: () => success({}), reset }
  }

  const before = edits?.rate
  const stays =
    before !== undefined &&
    connects(before, currency, ledgerCurrency) &&
    (before.own === true || edits?.date === date)
  const kept = stays && choice === undefined ? before : found?.rate
  const shown = stays ? before : found?.rate
  const base = shown?.base ?? currency
  const quote = shown?.quote ?? ledgerCurrency
  const keptDigits = shown && rateDigits(shown.ratePpm, locale)

  function read(): Result<GivenRate, RateIssue> {
    if (choice === undefined || choice.typed === keptDigits) return success({})
    if (choice.typed === undefined) return success({ rate: undefined })
    const rate = readRate(choice.typed, base, quote, locale)
    setIssue(rate.ok ? undefined : rate.failure)
    return rate.ok
      ? success({ rate: { ...rate.value, date, own: true } })
      : rate
  }

  return {
    line: {
      base,
      quote,
      kept,
      isOlder: kept !== undefined && kept.date !== date,
      typed: choice?.typed,
      issue,
      onType: typed => choose({ currency, typed }),
      onChange: () => choose({ currency, typed: keptDigits ?? '' }),
      onAutomatic: () => choose({ currency, typed: undefined }),
    },
    read,
    reset,
  }
}
