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
import {
  insightLink,
  insightSentence,
  type InsightWords,
} from '../../words/insight-words.ts'
import styles from './home.module.css'

type InsightRowProps = {
  readonly insight: NamedInsight
  readonly words: InsightWords
  /** What can be done with it, given its sentence. */
  readonly act: (sentence: string) => ReactNode
}

/** A piece of news in words, which leads to what shows it. */
export function InsightRow({ insight, words, act }: InsightRowProps) {
  const { told } = insight
  const sentence = insightSentence(insight, words)
  const Icon = iconOf(told)
  return (
    <li className={styles['insight']}>
      <span className={styles[isGood(told) ? 'good' : 'notable']}>
        <Icon size={20} stroke={1.75} aria-hidden />
      </span>
      <Link to={insightLink(insight, words)} dir="auto">
        <small>{words.t(`insights.kind_${told.kind}`)}</small>
        {sentence}
      </Link>
      {act(sentence)}
    </li>
  )
}

function iconOf(told: Told) {
  switch (told.kind) {
    case 'mover':
      return told.minor > told.beforeMinor ? IconTrendingUp : IconTrendingDown
    case 'unusual':
      return IconBolt
    case 'new-payment':
      return IconRepeat
    case 'risen-payment':
      return IconArrowUpRight
    case 'over-pace':
      return IconTargetArrow
    case 'best-month':
      return IconTrophy
    case 'streak':
      return IconFlame
  }
}

function isGood(told: Told): boolean {
  return (
    told.kind === 'best-month' ||
    told.kind === 'streak' ||
    (told.kind === 'mover' && told.minor < told.beforeMinor)
  )
}
