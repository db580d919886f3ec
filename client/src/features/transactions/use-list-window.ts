import { useState } from 'react'
import { useView } from '../../data/hooks.tsx'
import { block, listQuery, type ListOf } from './list-query.ts'

/** The rows around those in sight, and the way to say which is the first of these. */
export function useListWindow(list: ListOf) {
  const [first, setFirst] = useState(0)
  const [from, setFrom] = useState(0)
  const answer = useView(listQuery({ ...list, from }))
  // One window after another: a list that is dragged asks for less than it passes.
  const wanted = Math.max(0, Math.floor(first / block) * block - block)
  if (wanted !== from && answer?.from === from) setFrom(wanted)
  return { answer, first, setFirst }
}
