import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { fromDayNumber } from '@ourmoney/shared/calendar/day-number.ts'

type Row = {
  readonly Date: string
  readonly Description: string
  readonly Amount: number
}

/** What a bank gives of one account over ten years, with its memory's target in megabytes. */
export const bankTables = [
  { name: 'CSV', mostMemory: 250, write: writeCsv },
  { name: 'JSON', mostMemory: 250, write: writeJson },
  { name: 'XLSX', mostMemory: 400, write: writeXlsx },
] as const

const firstDay = 16_500

function* rowsOf(count: number): Generator<Row> {
  for (let at = 0; at < count; at++) {
    yield {
      Date: fromDayNumber(firstDay + Math.floor((at * 3_650) / count)),
      Description: `Shop ${at % 5_000} Lisboa card ${at % 97}`,
      Amount: -(1 + ((at * 7_919) % 20_000)) / 100,
    }
  }
}

async function writeCsv(count: number) {
  const lines = ['Date;Description;Amount']
  for (const row of rowsOf(count)) {
    const amount = row.Amount.toFixed(2).replace('.', ',')
    lines.push(`${row.Date};${row.Description};${amount}`)
  }
  return lines.join('\r\n')
}

async function writeJson(count: number) {
  return JSON.stringify([...rowsOf(count)])
}

async function writeXlsx(count: number) {
  const stream = new PassThrough()
  const written = buffer(stream)
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream })
  const sheet = book.addWorksheet('Statement')
  sheet.addRow(['Date', 'Description', 'Amount']).commit()
  for (const row of rowsOf(count)) {
    sheet.addRow([new Date(row.Date), row.Description, row.Amount]).commit()
  }
  sheet.commit()
  await book.commit()
  return new Uint8Array(await written)
}
