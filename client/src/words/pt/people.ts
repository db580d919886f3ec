import type { people as english } from '../en/people.ts'
import type { Same } from '../same.ts'

export const people: Same<typeof english> = {
  title: 'Pessoas',
  go: 'Ir para Pessoas',
  link: 'Quem está neste livro, e o que cada um pode fazer.',
  notConnected:
    'Este livro está só neste dispositivo. Ligue-o a um servidor para o partilhar.',
  me: 'Eu',
  signsInAs: 'Entra como {{name}}',
  signIn: 'Utilizador',
  noSignIn: 'Sem utilizador',
  unnamed: 'Ainda não tem nome neste livro',
  gone: 'Já não entra aqui',
  sayWho:
    'Diga quem é neste livro, para que os outros o vejam junto do que acrescenta.',
  sayPerson: 'Dizer quem é',
  whoIs: 'Quem é {{name}}?',
  somebodyNew: 'Alguém novo',
  add: 'Adicionar uma pessoa',
  addWords: 'Para uma criança, ou para quem mais se gasta dinheiro.',
  edit: 'Editar {{name}}',
  deleted: '{{name}} já não está no livro',
  role: 'Papel',
  role_owner: 'Proprietário',
  role_editor: 'Editor',
  role_viewer: 'Leitor',
  can_owner: 'Faz tudo: escreve, convida pessoas e pode apagar o livro.',
  can_editor: 'Lê e escreve.',
  can_viewer: 'Lê, e não altera nada.',
  changeRole: 'Mudar o papel',
  roleOf: 'Papel de {{name}}',
  roleGiven: '{{name}}: {{role}}',
  ownersStay:
    'Não pode voltar atrás: um proprietário só deixa de o ser por vontade própria.',
  handOver: 'Entregar',
  handOverTitle: 'Entregar o livro a {{name}}',
  handOverWords:
    'Essa pessoa passa a proprietária em seu lugar, e o seu papel passa a ser o de editor.',
  remove: 'Retirar do livro',
  removeTitle: 'Retirar {{name}} do livro',
  removeWords:
    'Deixa de o poder sincronizar. O que escreveu fica, e o que já está nos dispositivos dessa pessoa também.',
  invite: 'Convidar alguém',
  inviteWords:
    'Recebe uma ligação para uma pessoa. Serve uma vez e durante sete dias.',
  makeLink: 'Criar a ligação',
  linkTitle: 'O convite',
  linkWords:
    'Envie-a a uma só pessoa; quem a abrir primeiro entra. Serve até {{when}} e só é mostrada agora.',
  qr: 'A ligação em código QR, para ler com uma câmara',
  copy: 'Copiar',
  copied: 'Copiada',
  notCopied: 'O navegador não deixa copiar. Marque a ligação e copie-a.',
  share: 'Partilhar',
  invitations: 'Convites por usar',
  invitedBy: 'De {{name}}, até {{when}}',
  revoke: 'Anular',
  revoked: 'Anulado; a ligação já não serve',
  end: 'Sair ou apagar',
  leave: 'Sair do livro',
  leaveShort: 'Deixa de o sincronizar; os outros continuam.',
  leaveWords:
    'Deixa de o poder sincronizar, a não ser que alguém o convide de novo. O que está neste dispositivo pode ler-se até que o remova.',
  leavePending_one:
    '{{count, number}} alteração sua ainda não está no servidor e nunca lá chegaria.',
  leavePending_other:
    '{{count, number}} alterações suas ainda não estão no servidor e nunca lá chegariam.',
  delete: 'Apagar o livro',
  deleteShort: 'Para todos. Durante uma semana pode ser recuperado.',
  deleteTitle: 'Apagar {{name}}',
  deleteWords:
    'Ninguém mais o pode sincronizar. Durante sete dias um proprietário pode recuperá-lo; depois o servidor esquece-o. O que está nos dispositivos fica até ser removido.',
  typeName: 'Para ter a certeza, escreva “{{name}}”',
  joinTitle: 'Entrar em “{{name}}”',
  joinWords: 'Convite de {{name}}. Como {{role}}: {{can}}',
  joinAs: 'Entrar como {{name}}',
  another: 'Entrar com outro utilizador',
  lookingAt: 'A ver o convite',
  notOpen: 'Este convite não abre',
  register: 'Criar utilizador',
  registerTitle: 'Pela primeira vez aqui',
  registerWords: 'No servidor de onde veio esta página.',
  haveUser: 'Já tenho utilizador aqui',
  goHome: 'Ir para a aplicação',
  export: 'Exportá-lo',
  forget: 'Remover deste dispositivo',
  forgetTitle: 'Remover {{name}} deste dispositivo',
  forgetWords:
    'Tudo o que este dispositivo guarda dele desaparece de vez. Se o puder querer, exporte-o primeiro.',
  forgetPending_one:
    '{{count, number}} alteração não existe em mais lado nenhum e vai com ele.',
  forgetPending_other:
    '{{count, number}} alterações não existem em mais lado nenhum e vão com ele.',
  forgot: '{{name}} já não está neste dispositivo',
}
