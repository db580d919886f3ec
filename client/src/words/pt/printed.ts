import type { printed as english } from '../en/printed.ts'
import type { Same } from '../same.ts'

export const printed: Same<typeof english> = {
  title: 'Relatório em PDF',
  open: 'Relatório em PDF',
  words:
    'Os números principais de um período, uma resposta a cada pergunta com gráfico e tabela, e todos os movimentos: para ler, imprimir e guardar. É feito neste dispositivo.',
  period: 'Período',
  otherDays: 'Outros dias',
  paper: 'Papel',
  paper_a4: 'A4',
  paper_letter: 'Carta (EUA)',
  contains: 'O que contém',
  part_spending: 'Gastos',
  part_income: 'Receitas e poupança',
  part_accounts: 'Contas',
  part_transactions: 'Todos os movimentos',
  make: 'Fazer o PDF',
  reading: 'A ler o livro',
  drawing: 'A desenhar as páginas',
  finishing: 'A juntar o ficheiro',
  saved: '{{name}} foi guardado',
  chooseSome: 'Escolha pelo menos uma parte.',
  forFiles:
    'Um relatório de um período para ler e imprimir, com gráficos, tabelas e todos os movimentos.',
  kind: 'Relatório da casa',
  fileTitle: '{{ledger}}, {{period}}',
  cover: 'Capa',
  contents: 'Índice',
  pageOf: 'Página {page} de {pages}',
  continued: '(continuação)',
  marked:
    'A marca {mark} está no lugar de letras para as quais este documento não tem tipo.',
  income: 'Receitas',
  spent: 'Gasto',
  left: 'Sobrou',
  saved_share: 'Poupado das receitas',
  against: '{{change}} face a {{than}}',
  was: '{{amount}} {{than}}',
  chart: 'Receitas e gastos',
  factMost: 'Onde se gastou mais',
  factLargest: 'Maior gasto',
  factBalance: 'Em todas as contas em {{day}}',
  factCount: 'Movimentos',
  made: 'Feito em {{day}} pelo OurMoney, neste dispositivo. As transferências entre contas próprias não são receita nem gasto; os reembolsos diminuem os gastos; de um movimento dividido cada parte conta por si.',
  converted:
    'Os valores noutras moedas contam em {{currency}} pela taxa guardada com cada um.',
  per_day: 'por dia',
  per_week: 'por semana',
  per_month: 'por mês',
  per_quarter: 'por trimestre',
  per_year: 'por ano',
  mean: 'Média',
  ask_spending: 'Onde gasta mais?',
  ask_months: 'Quanto gasta ao longo do tempo?',
  ask_categories: 'Como mudou cada categoria ao longo do tempo?',
  ask_largest: 'Quais foram os maiores gastos?',
  ask_payees: 'Quem recebeu mais?',
  ask_pattern: 'O padrão mudou nos últimos três meses?',
  ask_members: 'Quem pagou o quê?',
  ask_income: 'De onde vêm as receitas, e estão a subir?',
  ask_saving: 'Quanto poupa?',
  ask_accounts: 'Quanto havia nas contas?',
  months:
    'Gastou {{mean}} {{per}} em média. O máximo: {{mostAmount}} ({{most}}); o mínimo: {{leastAmount}} ({{least}}).',
  largest:
    'O maior foi {{name}} em {{day}}: {{amount}}. Estes {{count, number}} somam {{share}} de tudo o que se gastou.',
  payees: '{{name}} recebeu mais: {{amount}}, que são {{share}} do total.',
  noName: 'Sem nome',
  patternChanged:
    '{{name}} foi o que mais mudou: {{before}} em {{earlier}}, {{now}} em {{later}}.',
  patternSame: 'Nada mudou de {{earlier}} para {{later}}.',
  patternMarks_one:
    '{{count, number}} célula tem moldura: essa categoria teve gastos na mesma semana dos três meses.',
  patternMarks_other:
    '{{count, number}} células têm moldura: essas categorias tiveram gastos na mesma semana dos três meses.',
  patternMark: 'A mesma semana nos três meses',
  members: '{{name}} pagou mais: {{amount}}, que são {{share}} do total.',
  nobody: 'Ninguém em particular',
  nothingEarned: 'Não houve receitas {{period}}.',
  earned:
    'Recebeu {{amount}} {{period}}, a maior parte de {{name}}: {{share}} do total.',
  rising:
    'Está a subir: {{late}} {{per}} na segunda metade, {{early}} na primeira.',
  falling:
    'Está a descer: {{late}} {{per}} na segunda metade, {{early}} na primeira.',
  steady: 'Mantém-se: {{mean}} {{per}}.',
  saving:
    'De todas as receitas sobraram {{share}} {{period}}: {{amount}}, {{mean}} {{per}} em média.',
  spending:
    'Gastou mais {{amount}} do que recebeu {{period}}, {{mean}} {{per}} em média.',
  accounts: 'Todas as contas juntas tinham {{amount}} em {{day}}.',
  accountsMore: 'São mais {{change}} do que em {{first}}.',
  accountsLess: 'São menos {{change}} do que em {{first}}.',
  allAccounts: 'Todas as contas',
  step: 'Período',
  payee: 'Quem recebeu',
  from: 'De',
  entries: 'Movimentos',
  atFirst: 'Em {{day}}',
  appendixWords:
    'Todos os movimentos do período, do mais antigo para o mais recente. Os valores são como a conta os vê: menos que nada saiu. As partes de um movimento dividido estão por baixo dele; o que passou de uma conta para outra está a cinzento.',
  monthNote_one:
    '{{count, number}} movimento, entraram {{income}}, saíram {{spent}}',
  monthNote_other:
    '{{count, number}} movimentos, entraram {{income}}, saíram {{spent}}',
}
