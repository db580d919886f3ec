import { distinct, isReference, squeeze } from '../words.ts'

/** What is said of a movement. */
export type Mt940Words = {
  readonly purpose: string
  readonly name: string
  /** What kind of booking it is, in the bank's words. */
  readonly kind: string
  readonly account: string
  readonly references: readonly string[]
  readonly bankReference: string
}

/** What `:86:` says, in whichever of the usual ways its bank writes it. */
export function readWords(lines: readonly string[]): Mt940Words {
  const joined = lines.join('')
  const numbered = /^\s*(?:\d{3}\s*(?=[?<>~@#^])|(?=[?~]))(.)\d{2}/.exec(joined)
  if (numbered !== null) return fromNumbered(joined, numbered[1] ?? '?')
  if (/^\s*\/[A-Z]{2,8}\//.test(joined)) return fromSlashes(joined)
  const text = unwrap(lines, 65)
  return /;\s*(tyt|TNR|dla|od)\s*\.?:/i.test(text)
    ? fromPolish(text)
    : { ...nothing, ...fromKeys(text) }
}

const nothing: Mt940Words = {
  purpose: '',
  name: '',
  kind: '',
  account: '',
  references: [],
  bankReference: '',
}

/** Lines, and parts of them, are broken where they are full: even within a word. */
function unwrap(pieces: readonly string[], full: number): string {
  return pieces.reduce(
    (all, piece, index) =>
      index === 0 || (pieces[index - 1]?.length ?? 0) >= full
        ? all + piece
        : `${all} ${piece}`,
    '',
  )
}

/** German and Polish banks: `166?00KIND?20PURPOSE?21…?31ACCOUNT?32NAME?33…`. */
function fromNumbered(text: string, mark: string): Mt940Words {
  const [, ...fields] = text.split(new RegExp(`\\${mark}(?=\\d{2})`))
  const byNumber = new Map<number, string>()
  for (const field of fields) {
    const number = Number(field.slice(0, 2))
    if (!byNumber.has(number)) byNumber.set(number, field.slice(2))
  }
  const between = (from: number, to: number) =>
    unwrap(
      [...byNumber]
        .filter(([number]) => number >= from && number <= to)
        .map(([, field]) => field),
      27,
    )
  const purpose = `${between(20, 29)} ${between(60, 63)}`
  return {
    ...nothing,
    ...fromKeys(purpose),
    name: squeeze(between(32, 33)),
    kind: squeeze(byNumber.get(0) ?? ''),
    account: squeeze(byNumber.get(38) ?? byNumber.get(31) ?? ''),
  }
}

const sepaKey =
  /(?:(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP)\+|(?<![A-Z])(EREF|KREF|MREF|CRED|SVWZ|MTLG):)/

/** Within a purpose `EREF+…SVWZ+…`; what has no key before it is the purpose. */
function fromKeys(text: string) {
  const [before = '', ...rest] = text.split(sepaKey)
  const keyed = new Map<string, string>()
  for (let at = 0; at + 2 < rest.length; at += 3) {
    keyed.set(rest[at] ?? rest[at + 1] ?? '', squeeze(rest[at + 2] ?? ''))
  }
  return {
    purpose: keyed.get('SVWZ') || keyed.get('MTLG') || squeeze(before),
    references: ['EREF', 'KREF', 'MREF']
      .map(key => keyed.get(key) ?? '')
      .filter(isReference),
  }
}

const slashKeys =
  'EREF|KREF|MREF|MARF|CSID|BENM|ORDP|NAME|REMI|ISDT|IBAN|BIC|TRTP|RTRN|PREF|' +
  'CNTP|ADDR|PURP|ULTC|ULTD|ULTB|SVCL|TRCD|PIND|OCMT|CHGS|EXCH|CREF|IREF|BUSP|TRACE'
const slashKey = new RegExp(`/(${slashKeys})/`)

/** Dutch banks: `/EREF/…/BENM//NAME/…/REMI/…`. */
function fromSlashes(text: string): Mt940Words {
  const [, ...rest] = text.split(slashKey)
  const keyed = new Map<string, string>()
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const value = squeeze((rest[at + 1] ?? '').replace(/^\/|\/$/g, ''))
    if (value !== '') keyed.set(rest[at] ?? '', value)
  }
  // ING: account, bank and name of the other side in one.
  const [account = '', , name = ''] = keyed.get('CNTP')?.split('/') ?? []
  const purpose = withoutSlashes(
    (keyed.get('REMI') ?? '').replace(/^(USTD|STRD\/(CUR|ISO))(?=\/)/, ''),
  )
  return {
    ...nothing,
    purpose: squeeze(purpose),
    name: keyed.get('NAME') ?? squeeze(name),
    kind: keyed.get('TRTP') ?? '',
    account: keyed.get('IBAN') ?? account,
    references: ['EREF', 'PREF', 'MARF']
      .map(key => keyed.get(key) ?? '')
      .filter(isReference),
  }
}

/** Around a text. A pattern for those at its end would begin anew at each within it. */
function withoutSlashes(text: string): string {
  let end = text.length
  while (text.charAt(end - 1) === '/') end -= 1
  return text.slice(0, end).replace(/^\/+/, '')
}

/** mBank: `944 KIND; z rach.: ACCOUNT; od: NAME; tyt.: PURPOSE; TNR: ID`. */
function fromPolish(text: string): Mt940Words {
  const [head = '', ...fields] = text.split(/;\s*/)
  const keyed = new Map<string, string>()
  let last = ''
  for (const field of fields) {
    const found = /^(na rach|z rach|dla|od|tyt|TNR)\s*\.?:\s*([^]*)$/i.exec(
      field,
    )
    // The purpose may itself have semicolons.
    if (found === null) {
      keyed.set(last, [keyed.get(last) ?? '', field].filter(Boolean).join('; '))
    } else {
      last = found[1]?.toLowerCase() ?? ''
      keyed.set(last, squeeze(found[2] ?? ''))
    }
  }
  return {
    ...nothing,
    purpose: keyed.get('tyt') ?? '',
    name: keyed.get('dla') ?? keyed.get('od') ?? '',
    kind: squeeze(
      [head.replace(/^\s*\d{3}\b/, ''), keyed.get('') ?? ''].join(' '),
    ),
    account: keyed.get('na rach') ?? keyed.get('z rach') ?? '',
    bankReference: keyed.get('tnr') ?? '',
  }
}

/** The three texts of a row. */
export function wordsOfRow(
  words: Mt940Words,
  kind: string,
  reference: string,
  supplement: string,
) {
  const description =
    words.purpose || words.name || words.kind || supplement || reference || kind
  const notes = distinct([
    words.kind === description ? '' : words.kind,
    ...words.references,
    isReference(reference) && !/^[EK]REF\+?$/.test(reference) ? reference : '',
    words.account,
    supplement === description ? '' : supplement,
  ]).join('\n')
  return {
    description,
    ...(words.name !== '' && { payee: words.name }),
    ...(notes !== '' && { notes }),
  }
}
