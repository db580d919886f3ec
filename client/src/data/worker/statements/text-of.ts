import chardet from 'chardet'

/**
 * What a file's text may be written in, by the names that TextDecoder knows.
 * It reads `iso-8859-1` as `windows-1252`, which has all of it.
 */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'iso-8859-15',
  'gb18030',
  'euc-jp',
  'euc-kr',
  'shift_jis',
  'big5',
  'windows-1251',
  'windows-1254',
] as const
export type TextEncoding = (typeof encodings)[number]

/** A file's text piece by piece, without its byte order mark. */
export async function* textOf(
  blob: Blob,
  encoding: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  const reader = blob.stream().getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      // A browser may hand over all that it has at once.
      for (let at = 0; at < value.length; at += pieceSize) {
        const piece = value.subarray(at, at + pieceSize)
        const text = decoder.decode(piece, { stream: true })
        if (text !== '') yield text
      }
    }
    const end = decoder.decode()
    if (end !== '') yield end
  } finally {
    await reader.cancel()
  }
}

const pieceSize = 64 * 1024

/** What a file is most likely written in, told by its first bytes that are not ASCII. */
export async function findEncoding(blob: Blob): Promise<TextEncoding> {
  const head = new Uint8Array(await blob.slice(0, sampleSize).arrayBuffer())
  return (
    byMark(head) ??
    byZeroes(head) ??
    byBytes(head, (await otherThanAscii(blob)) ?? head)
  )
}

const sampleSize = 64 * 1024

function byMark(head: Uint8Array): TextEncoding | undefined {
  const [a, b, c, d] = head
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return 'gb18030'
  return undefined
}

/** In UTF-16 every digit and comma has a zero byte before or after it. */
function byZeroes(head: Uint8Array): TextEncoding | undefined {
  const zeroes = [0, 0]
  head.forEach((byte, at) => {
    if (byte === 0) zeroes[at % 2] = (zeroes[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeroes
  if (even + odd < head.length / 10) return undefined
  return even > odd ? 'utf-16be' : 'utf-16le'
}

function byBytes(head: Uint8Array, sample: Uint8Array): TextEncoding {
  if (isIn('utf-8', sample)) return 'utf-8'
  const declared = byDeclaration(head)
  if (declared !== undefined) return declared
  const best =
    byScript(sample) ??
    chardet
      .analyse(sample)
      .filter(({ confidence }) => confidence > 0)
      .map(({ name }) => byName(name))
      .find(encoding => encoding !== undefined && mayBe(encoding, sample)) ??
    'windows-1252'
  return latin.includes(best) ? closestLatin(sample, best) : best
}

/** `<?xml … encoding="…"?>`, or `CHARSET:1252` as OFX has it. */
function byDeclaration(head: Uint8Array): TextEncoding | undefined {
  const start = new TextDecoder('windows-1252').decode(head.subarray(0, 1024))
  const name =
    /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1] ??
    /^CHARSET:\s*([\w-]+)/m.exec(start)?.[1]?.replace(/^(?=125\d$)/, 'windows-')
  const declared = name === undefined ? undefined : byName(name)
  return declared === 'utf-8' ? undefined : declared
}

function byName(name: string): TextEncoding | undefined {
  const label = name.toLowerCase()
  const known = others[label] ?? label
  return encodings.find(encoding => encoding === known)
}

const others: Readonly<Record<string, TextEncoding>> = {
  'iso-8859-1': 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  gb2312: 'gb18030',
  gbk: 'gb18030',
}

/** Up to a sample's length from the first byte that is not ASCII, which may stand far down. */
async function otherThanAscii(blob: Blob): Promise<Uint8Array | undefined> {
  const reader = blob.stream().getReader()
  let before = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return undefined
      const at = value.findIndex(byte => byte > 0x7f)
      if (at >= 0) {
        const from = Math.max(0, before + at - 1024)
        const part = blob.slice(from, from + sampleSize)
        return new Uint8Array(await part.arrayBuffer())
      }
      before += value.length
    }
  } finally {
    await reader.cancel()
  }
}

/** The sample may end within a character, so its end is not held against it. */
function isIn(encoding: TextEncoding, sample: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    // The decoder's only way to say so.
    return false
  }
}

const multiByte: ReadonlySet<string> = new Set<TextEncoding>([
  'gb18030',
  'euc-jp',
  'euc-kr',
  'shift_jis',
  'big5',
])

/** Whether bytes above ASCII come side by side, as an accented letter in a word does not. */
function isPaired(sample: Uint8Array): boolean {
  let high = 0
  let paired = 0
  sample.forEach((byte, at) => {
    if (byte < 0x80) return
    high += 1
    const beside = Math.max(sample[at - 1] ?? 0, sample[at + 1] ?? 0)
    if (beside > 0x7f) paired += 1
  })
  return paired > high * 0.8
}

/** A few words are too little for frequencies, but tell their script. */
function byScript(sample: Uint8Array): TextEncoding | undefined {
  return scripts.find(
    ([encoding, script]) =>
      isIn(encoding, sample) &&
      script.test(
        new TextDecoder(encoding).decode(sample).replace(/\p{ASCII}+/gu, ' '),
      ),
  )?.[0]
}

const scripts: readonly (readonly [TextEncoding, RegExp])[] = [
  ['shift_jis', /[\u3040-\u30ff]{2}/],
  ['euc-jp', /[\u3040-\u30ff]{2}/],
  ['euc-kr', /^[ \uac00-\ud7a3]+$/],
]

function mayBe(encoding: TextEncoding, sample: Uint8Array): boolean {
  if (multiByte.has(encoding)) {
    return isIn(encoding, sample) && isPaired(sample)
  }
  return encoding !== 'windows-1254' || sample.some(isTurkish)
}

/** The six letters in which `windows-1254` differs from `windows-1252`. */
function isTurkish(byte: number): boolean {
  return [0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe].includes(byte)
}

const latin: readonly TextEncoding[] = [
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
]

/** The one in which fewest signs stand where words have letters; `guess` of equals. */
function closestLatin(sample: Uint8Array, guess: TextEncoding): TextEncoding {
  const oddities = (encoding: TextEncoding) =>
    new TextDecoder(encoding).decode(sample).match(oddInWord)?.length ?? 0
  const least = Math.min(...latin.map(oddities))
  const closest = [guess, ...latin].find(each => oddities(each) === least)
  // A euro sign is there where no bank would write the sign for any currency.
  const isLatin9 =
    closest === 'windows-1252' &&
    sample.includes(0xa4) &&
    !sample.some(byte => byte >= 0x80 && byte < 0xa0)
  return isLatin9 ? 'iso-8859-15' : (closest ?? guess)
}

const oddInWord =
  /(?<=\p{L})[\u0080-\u009f\u00a1-\u00bf]|[\u0080-\u009f\u00a1-\u00bf](?=\p{Ll})|(?<=\p{Ll})(?=[\u00c0-\uffff])\p{Lu}/gu
