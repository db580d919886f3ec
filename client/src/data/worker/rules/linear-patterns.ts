import type { PatternMaker } from '@ourmoney/shared/rule/apply-rules.ts'

/** Loaded only where there is a pattern to match. */
export async function linearPatterns(
  patterns: readonly string[],
): Promise<PatternMaker> {
  if (patterns.length === 0) return () => undefined
  const { RE2JS, RE2JSException } = await import('re2js')
  return pattern => {
    try {
      const compiled = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE)
      return text => compiled.test(text)
    } catch (error) {
      if (error instanceof RE2JSException) return undefined
      throw error
    }
  }
}
