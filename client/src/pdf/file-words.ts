/** What programs that show the file say of it. */
export type FileWords = {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly language: 'en' | 'pt'
  /** Milliseconds since 1970. */
  readonly madeAt: number
}

/**
 * A text as the library can write it outside of pages: it leaves the byte 13
 * as it is, which readers take for the end of a line, so that `č` (010D) would
 * become another letter. Apart from its accent it has none.
 */
export function inOutline(text: string): string {
  const clean = text.normalize('NFC').replace(/\p{C}/gu, '')
  return Array.from(clean)
    .map(letter => (hasReturn(letter) ? letter.normalize('NFD') : letter))
    .filter(letter => !hasReturn(letter))
    .join('')
}

/** Any of its bytes in UTF-16 is 13. */
function hasReturn(text: string): boolean {
  return Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at),
  ).some(code => code >> 8 === 13 || (code & 255) === 13)
}

/** The same as XMP (ISO 16684-1). */
export function metadataOf(words: FileWords): string {
  const { title, author, subject, language, madeAt } = words
  const when = new Date(madeAt).toISOString().replace(/\.\d+Z$/, 'Z')
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about=""',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    '<dc:format>application/pdf</dc:format>',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${inXml(title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${inXml(subject)}</rdf:li></rdf:Alt></dc:description>`,
    `<dc:creator><rdf:Seq><rdf:li>${inXml(author)}</rdf:li></rdf:Seq></dc:creator>`,
    `<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>`,
    '<xmp:CreatorTool>OurMoney</xmp:CreatorTool>',
    `<xmp:CreateDate>${when}</xmp:CreateDate>`,
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n')
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function inXml(text: string): string {
  return text
    .replace(/\p{C}/gu, '')
    .replace(/[&<>"]/g, sign => escapes[sign] ?? '')
}
