import type { shopping as english } from '../en/shopping.ts'
import type { Same } from '../same.ts'

export const shopping: Same<typeof english> = {
  title: 'Lista de compras',
  add: 'Acrescentar à lista',
  addHint: '2 kg tomates 3,50',
  emptyTitle: 'Nada para comprar',
  emptyWords:
    'Escreva o que faz falta, uma coisa de cada vez. Todos os que partilham o livro a veem e podem riscar, também sem rede.',
  other: 'Outros',
  expected: 'Previsto {{amount}}',
  basket_one: '{{count, number}} no cesto',
  basket_other: '{{count, number}} no cesto',
  done: 'Pagar',
  boughtBefore: 'Comprado antes',
  tickedBy: 'riscado por {{name}}',
  editTitle: 'Coisa a comprar',
  name: 'Nome',
  quantity: 'Quantidade',
  expectedPrice: 'Preço previsto ({{currency}})',
  needsName: 'Escreva o que comprar.',
  removed: '“{{name}}” saiu da lista',
  payTitle: 'Pagar o cesto',
  paid: 'Pago ({{currency}})',
  purchase: 'Compras',
  splitByCategory: 'Dividir por categoria',
  bought: 'Escrito como movimento',
  goShopping: 'Ir para a lista de compras',
}
