import { dictionary } from '@zxcvbn-ts/language-common'

// Shorter ones are refused for their length; the list is ranked, commonest first.
const common = new Set(
  dictionary['passwords-common']
    .filter(password => password.length >= 8)
    .slice(0, 3000),
)

/** Whether it is among the 3,000 commonest passwords of allowed length, whatever its case. */
export function isCommonPassword(password: string): boolean {
  return common.has(password.normalize('NFKC').toLowerCase())
}
