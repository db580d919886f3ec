import {
  IconArrowUpRight,
  IconBolt,
  IconFlame,
  IconRepeat,
  IconTargetArrow,
  IconTrendingDown,
  IconTrendingUp,
  IconTrophy,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Told } from '@ourmoney/shared/insight/insight.ts'
import type { NamedInsight } from '../../data/views/insights.ts'
import { IconButton } from '../../ui/button.tsx'
import {
  insightLink,
  insightSentence,
  type InsightWords,
} from '../../words/insight-words.ts'
import styles from './home.module.css'

type InsightRowProps = {
  readonly insight: NamedInsight
  readonly words: InsightWords
  /** What the button does, given the sentence. */
  readonly actLabel: (what: string) => string
  readonly actIcon: ReactNode
  readonly onAct: (id: string) => void
}

/** A piece of news in words, which leads to what shows it. */
export function InsightRow(props: InsightRowProps) {
  const { insight, words, actLabel, actIcon, onAct } = props
  const { id, told } = insight
  const sentence = insightSentence(insight, words)
  return (
    <li className={styles['insight']}>
      <span className={styles[isGood(told) ? 'good' : 'notable']}>
        <KindIcon told={told} />
      </span>
      <Link to={insightLink(insight, words)} dir="auto">
        <small>{words.t(`insights.kind_${told.kind}`)}</small>
        {sentence}
      </Link>
      <IconButton label={actLabel(sentence)} onPress={() => onAct(id)}>
        {actIcon}
      </IconButton>
    </li>
  )
}

const look = { size: 20, stroke: 1.75, 'aria-hidden': true } as const

function KindIcon({ told }: { readonly told: Told }) {
  switch (told.kind) {
    case 'mover':
      return told.minor > told.beforeMinor ? (
        <IconTrendingUp {...look} />
      ) : (
        <IconTrendingDown {...look} />
      )
    case 'unusual':
      return <IconBolt {...look} />
    case 'new-payment':
      return <IconRepeat {...look} />
    case 'risen-payment':
      return <IconArrowUpRight {...look} />
    case 'over-pace':
      return <IconTargetArrow {...look} />
    case 'best-month':
      return <IconTrophy {...look} />
    case 'streak':
      return <IconFlame {...look} />
  }
}

function isGood(told: Told): boolean {
  return (
    told.kind === 'best-month' ||
    told.kind === 'streak' ||
    (told.kind === 'mover' && told.minor < told.beforeMinor)
  )
}
