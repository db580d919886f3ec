import { foldName } from './fold-name.ts'

/** Words by which a column says that money went out, folded. */
const out =
  'd, dr, db, dt, debit, debits, outflow, outgoing, out, outcome, expense, expenses, withdrawal, paid out, spend, ' +
  'spending, debito, saida, despesa, s, soll, belastung, lastschrift, ausgabe, ausgang, depense, sortie, cargo, ' +
  'gasto, egreso, salida, debe, af, debet, uitgave, addebito, uscita, spesa, dare, t, terheles, kiadas, wn, ' +
  'obciazenie, wydatek, wyplata, 支出, 出金, 출금'
/** That it came in. */
const into =
  'c, cr, k, kt, credit, credits, inflow, incoming, in, income, deposit, paid in, credito, entrada, receita, h, ' +
  'haben, gutschrift, einnahme, eingang, recette, entree, abono, ingreso, haber, bij, inkomst, accredito, ' +
  'entrata, avere, j, jovairas, bevetel, ma, uznanie, wplyw, wplata, 收入, 入金, 입금'
const pending =
  'pending, not booked, unbooked, not posted, unposted, authorised, authorized, in progress, processing, ' +
  'pendente, por processar, cativo, vorgemerkt, ausstehend, in bearbeitung, en attente, en cours, pendiente, ' +
  'in behandeling, gereserveerd, in attesa, non contabilizzato, fuggoben, fuggo, oczekujaca, oczekujace, ' +
  'w trakcie realizacji, blokada, pdng'
/** It never happened, or no longer counts. */
const dropped =
  'deleted, declined, failed, reverted, rejected, cancelled, canceled, void, voided, expired, anulado, anulada, ' +
  'cancelado, cancelada, recusado, recusada, rejeitado, storniert, abgelehnt, fehlgeschlagen, annule, annulee, ' +
  'refuse, echoue, rechazado, rechazada, geweigerd, mislukt, geannuleerd, annullato, annullata, rifiutato, ' +
  'elutasitva, torolve, odrzucona, odrzucony, anulowana, anulowany'

const outWords = wordsOf(out)
const inWords = wordsOf(into)
const pendingWords = wordsOf(pending)
const droppedWords = wordsOf(dropped)

export function isOutWord(cell: string): boolean {
  return outWords.has(foldName(cell)) || minusSign.test(cell)
}

export function isDirectionWord(cell: string): boolean {
  return isOutWord(cell) || inWords.has(foldName(cell)) || cell === '+'
}

export function isPendingWord(cell: string): boolean {
  return mayBeWord(cell) && pendingWords.has(foldName(cell))
}

export function isDroppedWord(cell: string): boolean {
  return mayBeWord(cell) && droppedWords.has(foldName(cell))
}

/** Days and sums, which most cells are, need no folding to be told apart. */
function mayBeWord(cell: string): boolean {
  return cell.length <= longest && cell.charCodeAt(0) >= 65
}

const minusSign = /^[-\u2212\u2013]$/
const longest = 30

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(', ').map(foldName))
}
