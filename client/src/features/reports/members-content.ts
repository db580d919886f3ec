import { shareOf } from '@ourmoney/shared/report/compare.ts'
import type { SettleUpAnswer } from '../../data/views/reports.ts'
import type { ReportAsk } from './ask.ts'
import type { Column, ReportContent, Row } from './content.ts'
import { listLink } from './list-link.ts'
import { total } from './over-time.ts'
import { beforeName, inPeriod, periodName } from './period-name.ts'
import type { ReportWords } from './words-for.ts'

/** More payments than that stand by themselves, below the sentence. */
const namedMost = 3

/** Who paid, for whom it was, and which payments make it even. */
export function membersContent(
  { currency, spans }: SettleUpAnswer,
  ask: ReportAsk,
  words: ReportWords,
): ReportContent {
  const { t, money, percent } = words
  const [now, then] = spans
  const { before } = ask
  const shares = (now?.shares ?? []).toSorted(
    (a, b) => b.paidMinor - a.paidMinor,
  )
  const paid = total(shares.map(({ paidMinor }) => paidMinor))
  const unshared = now?.unsharedMinor ?? 0
  const nameOf = (id: string) =>
    ask.lookups.members.find(({ _id }) => _id === id)?.name ??
    t('common.unknown')
  const wasPaidBy = (id: string) =>
    then?.shares.find(({ member }) => member === id)?.paidMinor ?? 0
  const payments = (now?.settlements ?? []).map(({ from, to, minor }) =>
    t('reports.paysTo', {
      from: nameOf(from),
      to: nameOf(to),
      amount: money(minor, currency),
    }),
  )
  const [first] = shares
  const period = inPeriod(ask.period, words)
  const share = first && shareOf(first.paidMinor, paid)
  return {
    sentence:
      first === undefined
        ? t(unshared === 0 ? 'reports.nothingSpent' : 'reports.nobodyPaid', {
            period,
          })
        : payments.length === 0
          ? shares.length === 1
            ? t('reports.onePaid', {
                name: nameOf(first.member),
                amount: money(paid, currency),
                period,
              })
            : t('reports.allEven', { period })
          : t(
              payments.length > namedMost
                ? 'reports.manySettle'
                : 'reports.settles',
              {
                count: payments.length,
                period,
                payments: new Intl.ListFormat(words.locale).format(payments),
              },
            ),
    notes: [
      ...(payments.length > namedMost ? payments : []),
      ...(first === undefined || share === undefined || shares.length === 1
        ? []
        : [
            t('reports.memberPaidMost', {
              name: nameOf(first.member),
              amount: money(first.paidMinor, currency),
              all: money(paid, currency),
              share: percent(share),
            }),
          ]),
      ...(unshared === 0 || first === undefined
        ? []
        : [t('reports.unshared', { amount: money(unshared, currency) })]),
    ],
    missing: now?.missing ?? [],
    isEmpty: shares.length === 0,
    wayOn: unshared === 0 ? undefined : t('reports.nobodyPaidWords'),
    table: {
      caption: `${t('reports.name_members')}, ${periodName(ask.period, words)}`,
      currency,
      columns: columnsFor(ask, words),
      rows: shares.map(
        ({ member, paidMinor, owedMinor, balanceMinor }): Row => ({
          id: member,
          cells: [
            nameOf(member),
            shareOf(paidMinor, paid),
            paidMinor,
            ...(before ? [wasPaidBy(member)] : []),
            owedMinor,
            balanceMinor,
          ],
          to: listLink(ask, { types: ['expense'], members: [member] }),
        }),
      ),
      sum: {
        id: 'sum',
        cells: [
          t('reports.all'),
          shareOf(paid, paid),
          paid,
          ...(before
            ? [total((then?.shares ?? []).map(({ paidMinor }) => paidMinor))]
            : []),
          total(shares.map(({ owedMinor }) => owedMinor)),
          total(shares.map(({ balanceMinor }) => balanceMinor)),
        ],
        to: listLink(ask, { types: ['expense'] }),
      },
    },
    chart: {
      kind: 'columns',
      unit: 'money',
      isStacked: false,
      labels: shares.map(({ member }) => ({
        short: nameOf(member),
        long: nameOf(member),
        to: listLink(ask, { types: ['expense'], members: [member] }),
      })),
      series: [
        {
          name: t('reports.paid'),
          colour: '--accent-fill',
          values: shares.map(({ paidMinor }) => paidMinor),
        },
        {
          name: t('reports.ownShare'),
          colour: '--bar-rest',
          values: shares.map(({ owedMinor }) => owedMinor),
        },
      ],
    },
  }
}

function columnsFor(
  { before }: ReportAsk,
  words: ReportWords,
): readonly Column[] {
  const { t } = words
  return [
    { id: 'member', name: t('common.member'), kind: 'text' },
    { id: 'share', name: t('reports.share'), kind: 'share', isExtra: true },
    { id: 'paid', name: t('reports.paid'), kind: 'money' },
    ...(before
      ? [
          {
            id: 'before',
            name: t('reports.paidIn', { period: beforeName(before, words) }),
            kind: 'money' as const,
            isExtra: true,
            isBare: true,
          },
        ]
      : []),
    {
      id: 'own',
      name: t('reports.ownShare'),
      kind: 'money',
      isBare: true,
      isExtra: true,
    },
    { id: 'balance', name: t('reports.getsBack'), kind: 'change' },
  ]
}
