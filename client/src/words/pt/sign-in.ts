import type { signIn as english } from '../en/sign-in.ts'
import type { Same } from '../same.ts'

export const signIn: Same<typeof english> = {
  title: 'Entrar',
  words: 'No servidor de onde veio esta página.',
  name: 'Nome',
  password: 'Palavra-passe',
  passwordNote: 'Pelo menos 8 caracteres; o melhor são algumas palavras.',
  submit: 'Entrar',
  setUpTitle: 'Preparar este servidor',
  setUpWords:
    'É a primeira pessoa aqui. O nome e a palavra-passe fazem de si administrador.',
  setUpSubmit: 'Criar utilizador',
  setUpNeeded:
    'Este servidor ainda não tem utilizadores. Abra a ligação que ele mostrou ao arrancar.',
  chooseTitle: 'Os seus livros',
  chooseWords: 'Qual quer ter neste dispositivo?',
  open: 'Abrir',
  connect: 'Ligar',
  connectWords: 'Só neste dispositivo. Ligue-o para o ter noutros.',
  onServer: 'No servidor',
  isOpen: 'Aberto agora',
  deletedUntil: 'Apagado. Pode ser recuperado até {{day}}.',
  restore: 'Recuperar',
  restoreTitle: 'Recuperar {{name}}',
  restoreWords: 'Volta como estava, para todos os que nele estavam.',
  nothing: 'Ainda não há livros',
  nothingWords: 'Comece um; é enviado logo para o servidor.',
  continueOffline: 'Continuar sem entrar',
  needsName: 'Escreva o seu nome.',
  needsPassword: 'Escreva a palavra-passe.',
  tooShort: 'Pelo menos 8 caracteres.',
}
