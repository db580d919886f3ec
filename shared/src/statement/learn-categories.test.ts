import fc from 'fast-check'
import { expect, test } from 'vitest'
import { learnCategories, type Example } from './learn-categories.ts'

const shops = Object.entries({
  food: 'pingo doce|continente|lidl|mercado municipal|padaria lua|talho silva',
  car: 'galp energia|via verde|oficina costa|prio bomba|parque saba|norauto',
  home: 'edp comercial|aguas do porto|meo servicos|condominio rua|ikea|leroy',
  fun: 'cinema nos|spotify|fnac|teatro sao joao|steam games|museu serralves',
  health: 'farmacia nova|clinica dental|ginasio up|optica mar|hospital luz|lab',
}).flatMap(([category, names]) =>
  names.split('|').map(name => ({ category, name })),
)

/** Movements as a bank words them, told by seeded chance: shops with noise around them. */
function movements(seed: number, count: number): Example[] {
  const chance = lehmer(seed)
  const pick = (most: number) => Math.floor(chance() * most)
  return Array.from({ length: count }, () => {
    const { category = '', name = '' } = shops[pick(shops.length)] ?? {}
    const noise = ['COMPRA', 'PAG', 'POS', 'MB'][pick(4)]
    const town = ['PORTO', 'LISBOA', 'BRAGA', 'FARO'][pick(4)]
    // Now and then somebody puts something elsewhere.
    const other = shops[pick(shops.length)]?.category ?? ''
    return {
      description: `${noise} ${pick(9_999)} ${name.toUpperCase()} ${town}`,
      category: chance() < 0.04 ? other : category,
      isIn: false,
      account: pick(2) === 0 ? 'giro' : 'card',
      count: 1,
    }
  })
}

function lehmer(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

test('of 2,000 movements after 3,000 it tells nine in ten, and is right where it is sure', () => {
  for (const seed of [11, 222, 3_333]) {
    const all = movements(seed, 5_000)
    const guess = learnCategories(all.slice(2_000))
    const told = all.slice(0, 2_000).map(each => ({
      is: each.category,
      guess: guess(each),
    }))
    const right = told.filter(each => each.guess?.category === each.is)
    expect(right.length / told.length).toBeGreaterThan(0.9)
    const sure = told.filter(each => (each.guess?.confidence ?? 0) >= 0.9)
    const sureRight = sure.filter(each => each.guess?.category === each.is)
    expect(sure.length / told.length).toBeGreaterThan(0.7)
    expect(sureRight.length / sure.length).toBeGreaterThan(0.94)
  }
})

test('where two categories share a shop, it is as unsure as the household', () => {
  const shared = Array.from({ length: 200 }, (_, at) => ({
    description: `AMAZON ${at}`,
    category: at % 5 < 3 ? 'home' : 'fun',
    isIn: false,
    account: '',
    count: 1,
  }))
  const guess = learnCategories(shared)
  const found = guess({ description: 'AMAZON 777', isIn: false, account: '' })
  expect(found?.category).toBe('home')
  expect(found?.confidence).toBeGreaterThan(0.5)
  expect(found?.confidence).toBeLessThan(0.75)
})

test('what was seen once or twice is never sure', () => {
  const example = {
    description: 'Dentist',
    category: 'health',
    isIn: false,
    account: '',
  }
  const twice = learnCategories([{ ...example, count: 2 }])
  expect(twice(example)?.confidence).toBeLessThan(0.9)
  const often = learnCategories([{ ...example, count: 5 }])
  expect(often(example)?.confidence).toBeGreaterThan(0.9)
})

test('the direction of an amount tells a salary from a refund', () => {
  const of = (category: string, isIn: boolean) => ({
    description: 'ACME LDA',
    category,
    isIn,
    account: '',
    count: 12,
  })
  const guess = learnCategories([of('salary', true), of('tools', false)])
  expect(guess(of('', true))?.category).toBe('salary')
  expect(guess(of('', false))?.category).toBe('tools')
})

test('words that nobody wrote before say nothing', () => {
  const guess = learnCategories(movements(5, 100))
  const asked = { description: 'Xylophon 12', isIn: false, account: 'giro' }
  expect(guess(asked)).toBeUndefined()
  expect(learnCategories([])(asked)).toBeUndefined()
})

test('a confidence is a chance, and the same history gives the same guess', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.string(), (seed, text) => {
      const examples = movements(seed, 60)
      const asked = { description: `LIDL ${text}`, isIn: false, account: '' }
      const found = learnCategories(examples)(asked)
      expect(found).toEqual(learnCategories(examples)(asked))
      expect(found?.confidence ?? 0.5).toBeGreaterThan(0)
      expect(found?.confidence ?? 0.5).toBeLessThanOrEqual(1)
    }),
    { numRuns: 30 },
  )
})
