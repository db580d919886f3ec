import type { ColumnRole } from '@ourmoney/shared/statement/statement.ts'
import { foldName } from './fold-name.ts'

/**
 * How banks name their columns, folded as `foldName` does, phrases between
 * commas: English, Portuguese, German, French, Spanish, Dutch, Italian,
 * Hungarian, Polish, and a few of Chinese, Japanese and Korean.
 */
const columnNames = {
  date:
    'date, transaction date, booking date, posted date, posting date, date posted, completed date, trans date, ' +
    'created at, created, day, timestamp, booked on, data, data mov, data movimento, data do movimento, ' +
    'data operacao, data da operacao, data transacao, data lancamento, data de lancamento, data contabilistica, ' +
    'datum, buchungstag, buchungsdatum, buchung, belegdatum, umsatzdatum, date operation, date de l operation, ' +
    'date d operation, date de comptabilisation, date comptable, fecha, fecha operacion, f operacion, ' +
    'fecha de operacion, fecha contable, fecha movimiento, boekdatum, boekingsdatum, transactiedatum, ' +
    'data operazione, data contabile, data registrazione, tranzakcio datuma, konyveles datuma, konyvelesi datum, ' +
    'data operacji, data transakcji, data ksiegowania, 日期, 交易日期, 交易时间, 记账日期, 日付, 取引日, お取引日, ' +
    '거래일, 거래일자, 거래일시, 날짜',
  amount:
    'amount, transaction amount, net amount, value, sum, total, price, montante, valor, importancia, quantia, ' +
    'betrag, umsatz, montant, somme, importe, monto, cantidad, bedrag, importo, osszeg, tranzakcio osszege, ' +
    'kwota, kwota operacji, kwota transakcji, 金额, 交易金额, 金額, 取引金額, 금액, 거래금액',
  in:
    'credit, credits, credit amount, deposit, deposits, money in, paid in, in, received, income, credito, ' +
    'entrada, entradas, haben, gutschrift, eingang, recette, encaissement, abono, abonos, haber, ingreso, ' +
    'ingresos, bij, accredito, accrediti, avere, entrate, jovairas, bevetel, uznanie, uznania, wplywy, wplata, ' +
    '收入, 存入, 入金, お預り金額, 預入金額, 입금, 입금액',
  out:
    'debit, debits, debit amount, withdrawal, withdrawals, money out, paid out, out, spent, expense, debito, ' +
    'saida, saidas, soll, lastschrift, belastung, ausgang, depense, cargo, cargos, debe, gasto, gastos, af, ' +
    'debet, addebito, addebiti, dare, uscite, terheles, kiadas, obciazenie, obciazenia, wydatki, wyplata, ' +
    '支出, 出金, お引出し金額, 出金金額, 출금, 출금액',
  direction:
    'type, transaction type, direction, debit credit, credit debit, credit debit indicator, d c, dc, c d, cd, ' +
    'cr dr, dr cr, sign, tipo, sinal, natureza, soll haben, haben soll, s h, sens, signo, af bij, bij af, ' +
    'bevetel kiadas, kiadas bevetel, terheles jovairas, jovairas terheles, strona, dare avere, segno',
  description:
    'description, transaction description, details, transaction details, narrative, narration, particulars, ' +
    'text, label, memo, remittance information, remittance information unstructured, descricao, descritivo, descricao do movimento, designacao, historico, verwendungszweck, ' +
    'buchungstext, beschreibung, libelle, intitule, libelle operation, libelle de l operation, designation, ' +
    'concepto, descripcion, detalle, omschrijving, descrizione, causale, kozlemeny, leiras, megnevezes, opis, ' +
    'opis operacji, opis transakcji, tytul, tytul operacji, tytul przelewu, 摘要, 说明, 交易摘要, 内容, 取引内容, ' +
    'お取引内容, 적요, 내용, 거래내용',
  payee:
    'payee, payee name, creditor name, debtor name, merchant, merchant name, counterparty, counterparty name, name, beneficiary, payer, ' +
    'beneficiario, destinatario, comerciante, entidade, auftraggeber beguenstigter, beguenstigter, ' +
    'beguenstigter zahlungspflichtiger, zahlungspflichtiger, empfanger, empfaenger, zahlungsempfanger, ' +
    'zahlungsempfaenger, name zahlungsbeteiligter, auftraggeber empfanger, beneficiaire, tiers, nom du tiers, ' +
    'commercant, ordenante, comercio, naam tegenpartij, tegenpartij, naam omschrijving, controparte, esercente, ' +
    'partner neve, partner, kedvezmenyezett, kontrahent, nazwa kontrahenta, odbiorca, nadawca odbiorca, ' +
    'dane kontrahenta, 对方户名, 交易对方, 商户名称',
  notes:
    'notes, note, comment, comments, remark, remarks, message, additional information, notas, nota, observacoes, ' +
    'observacao, notiz, notizen, bemerkung, anmerkung, kommentar, commentaire, remarque, communication, ' +
    'observaciones, comentario, notitie, opmerking, mededeling, mededelingen, vrije mededeling, note, ' +
    'annotazioni, megjegyzes, reszletek, notatka, komentarz, uwagi, 备注, 備考, 메모, 비고',
  category:
    'category, categoria, kategorie, categorie, kategoria, 分类, 交易分类, カテゴリ, 카테고리',
  tags: 'tags, tag, labels, etiquetas, schlagworte, etiquettes, cimkek, etykiety, etichette',
  member:
    'owner, member, person, cardholder, card holder, card member, membro, pessoa, mitglied, karteninhaber, ' +
    'titular, membre, persona, lid, titolare',
  account:
    'account, account number, account no, account name, own account, bank account, iban, conta, numero de conta, ' +
    'numero da conta, konto, kontonummer, auftragskonto, iban auftragskonto, compte, numero de compte, cuenta, ' +
    'numero de cuenta, rekening, rekeningnummer, iban bban, conto, numero conto, szamla, szamlaszam, rachunek, ' +
    'numer rachunku, konto klienta',
  transferTo:
    'to account, destination account, transfer account, transfer to, para a conta, conta de destino',
  currency:
    'currency, currency code, ccy, moeda, divisa, wahrung, waehrung, devise, moneda, munt, muntsoort, valuta, ' +
    'penznem, devizanem, tranzakcio devizaneme, waluta, 币种, 货币, 通貨, 통화',
  balance:
    'balance, running balance, ledger balance, balance after, available balance, saldo, saldo contabilistico, ' +
    'saldo disponivel, saldo apos movimento, solde, kontostand, saldo nach buchung, saldo na trn, egyenleg, ' +
    'saldo po operacji, saldo contabile, 余额, 残高, 差引残高, 잔액, 거래후잔액',
  bankId:
    'transaction id, transaction identifier, transaction number, id, uuid, unique id, fitid, entry reference, ' +
    'bank reference, id da transacao, id transacao, numero da transacao, transaktions id, transaktionsnummer, ' +
    'identifiant, id operacion, numero de operacion, transactie id, volgnr, volgnummer, id transazione, ' +
    'id operazione, tranzakcio azonosito, id transakcji, numer transakcji, 流水号, 交易流水号, 交易号',
  status:
    'status, state, transaction status, booking status, estado, situacao, buchungsstatus, umsatzstatus, statut, ' +
    'etat, stato, stan, allapot, 状态, 交易状态',
} satisfies Partial<Record<ColumnRole, string>>

