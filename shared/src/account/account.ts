import { schemas, type DocOf } from '../sync/kinds.ts'

export type Account = DocOf<'account'>

export const accountTypes = schemas.account.shape.type.options
export type AccountType = (typeof accountTypes)[number]
