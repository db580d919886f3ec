import { camtReader } from './camt/camt-reader.ts'
import { mt940Reader } from './mt940/mt940-reader.ts'
import { ofxReader } from './ofx/ofx-reader.ts'
import { qifReader } from './qif/qif-reader.ts'
import type { StatementReader } from './reader.ts'

type Fixture = readonly [
  kind: string,
  reader: StatementReader,
  text: string,
  rows: number,
]

const ofxBody =
  '<BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>22</BANKACCTFROM>' +
  '<BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260105120000[-5:EST]<TRNAMT>-1.234,50<FITID>A<NAME>Café &amp;lt;1&amp;gt;<MEMO>Bus</STMTTRN>\n' +
  '<STMTTRN><DTPOSTED>20260106<TRNAMT>2,00<FITID>B<MEMO>Tea<CURRENCY><CURSYM>JPY</CURRENCY></STMTTRN></BANKTRANLIST>' +
  '<LEDGERBAL><BALAMT>1,00<DTASOF>20260131</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n'

/** A small file of each kind, with as much in it as the kind has. */
export const bankFixtures: readonly Fixture[] = [
  [
    'ofx',
    ofxReader,
    `\n\nOFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX>${ofxBody}`,
    2,
  ],
  [
    'ofx in xml',
    ofxReader,
    `<?xml version="1.0"?><?OFX OFXHEADER="200"?>\n<OFX>${ofxBody}`.replace(
      /<(CURDEF|BANKID|ACCTID|TRNTYPE|DTPOSTED|TRNAMT|FITID|NAME|MEMO|CURSYM|BALAMT|DTASOF)>([^<]*)/g,
      '<$1>$2</$1>',
    ),
    2,
  ],
  [
    'qif',
    qifReader,
    "!Account\nNBank\nTBank\n^\n!Type:Bank\nD1/ 1'00\nT100.00\nPOpening Balance\nL[Bank]\n^\n" +
      "D1/31'05\nU-1,234.50\nT-1,234.50\nPCafé\nMBus\nARua 1\nLFood:Out\n^\n" +
      'D12/31/99\nT-10\nPSplit\nS[Savings]\nELater\n$-9\nSFood\n$-1\n^\n',
    3,
  ],
  [
    'camt',
    camtReader,
    '<?xml version="1.0"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>PT50</IBAN></Id><Ccy>EUR</Ccy></Acct>\n' +
      '<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-01</Dt></Dt></Bal>\n' +
      '<!-- two --><Ntry><Amt Ccy="EUR">12.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-01-05</Dt></BookgDt><AcctSvcrRef>R</AcctSvcrRef>' +
      '<NtryDtls><TxDtls><Amt Ccy="EUR">10.00</Amt><RltdPties><Cdtr><Pty><Nm>Café &amp; Co</Nm></Pty></Cdtr></RltdPties><RmtInf><Ustrd>Bus</Ustrd></RmtInf></TxDtls>' +
      '<TxDtls><Amt Ccy="EUR">2.00</Amt><RmtInf><Ustrd><![CDATA[<Tea>]]></Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>\n',
    2,
  ],
  [
    'mt940',
    mt940Reader,
    '{1:F01X}{2:I940X}{4:\r\n:20:A\r\n:25:DE02/1\r\n:28C:1/1\r\n:60F:C251231EUR100,00\r\n' +
      ':61:2601050105DR10,00NTRFNONREF//77\r\nmore\r\n:86:166?00KIND?20EREF+1?21SVWZ+Café am Bahnhof in Mae?22rz?31DE1?32Ana\r\n' +
      ':61:260106RC000001,5N102EREF\r\n:86:/EREF/1/BENM//NAME/Rui/REMI/Tea/ISDT/2026-01-04\r\n' +
      ':62F:C260131EUR88,50\r\n-}\r\n',
    2,
  ],
]
