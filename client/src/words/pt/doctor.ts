import type { doctor as english } from '../en/doctor.ts'
import type { Same } from '../same.ts'

export const doctor: Same<typeof english> = {
  title: 'Estado da sincronização',
  go: 'Ir para Estado da sincronização',
  toSettings: 'Ir para Definições',

  looking: 'A ver',
  lookingWords: 'Ainda a ler o livro neste dispositivo.',
  safe: 'Os seus dados estão seguros',
  safeWords: 'Tudo o que está neste dispositivo está também no servidor.',
  sending: 'A enviar o que é novo',
  sendingWords:
    'O que guardou está neste dispositivo e segue agora para o servidor.',
  offline: 'Seguro neste dispositivo, sem servidor por agora',
  offlineWords:
    'O que guardar é enviado sozinho assim que se chegar ao servidor.',
  onlyHere: 'Só este dispositivo tem este livro',
  onlyHereWords:
    'Se perder este dispositivo, perde o livro. Ligue-o a um servidor em Definições, ou guarde abaixo um ficheiro com tudo de vez em quando.',
  signIn: 'Seguro neste dispositivo; entre para o enviar',
  signInWords:
    'A sua sessão no servidor terminou. Nada se perdeu; a sincronização continua quando entrar.',
  refused_one: 'O servidor recusou {{count, number}} alteração',
  refused_other: 'O servidor recusou {{count, number}} alterações',
  refusedWords:
    'Nada se perdeu: está tudo neste dispositivo. Abaixo está o que pode fazer.',
  noAccess: 'Já não tem acesso a este livro',
  noAccessWords:
    'O servidor nada envia e nada aceita. O que está neste dispositivo continua legível; guarde abaixo um ficheiro.',
  deleted: 'Este livro foi apagado no servidor',
  deletedWords:
    'O que está neste dispositivo continua legível; guarde abaixo um ficheiro.',
  disagree: 'Dois dispositivos discordam sobre um registo',
  disagreeWords:
    'Juntaram-no de formas diferentes vezes sem conta, e este dispositivo parou. Atualize a aplicação em todos e tente de novo.',
  serverFull: 'O servidor não tem espaço para este livro',
  serverFullWords:
    'O que guardar está seguro neste dispositivo e é enviado quando quem gere o servidor arranjar espaço.',
  repairing: 'O servidor está a reparar este livro',
  repairingWords:
    'O que guardar está seguro neste dispositivo e é enviado quando o servidor estiver pronto.',
  damaged: 'Há registos danificados neste dispositivo',
  damagedWords: 'Repare-os acima: o servidor traz de volta o que tiver.',
  storage: 'Este dispositivo não consegue guardar tudo',
  storageWords:
    'O que guardou antes não se perdeu. Liberte espaço no disco, ou guarde abaixo um ficheiro com tudo.',

  records: 'Registos',
  sent: 'Último envio',
  fetched: 'Última receção',
  never: 'Ainda não',
  waiting: 'Por enviar',
  nothing: 'Nenhum',
  conflicts: 'Conflitos',
  toSettle_one: '{{count, number}} por resolver',
  toSettle_other: '{{count, number}} por resolver',
  showWaiting_one: 'Mostrar o que está por enviar',
  showWaiting_other: 'Mostrar os {{count, number}} por enviar',
  andMore_one: 'e mais {{count, number}}',
  andMore_other: 'e mais {{count, number}}',
  isDeleted: 'apagado',
  kind_ledger: 'Livro',
  kind_member: 'Membro',
  kind_account: 'Conta',
  kind_category: 'Categoria',
  kind_transaction: 'Movimento',
  kind_budget: 'Orçamento',
  kind_goal: 'Objetivo',
  kind_recurring: 'Recorrente',
  kind_rule: 'Regra',
  kind_importProfile: 'Perfil de importação',
  kind_importBatch: 'Importação',
  kind_savedFilter: 'Filtro guardado',
  kind_payee: 'Beneficiário',
  kind_rate: 'Taxa de câmbio',
  kind_template: 'Modelo',
  kind_shoppingItem: 'Lista de compras',
  kind_receipt: 'Recibo',

  refusedTitle: 'Recusado pelo servidor',
  refusedList:
    'Estas alterações estão seguras neste dispositivo, mas o servidor não as aceita.',
  why_role: 'Só pode ler este livro.',
  'why_too-large': 'É demasiado grande para o servidor.',
  'why_too-many-leaves':
    'Demasiadas versões ao mesmo tempo. Tente de novo depois da próxima sincronização.',
  why_schema:
    'O servidor não conhece esta forma. Atualize a aplicação, ou o servidor.',
  why_other: 'O servidor diz: {{reason}}',
  saveThem: 'Guardá-las num ficheiro',
  discard: 'Descartar',
  discardTitle_one: 'Descartar {{count, number}} alteração recusada',
  discardTitle_other: 'Descartar {{count, number}} alterações recusadas',
  discardWords:
    'A versão do servidor toma o lugar delas neste dispositivo; o que o servidor nunca teve desaparece. Isto não se pode anular: guarde-as primeiro num ficheiro.',

  address: 'Ligação',
  answers_one: 'Responde em {{count, number}} ms',
  answers_other: 'Responde em {{count, number}} ms',
  silent: 'Não responde',
  other: 'Outra coisa responde em seu lugar (estado {{status}})',
  person: 'Você',
  sessionUntil: 'Sem uso, esta sessão termina em {{when}}',
  clock: 'Relógio',
  clockAgrees: 'De acordo com o servidor',
  clockAhead:
    '{{time}} à frente do servidor. Acerte o relógio deste dispositivo.',
  clockBehind:
    '{{time}} atrás do servidor. Acerte o relógio deste dispositivo.',
  versions: 'Versões',
  appVersion: 'Aplicação {{app}}',
  bothVersions: 'Aplicação {{app}}, servidor {{server}}',

  verifyTitle: 'Verificar com o servidor',
  verifyWords:
    'Pergunta ao servidor por cada registo, nos dois sentidos, em vez de confiar no que foi anotado. Não altera nada.',
  verify: 'Verificar agora',
  verifying: 'A comparar com o servidor',
  alike_one: '{{count, number}} registo, igual dos dois lados',
  alike_other: 'Todos os {{count, number}} registos são iguais dos dois lados',
  serverLacks_one: 'Falta {{count, number}} registo ao servidor',
  serverLacks_other: 'Faltam {{count, number}} registos ao servidor',
  deviceLacks_one: 'Falta {{count, number}} registo a este dispositivo',
  deviceLacks_other: 'Faltam {{count, number}} registos a este dispositivo',
  stopped: 'Parado antes do fim. Nada mudou.',
  mend: 'Enviar e receber',
  mended: '{{sent, number}} enviados, {{fetched, number}} recebidos',

  rescueTitle: 'Ficheiro de resgate',
  rescueWords:
    'Guarda os registos com o seu histórico tal como são. Este livro volta a lê-lo em qualquer dispositivo: nada se perde e nada se repete.',
  rescueUnsynced: 'Guardar o que falta ao servidor',
  rescueEverything: 'Guardar tudo',
  rescuing: 'A escrever o ficheiro',
  rescued_one: '{{name}} está guardado, com {{count, number}} registo',
  rescued_other: '{{name}} está guardado, com {{count, number}} registos',
  readRescue: 'Ler um ficheiro de resgate',
  readingRescue: 'A ler o ficheiro',
  readDone: 'O ficheiro foi lido.',
  readCut: 'Parado. O que entrou fica; o mesmo ficheiro traz o resto.',
  added_one: '{{count, number}} adicionado',
  added_other: '{{count, number}} adicionados',
  broughtVersion_one: '{{count, number}} recebeu outra versão e foi junto',
  broughtVersion_other:
    '{{count, number}} receberam outra versão e foram juntos',
  wasHere_one: '{{count, number}} já cá estava',
  wasHere_other: '{{count, number}} já cá estavam',
  unreadable_one: '{{count, number}} não se conseguiu ler',
  unreadable_other: '{{count, number}} não se conseguiram ler',

  rebuildTitle: 'Refazer este dispositivo',
  rebuildWords:
    'Esvazia o livro neste dispositivo e volta a obtê-lo do servidor. Só se o resto não ajudou.',
  rebuild: 'Refazer a partir do servidor',
  rebuildAsk:
    'Primeiro compara-se tudo com o servidor. Se ele tiver tudo, ou um ficheiro de resgate tiver o resto, o livro neste dispositivo é esvaziado e obtido de novo. Mais ninguém dá por isso.',
  rebuildNow: 'Comparar e refazer',
  rebuildRescued:
    'O ficheiro está guardado. Depois de refazer, leia-o de novo para trazer estas alterações de volta.',
  rebuilt: 'O livro está a ser obtido de novo',
}
