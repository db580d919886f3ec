import { foldName } from './fold-name.ts'

/**
 * The number of the month that a word names, in English, Portuguese, German,
 * French, Spanish, Dutch, Italian, Hungarian and Polish, whole or cut short.
 */
export function monthOf(word: string): number | undefined {
  const folded = foldName(word)
  return months.get(folded) ?? months.get(folded.slice(0, 3))
}

/** Words that stand in dates and say nothing: days of the week, `de`, `th`. */
export function saysNothing(word: string): boolean {
  return empty.has(foldName(word))
}

const months = new Map<string, number>()

// Where three letters are not enough, or another language's are others.
const names = [
  'jan januar january janvier janeiro enero ene gennaio gen janv sty stycznia styczen januari',
  'feb februar february fevrier fevereiro febrero febbraio fev fevr lut lutego luty februari',
  'mar marz march mars marco marzo maart marcius marca marzec mrz maa mrt marc',
  'apr april avril abril aprile avr abr kwi kwietnia kwiecien aprilis',
  'may mai maio mayo maggio mei mag maj maja majus',
  'jun june juni juin junho junio giugno giu cze czerwca czerwiec junius',
  'jul july juli juillet julho julio luglio lug juil lip lipca lipiec julius',
  'aug august aout agosto augustus ago aou sie sierpnia sierpien augusztus',
  'sep september septembre setembro septiembre settembre set sept wrz wrzesnia wrzesien szeptember szept sze',
  'oct october octobre outubro octubre ottobre out okt oktober ott paz pazdziernika pazdziernik',
  'nov november novembre novembro noviembre lis listopada listopad',
  'dec december decembre dezembro diciembre dicembre dez dic dezember gru grudnia grudzien',
]
names.forEach((words, index) => {
  for (const word of words.split(' ')) months.set(word, index + 1)
})

// `juin` and `juillet` begin alike.
months.delete('jui')

const empty: ReadonlySet<string> = new Set(
  (
    'de del of the st nd rd th um at as o a le er e u h uhr ' +
    'mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday tues thur thurs ' +
    'seg ter qua qui sex sab dom segunda terca quarta quinta sexta sabado domingo feira ' +
    'mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag ' +
    'lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche ' +
    'lunes martes miercoles jueves viernes ma wo vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ' +
    'gio lunedi martedi mercoledi giovedi venerdi sabato domenica pon wt sr czw pt sob nd'
  ).split(' '),
)
