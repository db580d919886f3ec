import { rankInsights } from '@ourmoney/shared/insight/insight.ts'
import type {
  InsightsAnswer,
  InsightsQuery,
  NamedInsight,
} from '../../views/insights.ts'
import { newsOf } from '../read-model/news/news.ts'
import type { ReadModel } from '../read-model/read-model.ts'

const none: ReadonlySet<string> = new Set()

/** What is news, one kind after the other: what somebody waits for is answered between them. */
export async function insightsAnswer(
  model: ReadModel,
  query: InsightsQuery,
  signal: AbortSignal,
): Promise<InsightsAnswer> {
  const told: NamedInsight[] = []
  for (const of of newsOf) {
    await new Promise(resolve => setTimeout(resolve, 0))
    signal.throwIfAborted()
    told.push(...model.news.tell(of, query))
  }
  return { insights: rankInsights(told, none, Infinity) }
}
