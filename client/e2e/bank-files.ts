import ExcelJS from 'exceljs'

/** A file of each kind that tells of the same two movements: 3.40 out, 2,650.00 in. */
export type BankFile = {
  readonly name: string
  readonly bytes: Buffer
  /** What the page calls its account. */
  readonly account: string
}

export async function bankFiles(): Promise<readonly BankFile[]> {
  const text = (name: string, account: string, lines: readonly string[]) => ({
    name,
    account,
    bytes: Buffer.from(lines.join('\r\n')),
  })
  return [
    text('bank.ofx', 'PT50-1', [
      'OFXHEADER:100',
      'DATA:OFXSGML',
      'VERSION:102',
      'ENCODING:USASCII',
      'CHARSET:1252',
      '',
      '<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR',
      '<BANKACCTFROM><BANKID>1<ACCTID>PT50-1<ACCTTYPE>CHECKING</BANKACCTFROM>',
      '<BANKTRANLIST><DTSTART>20261101<DTEND>20261130',
      '<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261103<TRNAMT>-3.40<FITID>1<NAME>Bakery</STMTTRN>',
      '<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261104<TRNAMT>2650.00<FITID>2<NAME>Salary</STMTTRN>',
      '</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>',
    ]),
    text('bank.qif', 'Account', [
      '!Type:Bank',
      'D25/11/2026',
      'T-3.40',
      'PBakery',
      '^',
      'D26/11/2026',
      'T2,650.00',
      'PSalary',
      '^',
    ]),
    text('camt.xml', 'PT50000201231234567890154', [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id>',
      '<Acct><Id><IBAN>PT50000201231234567890154</IBAN></Id><Ccy>EUR</Ccy></Acct>',
      entry('DBIT', '3.40', '2026-11-03', 'Bakery'),
      entry('CRDT', '2650.00', '2026-11-04', 'Salary'),
      '</Stmt></BkToCstmrStmt></Document>',
    ]),
    text('bank.sta', '12345678/0001', [
      ':20:STARTUMS',
      ':25:12345678/0001',
      ':28C:1/1',
      ':60F:C261101EUR100,00',
      ':61:2611031103D3,40NMSCNONREF',
      ':86:Bakery',
      ':61:2611041104C2650,00NMSCNONREF',
      ':86:Salary',
      ':62F:C261130EUR2746,60',
      '-',
    ]),
    text('list.json', 'Account', [
      JSON.stringify([
        { date: '2026-11-03', description: 'Bakery', amount: -3.4 },
        { date: '2026-11-04', description: 'Salary', amount: 2650 },
      ]),
    ]),
    { name: 'book.xlsx', account: 'Account', bytes: await workbook() },
  ]
}

function entry(sign: string, amount: string, day: string, words: string) {
  return [
    `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts>BOOK</Sts>`,
    `<BookgDt><Dt>${day}</Dt></BookgDt><NtryDtls><TxDtls>`,
    `<RmtInf><Ustrd>${words}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  ].join('')
}

async function workbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('November')
  sheet.addRow(['Statement of account'])
  sheet.addRow(['Date', 'Description', 'Amount'])
  sheet.addRow([new Date('2026-11-03T00:00:00Z'), 'Bakery', -3.4])
  sheet.addRow([new Date('2026-11-04T00:00:00Z'), 'Salary', 2650])
  return Buffer.from(await book.xlsx.writeBuffer())
}
