import type { webhooks as english } from '../en/webhooks.ts'
import type { Same } from '../same.ts'

export const webhooks: Same<typeof english> = {
  title: 'Webhooks',
  words:
    'Cerca de um segundo depois de algo mudar neste livro, o servidor avisa um endereço seu de que mudou, e nunca do quê. O seu programa pergunta-o depois com uma chave.',
  none: 'Ainda nenhum endereço é avisado de alterações.',
  most: 'Já tem cinco webhooks neste livro, o máximo.',
  make: 'Novo webhook',
  makeAct: 'Fazer o webhook',
  address: 'Endereço do seu programa',
  made: 'O segredo do webhook',
  madeWords:
    'Copie-o agora para o seu programa: não volta a ser mostrado. Por ele, o seu programa sabe que é este servidor que chama.',
  neverTold: 'ainda não foi avisado',
  lastTold: 'avisado pela última vez a {{when}}',
  isFailing: 'Falha desde {{when}}: {{why}}. Continua-se a tentar.',
  isOff:
    'Desligado desde {{when}}: {{why}}. Um teste que chegue volta a ligá-lo.',
  test: 'Testar',
  testNamed: 'Testar {{name}}',
  arrived: 'O teste chegou.',
  notArrived: 'O teste não chegou: {{why}}.',
  failure_status: 'respondeu {{status}}',
  failure_timeout: 'não respondeu a tempo',
  'failure_no-address': 'o nome não leva a nenhum servidor público',
  failure_certificate: 'o certificado não é válido',
  failure_unreachable: 'não se consegue lá chegar',
}