/** Days on which a movement counts for interest, in case no other day is there. */
const valueDates =
  'value date, valor, valuta, data valor, data valuta, valutadatum, wertstellung, wertstellungstag, ' +
  'date de valeur, date valeur, fecha valor, f valor, rentedatum, erteknap, data waluty, started date'

/** What a column's name says it is, and how sure that is: 3 is the name itself, 1 stands within it. */
export type NameFit = { readonly role: ColumnRole; readonly fit: number }

/** A folded name's roles. */
export function rolesOfName(name: string): readonly NameFit[] {
  if (name === '') return []
  const exact = phrases.get(name) ?? phrases.get(name.replace(unit, '').trim())
  if (exact !== undefined) return exact
  const found = new Map<ColumnRole, number>()
  const words = name.split(' ')
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= words.length; to += 1) {
      const part = words.slice(from, to).join(' ')
      for (const { role, fit } of phrases.get(part) ?? []) {
        if (fit > 2) found.set(role, from === 0 ? 1.5 : 1)
        else if (!found.has(role)) found.set(role, 0.5)
      }
    }
  }
  return [...found].map(([role, fit]) => ({ role, fit }))
}

/** A currency or sign behind the name: `withdrawals sgd`, `importe eur`. */
const unit = /(?<= )(?:in |en |em )?[a-z]{3}$|(?<= )(?:zl|ft|kc|kr)$/

const phrases = new Map<string, NameFit[]>()
for (const [role, names] of Object.entries(columnNames)) {
  for (const name of names.split(', ')) learn(name, role as ColumnRole, 3)
}
for (const name of valueDates.split(', ')) learn(name, 'date', 2)

function learn(name: string, role: ColumnRole, fit: number): void {
  const folded = foldName(name)
  const fits = phrases.get(folded) ?? []
  if (fits.some(each => each.role === role)) return
  phrases.set(folded, [...fits, { role, fit }])
}
