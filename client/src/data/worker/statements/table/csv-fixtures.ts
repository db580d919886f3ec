import type {
  ReadChoices,
  StatementRow,
} from '@ourmoney/shared/statement/statement.ts'

export type TableFixture = {
  readonly what: string
  readonly text: string
  readonly encoding?: string
  /** Of the ledger; EUR. */
  readonly currency?: string
  readonly choices?: ReadChoices
  readonly found?: ReadChoices
  /** Row, day, minor units, description, whatever else. */
  readonly rows: readonly (readonly [
    row: number,
    date: string,
    minor: number,
    description: string,
    more?: Partial<StatementRow>,
  ])[]
  readonly issues?: readonly string[]
  readonly pending?: number
  readonly dropped?: number
}

function lines(...all: readonly string[]): string {
  return all.map(line => `${line}\n`).join('')
}

/** One for each peculiarity that files of banks have; all of it made up. */
export const fixtures: readonly TableFixture[] = [
  {
    what: 'what went out and came in in two columns, both positive, with blanks and three twins',
    text: lines(
      'Date,Details,Debit,Credit,Balance',
      '01/09/2026,Salary       ACME,,1428.03,1500.00',
      '14/09/2026,             COFFEE,2.50,,',
      '14/09/2026,             COFFEE,2.50,,',
      '14/09/2026,             COFFEE,2.50,,1492.50',
    ),
    found: {
      delimiter: ',',
      headerRow: 1,
      columns: ['date', 'description', 'out', 'in', 'balance'],
      dateOrder: 'dmy',
      decimalMark: '.',
      currency: 'EUR',
      encoding: 'utf-8',
    },
    rows: [
      [2, '2026-09-01', 142_803, 'Salary ACME', { balance: 150_000 }],
      [3, '2026-09-14', -250, 'COFFEE'],
      [4, '2026-09-14', -250, 'COFFEE'],
      [5, '2026-09-14', -250, 'COFFEE', { balance: 149_250 }],
    ],
  },
  {
    what: 'dots behind the days, the direction as a word beside the sign, forints',
    text: lines(
      'Tranzakció dátuma,Partner neve,Számlaszám,Tranzakció összege,Tranzakció devizaneme,Bevétel/Kiadás,Közlemény,Egyenleg',
      '2026.04.19.,Pék,11700000-1,-350,HUF,kiadás,,2345.56',
      '2026.04.17.,Munkahely,11700000-1,1290,HUF,bevétel,fizetés,2695.56',
    ),
    rows: [
      [
        2,
        '2026-04-19',
        -35_000,
        'Pék',
        {
          payee: 'Pék',
          currency: 'HUF',
          account: '11700000-1',
          balance: 234_556,
        },
      ],
      [
        3,
        '2026-04-17',
        129_000,
        'fizetés',
        {
          payee: 'Munkahely',
          currency: 'HUF',
          account: '11700000-1',
          balance: 269_556,
        },
      ],
    ],
  },
  {
    what: 'semicolons, a decimal comma, columns filled up with blanks, the amount a second time',
    text: lines(
      'Rekeningnummer;Munt;Datum;Omschrijving;Valuta;Bedrag;Saldo;credit;debet;Naam tegenpartij;Vrije mededeling',
      'BE68539007547034;EUR;28/02/2026;BIJDRAGE     PLUSREKENING;28/02/2026;-3,40;1.219,95;              ;-3,40;          ;          ',
      'BE68539007547034;EUR;01/03/2026;OVERSCHRIJVING;01/03/2026;1.000,00;2.219,95;1.000,00   ;       ;Jan Peeters   ;Huur maart',
    ),
    found: { delimiter: ';', decimalMark: ',', dateOrder: 'dmy' },
    rows: [
      [
        2,
        '2026-02-28',
        -340,
        'BIJDRAGE PLUSREKENING',
        { currency: 'EUR', account: 'BE68539007547034', balance: 121_995 },
      ],
      [
        3,
        '2026-03-01',
        100_000,
        'OVERSCHRIJVING',
        {
          currency: 'EUR',
          account: 'BE68539007547034',
          balance: 221_995,
          payee: 'Jan Peeters',
          notes: 'Huur maart',
        },
      ],
    ],
  },
  {
    what: 'a letterhead, the currency in the names, descriptions over two lines',
    text: lines(
      'Account details for:,Young Saver 123-456789-001',
      'Available Balance,"6,666.66"',
      '',
      'Transaction History',
      'Transaction date,Value date,Description,Withdrawals (SGD),Deposits (SGD)',
      '18/04/2026,18/04/2026,DEBIT PURCHASE,"1,006.60",',
      ',,15/04/26  NOODLES AND MORE ',
      '17/04/2026,17/04/2026,CASH WITHDRAWAL,66.60,',
    ),
    found: { headerRow: 5, currency: 'SGD' },
    rows: [
      [
        6,
        '2026-04-18',
        -100_660,
        'DEBIT PURCHASE 15/04/26 NOODLES AND MORE',
        { currency: 'SGD' },
      ],
      [8, '2026-04-17', -6_660, 'CASH WITHDRAWAL', { currency: 'SGD' }],
    ],
  },
  {
    what: 'Portuguese in windows-1252, with a letterhead and a last line of sums',
    encoding: 'windows-1252',
    text: lines(
      'Consultar saldos e movimentos à ordem',
      'Conta;PT50000201231234567890154',
      '',
      'Data mov.;Data valor;Descrição;Débito;Crédito;Saldo contabilístico;Categoria',
      '02-01-2026;03-01-2026;PADARIA SÃO JOÃO;1,20;;1.998,80;Alimentação',
      '03-01-2026;03-01-2026;ORDENADO;;2.500,00;4.498,80;Salário',
      ';;Total;1,20;2.500,00;;',
    ),
    found: { encoding: 'windows-1252', headerRow: 4, decimalMark: ',' },
    rows: [
      [
        5,
        '2026-01-02',
        -120,
        'PADARIA SÃO JOÃO',
        {
          account: 'PT50000201231234567890154',
          balance: 199_880,
          category: 'Alimentação',
        },
      ],
      [
        6,
        '2026-01-03',
        250_000,
        'ORDENADO',
        {
          account: 'PT50000201231234567890154',
          balance: 449_880,
          category: 'Salário',
        },
      ],
    ],
    issues: ['7 not-a-date'],
  },
  {
    what: 'German with two digits of the year, what is not booked yet, and a minus behind',
    encoding: 'iso-8859-15',
    text: lines(
      '"Buchungstag";"Valutadatum";"Empfänger";"Verwendungszweck";"Betrag";"Währung";"Umsatzstatus"',
      '"30.01.26";"30.01.26";"Grüne Bäckerei";"Brot in €";"1.003,40-";"EUR";"Umsatz gebucht"',
      '"31.01.26";"31.01.26";"Tankstelle";"Diesel";"50,00-";"EUR";"Vorgemerkt"',
    ),
    found: { encoding: 'iso-8859-15', dateOrder: 'dmy' },
    rows: [
      [
        2,
        '2026-01-30',
        -100_340,
        'Brot in €',
        { payee: 'Grüne Bäckerei', currency: 'EUR' },
      ],
    ],
    pending: 1,
  },
  {
    what: 'what is not booked yet where somebody wants it',
    text: lines(
      'Date,Text,Amount,State',
      '2026-01-02,Bus,-1.20,PENDING',
      '2026-01-03,Tram,-1.30,COMPLETED',
    ),
    choices: { withPending: true },
    rows: [
      [2, '2026-01-02', -120, 'Bus'],
      [3, '2026-01-03', -130, 'Tram'],
    ],
  },
  {
    what: 'French, thin blanks between thousands and a true minus',
    text: lines(
      'Date;Libellé;Montant',
      '13/02/2026;Loyer;\u22121\u202f250,00',
      '14/02/2026;Virement;+2\u00a0500,00 €',
    ),
    rows: [
      [2, '2026-02-13', -125_000, 'Loyer'],
      [3, '2026-02-14', 250_000, 'Virement', { currency: 'EUR' }],
    ],
  },
  {
    what: 'Swiss apostrophes, dashes for no cents, the currency before the amount',
    currency: 'CHF',
    text: lines(
      'Datum;Buchungstext;Belastung;Gutschrift',
      "31.01.2026;Miete;1'250.00;",
      '31.01.2026;Lohn;;CHF 5’400.–',
      '01.02.2026;Kiosk;3.50;-',
    ),
    rows: [
      [2, '2026-01-31', -125_000, 'Miete'],
      [3, '2026-01-31', 540_000, 'Lohn', { currency: 'CHF' }],
      [4, '2026-02-01', -350, 'Kiosk'],
    ],
  },
  {
    what: 'American days, dollars in parentheses, a row that is pending',
    currency: 'USD',
    text: lines(
      'Date,Description,Amount',
      'Pending,GAS STATION,($20.00)',
      '01/31/2026,"RENT, JANUARY","($1,250.00)"',
      '01/15/2026,PAYROLL,"$2,500.10"',
    ),
    found: { dateOrder: 'mdy', decimalMark: '.' },
    rows: [
      [3, '2026-01-31', -125_000, 'RENT, JANUARY'],
      [4, '2026-01-15', 250_010, 'PAYROLL'],
    ],
    pending: 1,
  },
  {
    what: 'the names of months, pounds in the names of columns',
    text: lines(
      'Date\tDescription\tPaid out (£)\tPaid in (£)',
      '02 Jan 2026\tTESCO\t12.50\t',
      '3 Feb 26\tREFUND\t\t1.05',
      '5 de março de 2026\tCAFÉ\t0.95\t',
    ),
    found: { delimiter: '\t', currency: 'GBP' },
    rows: [
      [2, '2026-01-02', -1_250, 'TESCO', { currency: 'GBP' }],
      [3, '2026-02-03', 105, 'REFUND', { currency: 'GBP' }],
      [4, '2026-03-05', -95, 'CAFÉ', { currency: 'GBP' }],
    ],
  },
  {
    what: 'Dutch, eight digits for a day, Af and Bij for the direction',
    text: lines(
      '"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Af Bij","Bedrag (EUR)","Mededelingen"',
      '"20260131","Albert","NL91ABNA0417164300","","Af","12,34","Pas 1"',
      '"20260130","Werk","NL91ABNA0417164300","NL02RABO0123456789","Bij","1000,00",""',
    ),
    found: { outWords: ['Af'], decimalMark: ',' },
    rows: [
      [
        2,
        '2026-01-31',
        -1_234,
        'Albert',
        { payee: 'Albert', notes: 'Pas 1', account: 'NL91ABNA0417164300' },
      ],
      [
        3,
        '2026-01-30',
        100_000,
        'Werk',
        { payee: 'Werk', account: 'NL91ABNA0417164300' },
      ],
    ],
  },
  {
    what: 'Polish in windows-1250, the currency behind the amount',
    encoding: 'windows-1250',
    text: lines(
      'Data operacji;Tytuł;Kwota',
      '2026-01-02;Zakupy środa, Żabka;-1 012,30 zł',
      '2026-01-03;Wpłata własna;12,00 PLN',
    ),
    found: { encoding: 'windows-1250' },
    rows: [
      [2, '2026-01-02', -101_230, 'Zakupy środa, Żabka', { currency: 'PLN' }],
      [3, '2026-01-03', 1_200, 'Wpłata własna', { currency: 'PLN' }],
    ],
  },
  {
    what: 'Italian, Dare and Avere, bars between the cells',
    text: lines(
      'Data contabile|Descrizione|Dare|Avere',
      '31/01/2026|Spesa|45,10|',
      '31/01/2026|Stipendio||1.800,00',
    ),
    found: { delimiter: '|' },
    rows: [
      [2, '2026-01-31', -4_510, 'Spesa'],
      [3, '2026-01-31', 180_000, 'Stipendio'],
    ],
  },
  {
    what: 'Spanish, what went out as a negative number in its own column',
    text: lines(
      'Fecha;Concepto;Cargo;Abono',
      '31/01/2026;Luz;-45,10;0,00',
      '31/01/2026;Nómina;0,00;1.800,00',
    ),
    rows: [
      [2, '2026-01-31', -4_510, 'Luz'],
      [3, '2026-01-31', 180_000, 'Nómina'],
    ],
  },
  {
    what: 'letters behind the amount',
    text: lines(
      'Date,Narrative,Amount,Balance',
      '31/01/2026,CASH,12.50 DR,7.50 CR',
      '31/01/2026,PAY,20.00CR,27.50CR',
      '31/01/2026,TRAM,30.00D,2.50D',
    ),
    rows: [
      [2, '2026-01-31', -1_250, 'CASH', { balance: 750 }],
      [3, '2026-01-31', 2_000, 'PAY', { balance: 2_750 }],
      [4, '2026-01-31', -3_000, 'TRAM', { balance: -250 }],
    ],
  },
  {
    what: 'Japanese in EUC-JP, yen without decimals',
    encoding: 'euc-jp',
    currency: 'JPY',
    text: lines(
      '取引日,摘要,出金,入金,残高',
      '2026年1月2日,コーヒー,"1,300",,"98,700"',
      '2026/01/03,給料,,"250,000","348,700"',
    ),
    found: { encoding: 'euc-jp' },
    rows: [
      [2, '2026-01-02', -1_300, 'コーヒー', { balance: 98_700 }],
      [3, '2026-01-03', 250_000, '給料', { balance: 348_700 }],
    ],
  },
  {
    what: 'Chinese in GB18030',
    encoding: 'gb18030',
    currency: 'CNY',
    text: lines(
      '交易日期,摘要,支出,收入',
      '2026-01-02,早餐豆浆油条,12.00,',
      '2026-01-03,工资,,"8,000.00"',
    ),
    found: { encoding: 'gb18030' },
    rows: [
      [2, '2026-01-02', -1_200, '早餐豆浆油条'],
      [3, '2026-01-03', 800_000, '工资'],
    ],
  },
  {
    what: 'Korean in EUC-KR',
    encoding: 'euc-kr',
    currency: 'KRW',
    text: lines(
      '거래일,적요,출금,입금',
      '2026.01.02,커피와 빵,"3,500",',
      '2026.01.03,급여,,"2,500,000원"',
    ),
    found: { encoding: 'euc-kr' },
    rows: [
      [2, '2026-01-02', -3_500, '커피와 빵'],
      [3, '2026-01-03', 2_500_000, '급여', { currency: 'KRW' }],
    ],
  },
  {
    what: 'three decimals',
    currency: 'KWD',
    text: lines(
      'Date,Details,Amount',
      '2026-01-02,Shop,-1.250',
      '2026-01-03,Pay,900.000',
    ),
    rows: [
      [2, '2026-01-02', -1_250, 'Shop'],
      [3, '2026-01-03', 900_000, 'Pay'],
    ],
  },
  {
    what: 'thousands alone, without cents',
    text: lines(
      'Date;Details;Amount',
      '2026-01-02;Shop;-1.250',
      '2026-01-03;Pay;900',
    ),
    rows: [
      [2, '2026-01-02', -125_000, 'Shop'],
      [3, '2026-01-03', 90_000, 'Pay'],
    ],
  },
  {
    what: 'UTF-16 as a sheet saves it, line ends of three kinds, none at the end',
    encoding: 'utf-16le',
    text: '\ufeffDate\tText\tAmount\r\n2026-01-02\tŁódź\t-1.20\r2026-01-03\tBus\t-1.30\n2026-01-04\tTram\t-1.40',
    found: { encoding: 'utf-16le' },
    rows: [
      [2, '2026-01-02', -120, 'Łódź'],
      [3, '2026-01-03', -130, 'Bus'],
      [4, '2026-01-04', -140, 'Tram'],
    ],
  },
  {
    what: 'no names at all',
    text: lines(
      '2026-01-02,Coffee at the station,-1.20,98.80',
      '2026-01-03,Bread,-2.00,96.80',
    ),
    found: {
      headerRow: 0,
      columns: ['date', 'description', 'amount', 'balance'],
    },
    rows: [
      [1, '2026-01-02', -120, 'Coffee at the station', { balance: 9_880 }],
      [2, '2026-01-03', -200, 'Bread', { balance: 9_680 }],
    ],
  },
  {
    what: 'what never happened or is still open, days with hours',
    text: lines(
      'Type,Started Date,Completed Date,Description,Amount,Currency,State',
      'CARD,2026-01-02 08:00:01,2026-01-03 09:10:11,Bus,-1.20,EUR,COMPLETED',
      'CARD,2026-01-04 08:00:01,,Tram,-1.20,EUR,PENDING',
      'CARD,2026-01-05 08:00:01,,Taxi,-9.20,EUR,DECLINED',
      'CARD,2026-01-05 08:00:01,2026-01-05 09:10:11,Taxi,-9.20,EUR,REVERTED',
      'TOPUP,2026-01-06 08:00:01,2026-01-06 09:10:11,Top-up,20.00,USD,COMPLETED',
    ),
    rows: [
      [2, '2026-01-03', -120, 'Bus', { currency: 'EUR' }],
      [6, '2026-01-06', 2_000, 'Top-up', { currency: 'USD' }],
    ],
    pending: 1,
    dropped: 2,
  },
  {
    what: 'the earlier system: a word for the direction, what was deleted, an owner',
    text: lines(
      'id,description,type,category,price,owner,email,createdAt,status',
      '17,Pão e leite,outcome,alimentaçao e casa,3.5,ana,ana@example.org,2026-01-02T23:30:00.000Z,active',
      '2b1c7c1e-0000-4000-8000-000000000001,Salário,income,salario,1500.1,rui,rui@example.org,2026-07-03T23:30:00.000Z,active',
      '18,Erro,outcome,extra,9,ana,ana@example.org,2026-01-04T10:00:00.000Z,deleted',
    ),
    rows: [
      [
        2,
        '2026-01-02',
        -350,
        'Pão e leite',
        {
          category: 'alimentaçao e casa',
          member: 'ana',
          bankId: '17 2026-01-02',
        },
      ],
      [
        3,
        '2026-07-04',
        150_010,
        'Salário',
        {
          category: 'salario',
          member: 'rui',
          bankId: '2b1c7c1e-0000-4000-8000-000000000001',
        },
      ],
    ],
    dropped: 1,
  },
  {
    what: 'quotes within quotes, a cell of two lines, and one quote that nobody closed',
    text: lines(
      'Date,Description,Amount',
      '2026-01-02,"Bar ""Ada"", Lisboa",-1.20',
      '2026-01-03,"Rent',
      'January",-500.00',
      '2026-01-04,"Broken,-1.00',
      '2026-01-05,"Fine, again",-2.00',
      '2026-01-06,Last,-3.00',
    ),
    rows: [
      [2, '2026-01-02', -120, 'Bar "Ada", Lisboa'],
      [3, '2026-01-03', -50_000, 'Rent January'],
      [6, '2026-01-05', -200, 'Fine, again'],
      [7, '2026-01-06', -300, 'Last'],
    ],
    issues: ['5 not-a-record'],
  },
  {
    what: 'one bad row of each kind among good ones',
    text: lines(
      'Date;Description;Amount;Currency',
      '2026-01-02;Good;1,00;EUR',
      '31.31.2026;No day;1,00;EUR',
      '2026-01-03;No sum;one;EUR',
      '2026-01-03;Nothing;;EUR',
      '2026-01-03;Strange;1,00;XYZW',
      '2026-01-03;Short',
      '2026-01-04;Good again;1,00;EUR',
    ),
    rows: [
      [2, '2026-01-02', 100, 'Good', { currency: 'EUR' }],
      [8, '2026-01-04', 100, 'Good again', { currency: 'EUR' }],
    ],
    issues: [
      '3 not-a-date',
      '4 not-an-amount',
      '5 no-amount',
      '6 not-a-currency',
      '7 too-few-cells',
    ],
  },
  {
    what: 'two accounts in one file, the names of the columns once more in the middle',
    text: lines(
      'sep=;',
      'Konto;Datum;Text;Betrag',
      'DE89 3704 0044 0532 0130 00;31.01.2026;Brot;-1,20',
      'Konto;Datum;Text;Betrag',
      'Sparen;31.01.2026;Zins;0,01',
    ),
    rows: [
      [3, '2026-01-31', -120, 'Brot', { account: 'DE89370400440532013000' }],
      [5, '2026-01-31', 1, 'Zins', { account: 'Sparen' }],
    ],
  },
  {
    what: 'days as a sheet counts them',
    text: lines('Date,Text,Amount', '46024,Bus,-1.20', '46025.5,Tram,-1.30'),
    rows: [
      [2, '2026-01-02', -120, 'Bus'],
      [3, '2026-01-03', -130, 'Tram'],
    ],
  },
  {
    what: 'the account of the other one is not that of the file',
    text: lines(
      'Auftragskonto;Buchungstag;Verwendungszweck;Kontonummer/IBAN;Betrag',
      'DE89370400440532013000;31.01.26;Brot;DE02120300000000202051;-1,20',
      'DE89370400440532013000;31.01.26;Milch;DE02120300000000202052;-1,30',
    ),
    rows: [
      [2, '2026-01-31', -120, 'Brot', { account: 'DE89370400440532013000' }],
      [3, '2026-01-31', -130, 'Milch', { account: 'DE89370400440532013000' }],
    ],
  },
]
