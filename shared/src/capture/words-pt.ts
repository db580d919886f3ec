import {
  phrases,
  wordSet,
  type QuickWords,
  type Shift,
  type Verb,
} from './quick-words.ts'

const weekdays = [
  ['segunda-feira,segunda feira,2a-feira,2a feira', 'segunda,2a,seg'],
  ['terca-feira,terca feira,3a-feira,3a feira,terca', '3a,ter'],
  ['quarta-feira,quarta feira,4a-feira,4a feira', 'quarta,4a,qua'],
  ['quinta-feira,quinta feira,5a-feira,5a feira', 'quinta,5a,qui'],
  ['sexta-feira,sexta feira,6a-feira,6a feira', 'sexta,6a,sex'],
  ['sabado', 'sab'],
  ['domingo', 'dom'],
] as const

const months = [
  'janeiro,jan',
  'fevereiro,fev',
  'marco,mar',
  'abril,abr',
  'maio,mai',
  'junho,jun',
  'julho,jul',
  'agosto,ago',
  'setembro,set',
  'outubro,out',
  'novembro,nov',
  'dezembro,dez',
] as const

const small =
  'zero um dois tres quatro cinco seis sete oito nove dez onze doze treze ' +
  'catorze quinze dezasseis dezassete dezoito dezanove'
const tens = 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa'
const hundreds =
  'cem duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos'

const isFirst = true
const stays = true

