import { canonicalText } from '@ourmoney/shared/sync/encode.ts'
import { deletedGroup } from '@ourmoney/shared/sync/field-groups.ts'
import { fieldsOf } from '@ourmoney/shared/sync/groups.ts'
import type { Kind } from '@ourmoney/shared/sync/prefixes.ts'
import type { Question } from '@ourmoney/shared/sync/questions.ts'

/** Fields of a question's group in which its values differ, in the order of the group. */
export function fieldsAsked(
  kind: Kind,
  { group, stands, others }: Question,
): readonly string[] {
  if (group === deletedGroup) return [deletedGroup]
  const known = fieldsOf(kind, group)
  return known.filter(field =>
    others.some(
      ({ value }) =>
        canonicalText(value[field] ?? null) !==
        canonicalText(stands.value[field] ?? null),
    ),
  )
}
