import * as z from 'zod'
import { instant, text, value } from './field-schemas.ts'

/**
 * A value that lost against a concurrent edit and waits for a person; `id` is
 * the losing entry's and the group's: `entry/group`.
 */
export const conflictSchema = z.looseObject({
  id: text(130).min(1),
  group: text(64),
  value: z.record(text(64), value),
  at: instant,
  by: text(64).optional(),
  device: text(64).optional(),
})
export type Conflict = z.infer<typeof conflictSchema>

/** One edit: the old values of the fields it changed, who made it, when and where. */
export const logEntrySchema = z.looseObject({
  id: text(64).min(1),
  at: instant,
  by: text(64).optional(),
  device: text(64).optional(),
  /** Old values; `null` stands for a field that was absent. */
  was: z.record(text(64), value),
  /** By field group: the entries that this one was made in knowledge of and replaces. */
  after: z.record(text(64), z.array(text(64)).max(100)).optional(),
  /** By set field: what was put in and taken out. */
  sets: z
    .record(
      text(64),
      z.looseObject({ put: z.array(text(60)), took: z.array(text(60)) }),
    )
    .optional(),
  /** Conflicts that it settled, with the values that it put aside. */
  settles: z.array(conflictSchema).max(200).optional(),
})
export type LogEntry = z.infer<typeof logEntrySchema>

const stampSchema = z.looseObject({
  id: text(64),
  at: instant,
  device: text(64).optional(),
})

/** What the oldest log entries were folded into. */
export const foldSchema = z.looseObject({
  at: instant,
  groups: z.record(text(64), stampSchema),
  /** Set fields as they were at the mark. */
  sets: z.record(text(64), z.array(text(60))).optional(),
})
