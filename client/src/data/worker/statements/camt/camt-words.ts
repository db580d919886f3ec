import { distinct, isReference, squeeze } from '../words.ts'
import { nodesAt, textAt, type XmlNode } from './xml-node.ts'

/** What is said of a movement: in its details, and of its entry as a whole. */
export function wordsOf(
  details: XmlNode | undefined,
  entry: XmlNode,
  isIn: boolean,
) {
  const isReversal = textAt(entry, 'RvslInd') === 'true'
  // Of what is taken back, the sides are those of the first time.
  const isOtherDebtor = isIn !== isReversal
  const payee = details && nameOf(details, isOtherDebtor)
  const account = details && accountOf(details, isOtherDebtor)
  const free = details === undefined ? [] : textsOf(details, 'RmtInf/Ustrd')
  const structured =
    details === undefined
      ? []
      : [
          ...textsOf(details, 'RmtInf/Strd/CdtrRefInf/Ref'),
          ...textsOf(details, 'RmtInf/Strd/CdtrRefInf/CdtrRef'),
        ]
  const more = [
    ...(details === undefined
      ? []
      : [
          ...textsOf(details, 'RmtInf/Strd/AddtlRmtInf'),
          ...textsOf(details, 'AddtlTxInf'),
        ]),
    ...textsOf(entry, 'AddtlNtryInf'),
  ]
  const ends = ['Refs/EndToEndId', 'Refs/MndtId']
    .map(path => textAt(details, path))
    .filter(isReference)
  const description =
    [
      squeeze(free.join(' ')),
      ...structured,
      ...more,
      payee ?? '',
      ...ends,
      textAt(entry, 'BkTxCd/Prtry/Cd'),
      textAt(entry, 'NtryRef'),
    ].find(text => text !== '') ?? ''
  const notes = distinct([...structured, ...ends, account, ...more])
    .filter(text => text !== description)
    .join('\n')
  return {
    description,
    ...(payee !== undefined && payee !== '' && { payee }),
    ...(notes !== '' && { notes }),
  }
}

function textsOf(node: XmlNode, path: string): readonly string[] {
  return distinct(nodesAt(node, path).map(each => each.text))
}

/** Newer versions have a level more, in which the other side may be a bank. */
function nameOf(details: XmlNode, isDebtor: boolean): string {
  const sides = isDebtor ? ['Dbtr', 'UltmtDbtr'] : ['Cdtr', 'UltmtCdtr']
  const names = sides.flatMap(side =>
    ['Nm', 'Pty/Nm', 'Agt/FinInstnId/Nm'].map(path =>
      textAt(details, `RltdPties/${side}/${path}`),
    ),
  )
  return squeeze(names.find(name => name !== '') ?? '')
}

function accountOf(details: XmlNode, isDebtor: boolean): string {
  const id = `RltdPties/${isDebtor ? 'DbtrAcct' : 'CdtrAcct'}/Id`
  return textAt(details, `${id}/IBAN`) || textAt(details, `${id}/Othr/Id`)
}
