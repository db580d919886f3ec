import type { shell as english } from '../en/shell.ts'
import type { Same } from '../same.ts'

export const shell: Same<typeof english> = {
  home: 'Início',
  transactions: 'Movimentos',
  shopping: 'Compras',
  files: 'Ficheiros',
  settings: 'Definições',
  more: 'Mais',
  navigation: 'Principal',
  addTransaction: 'Adicionar movimento',
  ledgers: 'Livros',
  switchLedger: 'Mudar de livro',
  allLedgers: 'Todos os livros',
  startAnother: 'Começar outro livro',
  signIn: 'Entrar',
  skip: 'Saltar para o conteúdo',
  opening: 'A abrir o seu livro',
  commands: 'Comandos',
  commandsHint: 'Encontre tudo: um ecrã, uma ação, uma categoria, um movimento',
  nothingFound: 'Nada encontrado',
  localOnly: 'Neste dispositivo',
  syncing: 'A sincronizar',
  upToDate: 'Sincronizado',
  offline: 'Sem ligação',
  needsSignIn: 'Entrar para sincronizar',
  noAccess: 'Sem acesso',
  ledgerDeleted: 'Apagado no servidor',
  quarantined: 'O servidor está a reparar este livro',
  ledgerFull: 'O servidor está cheio',
  tooManyMerges: 'Dois dispositivos discordam',
  storageFull: 'Sem espaço',
  storageGone: 'O armazenamento falha',
  firstSync: 'A obter o seu livro',
  ofRecords: '{{done}} de {{all}}',
  pending_one: '{{count, number}} por enviar',
  pending_other: '{{count, number}} por enviar',
  refused_one: '{{count, number}} recusado',
  refused_other: '{{count, number}} recusados',
  needsSignInWords:
    'A sua sessão no servidor terminou. Tudo está guardado neste dispositivo; entre para continuar a sincronizar.',
  noAccessWords:
    'O servidor já não lhe dá acesso a este livro. O que está neste dispositivo continua legível e pode ser exportado.',
  ledgerDeletedWords:
    'Quem é dono apagou este livro no servidor. O que está neste dispositivo continua legível e pode ser exportado.',
  storageGoneWords:
    'O navegador não consegue ler tudo o que guarda deste livro. Se o disco está cheio, liberte espaço; até lá uma exportação não tem notas nem histórico. Se isto continuar, repare-o: o que se consegue ler fica e um servidor traz o resto.',
  damaged_one:
    '{{count, number}} registo está danificado neste dispositivo: {{names}}. Reparar traz de volta a última versão legível aqui ou no servidor.',
  damaged_other:
    '{{count, number}} registos estão danificados neste dispositivo: {{names}}. Reparar traz de volta as últimas versões legíveis aqui ou no servidor.',
  newer_one:
    '{{count, number}} registo foi feito por uma versão mais nova da aplicação e fica como está: {{names}}. Atualize para o ver.',
  newer_other:
    '{{count, number}} registos foram feitos por uma versão mais nova da aplicação e ficam como estão: {{names}}. Atualize para os ver.',
  repair: 'Reparar',
  repaired: 'Reparado',
  repairLacks_one:
    'Reparado. {{count, number}} registo não tem versão legível neste dispositivo: {{names}}',
  repairLacks_other:
    'Reparado. {{count, number}} registos não têm versão legível neste dispositivo: {{names}}',
  storageFullWords:
    'Este dispositivo não tem mais espaço. Nada do que guardou se perdeu e continua legível. Liberte espaço ou exporte o livro em Ficheiros.',
  lost_one:
    'O navegador limpou o armazenamento. Perdeu-se {{count, number}} alteração que nenhum servidor tinha.',
  lost_other:
    'O navegador limpou o armazenamento. Perderam-se {{count, number}} alterações que nenhum servidor tinha.',
  onlyHere:
    'Só este navegador tem este livro e pode apagá-lo quando o disco encher. Exporte um ficheiro de vez em quando ou entre num servidor.',
  pendingLong_one:
    'Há mais de um dia que {{count, number}} alteração está só neste dispositivo, e o navegador pode apagá-la quando o disco encher.',
  pendingLong_other:
    'Há mais de um dia que {{count, number}} alterações estão só neste dispositivo, e o navegador pode apagá-las quando o disco encher.',
  notNow: 'Agora não',
  updateReady: 'Há uma nova versão',
  update: 'Atualizar',
  goHome: 'Ir para Início',
  goTransactions: 'Ir para Movimentos',
  goFiles: 'Ir para Ficheiros',
  goCurrencies: 'Ir para Moedas',
  goSettings: 'Ir para Definições',
  syncNow: 'Sincronizar agora',
  darkTheme: 'Tema escuro',
  lightTheme: 'Tema claro',
  systemTheme: 'Tema do sistema',
  nothingToUndo: 'Nada para desfazer',
  nothingToRedo: 'Nada para refazer',
  categoryAs: 'Categoria: {{name}}',
  filterAs: 'Filtro guardado: {{name}}',
  memberAs: 'Membro: {{name}}',
  accountAs: 'Conta: {{name}}',
  shortcuts: 'Atalhos de teclado',
  keySearch: 'Procurar',
  keyNew: 'Novo movimento',
  keyQuick: 'Adicionar depressa, por palavras',
  keyMove: 'Descer e subir',
  keyAgain: 'Outra vez hoje, o registo aberto',
  keySelect: 'Selecionar',
  keyOpen: 'Abrir',
  keyEdit: 'Editar',
  keyDelete: 'Apagar',
  keyUndo: 'Desfazer',
  keyRedo: 'Refazer',
  keyPalette: 'Comandos',
  keyHelp: 'Esta lista',
  insecure: 'Este endereço não é seguro',
  insecureWords:
    'Os navegadores só deixam uma aplicação funcionar sem rede a partir de https ou de localhost. Dê um certificado ao servidor (TLS_CERT e TLS_KEY), ponha à frente um proxy como o Caddy, ou abra-o por um túnel.',
  noStorage: 'Este navegador não guarda nada',
  noStorageWords:
    'O OurMoney guarda o seu livro no armazenamento do navegador, que aqui está desligado. Saia da navegação privada ou permita dados do site, e carregue de novo.',
}
