import type { Same } from '../same.ts'
import type { receipts as en } from '../en/receipts.ts'

export const receipts: Same<typeof en> = {
  title: 'Recibos',
  add: 'Juntar foto ou PDF',
  keeping: 'A guardar {{name}}…',
  drop: 'ou largue-o aqui',
  kept: 'Recibo guardado',
  removed: 'Recibo eliminado',
  open: 'Ver {{name}}',
  pending: 'À espera do servidor',
  full: 'O servidor não tem espaço para ele',
  away: 'No servidor',
  photo: 'Foto',
  pdf: 'PDF',
  download: 'Transferir',
  pdfWords: 'Um PDF abre-se na aplicação que tiver para isso.',
  fetching: 'A ir buscar…',
  chosen_one: '{{count, number}} ficheiro vai com ela',
  chosen_other: '{{count, number}} ficheiros vão com ela',
  leave: 'Deixar {{name}} de fora',
  notKept: '{{name}} não foi guardado. {{problem}}',
}
