import type { backup as english } from '../en/backup.ts'
import type { Same } from '../same.ts'

export const backup: Same<typeof english> = {
  title: 'Cópia de segurança',
  words:
    'Um ficheiro com este livro todo: cada registo com a sua história, o que foi apagado e os recibos. Reposto em qualquer dispositivo, continua como se nada tivesse acontecido.',
  last_one: 'A última cópia foi há {{count, number}} dia.',
  last_other: 'A última cópia foi há {{count, number}} dias.',
  lastToday: 'A última cópia foi hoje.',
  none: 'Ainda não há cópia deste livro feita neste dispositivo.',
  password: 'Palavra-passe do ficheiro (opcional)',
  passwordNote:
    'Sem ela, quem tiver o ficheiro pode ler o livro. Com ela, ninguém o abre se a palavra-passe for esquecida.',
  again: 'A mesma palavra-passe outra vez',
  differs: 'Não é a mesma palavra-passe.',
  save: 'Guardar uma cópia',
  writing: 'A escrever a cópia',
  saved_one: '{{name}} foi guardado, com {{count, number}} registo',
  saved_other: '{{name}} foi guardado, com {{count, number}} registos',
  auto: 'Cópia todos os dias',
  autoWords:
    'Para uma pasta deste dispositivo, uma vez por dia enquanto a aplicação está aberta. Ficam as últimas 7, sem palavra-passe.',
  chooseFolder: 'Escolher uma pasta',
  autoOn: 'Todos os dias para a pasta {{name}}; ficam as últimas 7.',
  stopAuto: 'Parar',
  folderAsks:
    'O navegador quer que lhe peça outra vez antes de a cópia diária escrever em {{name}}.',
  folderGone:
    'A cópia diária não conseguiu escrever em {{name}}. A pasta ainda existe e há espaço?',
  allow: 'Permitir',
  due_one: 'A última cópia deste livro foi há {{count, number}} dia.',
  due_other: 'A última cópia deste livro foi há {{count, number}} dias.',
  dueFirst:
    'Este livro está só neste dispositivo e ainda não se fez nenhuma cópia dele.',
  make: 'Fazer uma cópia',

  restoreTitle: 'Repor uma cópia',
  restoreWords:
    'O que aqui falta é acrescentado e nada vem em dobro. A cópia de outro livro abre-se como um livro à parte.',
  choose: 'Escolher uma cópia',
  reading: 'A ler o ficheiro',
  opens: 'Palavra-passe do ficheiro',
  open: 'Abrir',
  of: 'Livro {{name}}',
  savedAt: 'Guardado em {{when}}',
  records_one: '{{count, number}} registo',
  records_other: '{{count, number}} registos',
  withReceipts: 'com recibos',
  isThis: 'É este livro. O que aqui falta é acrescentado.',
  isHere:
    'Este livro está neste dispositivo. Abre-se, e o que falta é acrescentado.',
  isNew:
    'Este livro ainda não está neste dispositivo. Abre-se como um livro à parte.',
  whoAreYou: 'Qual destas pessoas é?',
  nobody: 'Nenhuma delas',
  bringMissing: 'Acrescentar o que falta',
  restore: 'Repor',
  restoring: 'A repor',
  other: 'Escolher outro ficheiro',
  stopped:
    'Parado. Nenhum livro foi criado; o mesmo ficheiro pode ser reposto outra vez.',
}
