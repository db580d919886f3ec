import { decimalsOf } from '@ourmoney/shared/money/currencies.ts'
import { decimalText } from '@ourmoney/shared/money/decimal-text.ts'

/** A cell of a sheet; `undefined` is an empty one. */
export type Cell =
  | { readonly text: string; readonly isBold?: boolean | undefined }
  | { readonly day: number }
  | {
      readonly minor: number
      readonly currency: string
      readonly isBold?: boolean | undefined
    }
  | { readonly whole: number; readonly isBold?: boolean | undefined }
  | undefined

/** Places in `cellXfs` below. */
const bold = 1
const dateStyle = 2
const wholeStyle = 3
/** Of an amount without decimals; with one more for each, and a bold one after all. */
const amountStyle = 4
const mostDecimals = 4

const fromDay = 25_569
/** Before March 1900 spreadsheets count a day that never was. */
const firstDay = 61

/** A row with the reference of each cell, without which other programs count wrongly. */
export function rowXml(row: number, cells: readonly Cell[]): string {
  const inside = cells.map((cell, column) =>
    cell === undefined ? '' : cellXml(`${columnName(column)}${row}`, cell),
  )
  return `<row r="${row}">${inside.join('')}</row>`
}

function cellXml(at: string, cell: NonNullable<Cell>): string {
  if ('text' in cell) {
    if (cell.text === '') return ''
    const style = cell.isBold === true ? ` s="${bold}"` : ''
    return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(cell.text)}</t></is></c>`
  }
  if ('day' in cell) {
    const day = cell.day + fromDay
    if (day >= firstDay)
      return `<c r="${at}" s="${dateStyle}"><v>${day}</v></c>`
    const text = new Date(cell.day * 86_400_000).toISOString().slice(0, 10)
    return cellXml(at, { text })
  }
  if ('whole' in cell) {
    const style = cell.isBold === true ? bold : wholeStyle
    return `<c r="${at}" s="${style}"><v>${cell.whole}</v></c>`
  }
  const decimals = decimalsOf(cell.currency)
  const isBold = cell.isBold === true ? mostDecimals + 1 : 0
  const style = amountStyle + decimals + isBold
  return `<c r="${at}" s="${style}"><v>${decimalText(cell.minor, cell.currency)}</v></c>`
}

/** `A`, `B` … `Z`, `AA`. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

// What XML 1.0 cannot carry, a carriage return that it would change, and what looks like the escape itself.
const unsayable =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}|_(?=x[0-9a-fA-F]{4}_)/gu // oxlint-disable-line no-control-regex

/** As spreadsheets escape it: `_x000D_`. */
export function xmlText(text: string): string {
  return text
    .replace(
      unsayable,
      found =>
        `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A sheet whose first row stays in sight; its rows follow. */
export function sheetStart(widths: readonly number[]): string {
  const columns = widths.map(
    (width, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  return (
    `${prolog}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    `</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`
  )
}

export function sheetEnd(columns: number, rows: number): string {
  const all = `A1:${columnName(columns - 1)}${rows}`
  return `</sheetData><autoFilter ref="${all}"/></worksheet>`
}

/** All but the sheets, whose names these are. */
export function bookParts(sheets: readonly string[]) {
  const numbered = sheets.map((name, index) => ({ name, number: index + 1 }))
  const xml = (text: string) => [prolog + text]
  return [
    {
      name: 'xl/workbook.xml',
      pieces: xml(
        `<workbook xmlns="${main}" xmlns:r="${office}/relationships"><sheets>${numbered
          .map(
            ({ name, number }) =>
              `<sheet name="${xmlText(name).replaceAll('"', '&quot;')}" sheetId="${number}" r:id="rId${number}"/>`,
          )
          .join('')}</sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      pieces: xml(
        `<Relationships xmlns="${packages}/relationships">${numbered
          .map(
            ({ number }) =>
              `<Relationship Id="rId${number}" Type="${office}/relationships/worksheet" Target="worksheets/sheet${number}.xml"/>`,
          )
          .join(
            '',
          )}<Relationship Id="rId${sheets.length + 1}" Type="${office}/relationships/styles" Target="styles.xml"/></Relationships>`,
      ),
    },
    { name: 'xl/styles.xml', pieces: xml(styles()) },
    {
      name: '_rels/.rels',
      pieces: xml(
        `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    },
    {
      name: '[Content_Types].xml',
      pieces: xml(
        `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
          `<Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/>` +
          `<Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/>${numbered
            .map(
              ({ number }) =>
                `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${kinds}.worksheet+xml"/>`,
            )
            .join('')}</Types>`,
      ),
    },
  ]
}

function styles(): string {
  const formats = Array.from(
    { length: mostDecimals + 1 },
    (_, decimals) => `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`,
  )
  const amounts = (font: number) =>
    formats
      .map(
        (_, index) =>
          `<xf numFmtId="${164 + index}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
      )
      .join('')
  const plain = (rest: string) =>
    `<xf ${rest} fillId="0" borderId="0" xfId="0"/>`
  return (
    `<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats
      .map(
        (code, index) =>
          `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`,
      )
      .join('')}</numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${4 + 2 * formats.length}">${plain('numFmtId="0" fontId="0"')}${plain('numFmtId="0" fontId="1" applyFont="1"')}` +
    `${plain('numFmtId="14" fontId="0" applyNumberFormat="1"')}${plain('numFmtId="3" fontId="0" applyNumberFormat="1"')}` +
    `${amounts(0)}${amounts(1)}</cellXfs></styleSheet>`
  )
}
