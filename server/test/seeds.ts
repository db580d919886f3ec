const isLong = process.env['OURMONEY_LONG'] === '1'
const today = Math.floor(Date.now() / 86_400_000) * 1_000
const firstSeed = Number(process.env['OURMONEY_SEED_BASE'] ?? today)
/** Others every day; `OURMONEY_SEED_BASE` repeats a day's. */
export const newSeeds = Array.from(
  { length: isLong ? 500 : 25 },
  (_, count) => firstSeed + count,
)
