import type { Kind } from './prefixes.ts'

/**
 * Field groups: fields that are only valid together and that a merge takes
 * as one. A field that stands in no group is a group of its own.
 */
export const fieldGroups: Partial<
  Record<Kind, Readonly<Record<string, readonly string[]>>>
> = {
  transaction: {
    amount: [
      'type',
      'minor',
      'currency',
      'account',
      'toAccount',
      'toMinor',
      'splits',
      'rate',
      'shareMode',
      'shares',
      'joined',
    ],
  },
  account: {
    opening: ['openingMinor', 'openingDate', 'currency'],
    statement: ['statementMinor', 'statementDate'],
    closed: ['closed', 'mergedInto'],
  },
  category: { place: ['type', 'parent'] },
  budget: {
    plan: ['period', 'minor', 'currency', 'rollover', 'from', 'until'],
    scope: ['category', 'categories', 'member'],
  },
  goal: { target: ['targetMinor', 'currency', 'date'] },
  recurring: { plan: ['rrule', 'start', 'stopped', 'paused', 'since'] },
  rate: { rate: ['base', 'quote', 'date', 'ratePpm'] },
  shoppingItem: { ticked: ['tickedAt', 'tickedBy'] },
}

/** The group of being deleted or not; every kind has it. */
export const deletedGroup = 'deleted'

/** Fields that merge as a set instead of by the newest stamp. */
export const setFields: Partial<Record<Kind, readonly string[]>> = {
  transaction: ['tags', 'ticked', 'locked', 'matched'],
  recurring: ['skipped'],
}

/** Fields that no edit may change. */
export const fixedFields = [
  '_id',
  '_rev',
  '_deleted',
  'kind',
  'v',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'device',
  'deletedAt',
  'deletedBy',
  'log',
  'folded',
  'conflicts',
  'settled',
] as const