export const portuguese: QuickWords = {
  verbs: new Map([
    ...verbs(
      'gastei,gastamos,gastou,paguei,pago,pagamos,pagou,comprei,compramos,comprou',
      { does: 'expense' },
    ),
    ...verbs('gasto,gastar,pagar,comprar,despesa,dei', {
      does: 'expense',
      isFirst,
    }),
    ...verbs(
      'recebi,recebido,recebemos,recebeu,ganhei,ganhamos,ganhou,pagou-me,' +
        'pagaram-me,deu-me,deram-me,enviou-me,mandou-me,transferiu-me,me pagou,me deu',
      { does: 'income' },
    ),
    ...verbs('receber,receita,entrada de,entrou,entraram,caiu,caiu o,caiu a', {
      does: 'income',
      isFirst,
    }),
    ...verbs('vendi,vendemos,vendeu', { does: 'income', stays, isFirst }),
    ...verbs(
      'reembolso,devolucao,devolveram-me,reembolsaram-me,estorno,devolvi',
      {
        does: 'refund',
        stays,
      },
    ),
    ...verbs('transferi,transferimos', { does: 'transfer' }),
    ...verbs(
      'transferir,transferencia,transf,passei,movi,mudei,enviei,mandei,carregar,carreguei',
      { does: 'transfer', isWeak: true },
    ),
    ...verbs('levantei,levantamento,levantar,saquei', { does: 'withdraw' }),
    ...verbs('tirei,retirei', { does: 'withdraw', isWeak: true }),
    ...verbs('depositei,deposito,poupei,pus,meti,coloquei,guardei', {
      does: 'deposit',
      isWeak: true,
    }),
  ]),
  beforeVerbs: wordSet('eu nos ja hoje'),
  accountTypes: new Map([
    ...phrases('dinheiro,numerario,carteira', 'cash' as const),
    ...phrases('banco,conta a ordem', 'bank' as const),
    ...phrases(
      'cartao,cartao de credito,cartao de debito,credito',
      'card' as const,
    ),
    ...phrases('poupanca,poupancas', 'savings' as const),
    ...phrases('emprestimo', 'loan' as const),
  ]),
  cash: 'dinheiro',
  accountWords: wordSet('conta cta'),
  articles: wordSet('a o as os minha meu nossa nosso'),
  beforeAccount: wordSet('com de do da em no na por pelo pela via a ao'),
  fromAccount: wordSet('de do da dos das desde'),
  toAccount: wordSet('para pra p/ no na ao a → em'),
  beforePayee: wordSet('no na nos nas em ao a do da de'),
  beforeMember: new Map(
    phrases('para a,para o,para,pra,pro,p/,p/ a,p/ o', true as const),
  ),
  beforeCategory: new Map([
    ...phrases('em', 'exact' as const),
    ...phrases('categoria,cat,na categoria,em categoria', 'sure' as const),
  ]),
  beforeAmount: wordSet(
    'por a de em custou custaram foi foram deu deram ficou ficaram sao total cerca ~ = uns umas',
  ),
  beforeDate: wordSet('em no na nos a ao de do da desde as'),
  leading: wordSet(
    'no na nos nas em de do da dos das para por a o as os um uma uns umas ao aos pelo pela foi e',
  ),
  trailing: wordSet(
    'no na nos nas em de do da dos das para por a o as os um uma ao com e dia pelo pela foi',
  ),
  trailingPairs: new Set(['de volta']),
  days: new Map<string, Shift>([
    ...phrases('anteontem,antes de ontem,antontem', days(-2)),
    ...phrases('ontem', days(-1)),
    ...phrases('hoje,agora mesmo,esta manha,esta tarde,esta noite', days(0)),
    ...phrases('amanha', days(1)),
    ...phrases('depois de amanha', days(2)),
    ...phrases('semana passada', days(-7)),
    ...phrases('mes passado', { unit: 'month', by: -1 } as const),
  ]),
  partsOfDay: new Map(
    phrases(
      'a noite,de manha,a tarde,de tarde,de noite,ao almoco,ao jantar,a hora de almoco',
      true as const,
    ),
  ),
  weekdays: new Map(
    weekdays.flatMap(([whole, short], index) => [
      ...phrases(whole, { day: index + 1, isDoubtful: false }),
      ...phrases(short, { day: index + 1, isDoubtful: true }),
    ]),
  ),
  beforeWeekday: wordSet(
    'na no em a esta este ultima ultimo passada passado proxima proximo de',
  ),
  lastWords: wordSet('ultima ultimo passada passado'),
  nextWords: wordSet('proxima proximo'),
  months: new Map(
    months.flatMap((names, index) =>
      names
        .split(',')
        .map(name => [name, { month: index + 1, isShort: name.length < 4 }]),
    ),
  ),
  beforeDayOfMonth: wordSet('dia'),
  ago: wordSet('atras'),
  beforeAgo: wordSet('ha'),
  ahead: new Map(phrases('daqui a,dentro de', true as const)),
  spans: new Map<string, { unit: 'day' | 'week' | 'month' }>([
    ...phrases('dia,dias', { unit: 'day' } as const),
    ...phrases('semana,semanas', { unit: 'week' } as const),
    ...phrases('mes,meses', { unit: 'month' } as const),
  ]),
  numbers: new Map([
    ...small.split(' ').map((word, value) => [word, value] as const),
    ...tens.split(' ').map((word, at) => [word, (at + 2) * 10] as const),
    ...hundreds.split(' ').map((word, at) => [word, (at + 1) * 100] as const),
    ['cento', 100] as const,
    ['uma', 1] as const,
    ['duas', 2] as const,
    ['duzentas', 200] as const,
    ['quatorze', 14] as const,
    ['dezesseis', 16] as const,
    ['dezessete', 17] as const,
    ['dezenove', 19] as const,
  ]),
  notAlone: wordSet('um uma zero'),
  and: wordSet('e'),
  thousand: wordSet('mil'),
  currencies: new Map([
    ...phrases('euro,euros,paus,aereos', 'EUR'),
    ...phrases('dolar,dolares', 'dollar'),
    ...phrases('libra,libras', 'GBP'),
    ...phrases('franco,francos', 'CHF'),
    ...phrases('real,reais', 'BRL'),
    ...phrases('iene,ienes', 'JPY'),
  ]),
  cents: wordSet('centimo centimos centavo centavos cent'),
  units: wordSet(
    'kg g gr l lt ml cl km m cm h hr min x un uni unid litro litros quilo ' +
      'quilos pessoas pessoa noite noites dia dias semana semanas mes meses ' +
      'ano anos hora horas vezes prestacao prestacoes',
  ),
  each: wordSet('cada'),
  prepositions: wordSet('em no na de do da para com ao'),
  head: 'first',
}

function verbs(text: string, verb: Verb) {
  return phrases(text, verb)
}

function days(by: number): Shift {
  return { unit: 'day', by }
}
