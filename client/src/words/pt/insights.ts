import type { insights as english } from '../en/insights.ts'
import type { Same } from '../same.ts'

export const insights: Same<typeof english> = {
  title: 'O que há de novo',
  all: 'Todas as novidades',
  looking: 'A ver o que há de novo',
  none: 'Nada fora do normal.',
  noneWords:
    'Aqui fica o que mudou: despesas maiores do que o costume, pagamentos novos ou mais caros, orçamentos a acabar, e o que correu bem.',
  putAwayOf: 'Arrumar: {{what}}',
  away_one: '{{count, number}} arrumada',
  away_other: '{{count, number}} arrumadas',
  bringBackOf: 'Trazer de volta: {{what}}',
  kind_mover: 'Mudou',
  kind_unusual: 'Invulgar',
  'kind_new-payment': 'Pagamento novo',
  'kind_risen-payment': 'Mais caro',
  'kind_over-pace': 'Orçamento',
  'kind_best-month': 'Melhor mês',
  kind_streak: 'Seguidos',
  moverMore:
    '{{amount}} em {{name}} até agora, mais {{change}} do que em tantos dias de {{before}}.',
  moverLess:
    '{{amount}} em {{name}} até agora, menos {{change}} do que em tantos dias de {{before}}.',
  unusualPayee:
    '{{amount}} em {{name}} a {{date}} é muito mais do que os habituais {{usual}} aí.',
  unusualCategory:
    '{{amount}} em {{name}} a {{date}} é muito mais do que os habituais {{usual}} em {{category}}.',
  newPayment:
    '{{name}} parece repetir-se desde {{date}}: {{amount}} de cada vez, {{yearly}} por ano.',
  risenPayment:
    '{{name}} custa {{amount}} desde {{date}}, antes {{before}}: mais {{yearly}} por ano.',
  over_one:
    '{{name}} foi ultrapassado: {{spent}} de {{available}}, com {{count, number}} dia pela frente.',
  over_other:
    '{{name}} foi ultrapassado: {{spent}} de {{available}}, com {{count, number}} dias pela frente.',
  fast: '{{name}} vai depressa demais: a este ritmo, {{projected}} de {{available}} no fim.',
  bestMonth:
    '{{month}} foi o melhor de {{count, number}} meses: restaram {{amount}}, em geral {{usual}}.',
  kept: '{{name}} foi cumprido {{count, number}} vezes seguidas.',
  saved: 'Restou alguma coisa {{count, number}} meses seguidos.',
}
