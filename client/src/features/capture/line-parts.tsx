import { useEffect, useRef } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Button } from 'react-aria-components/Button'
import { Popover } from 'react-aria-components/Popover'
import type {
  QuickCorrections,
  QuickReading,
} from '@ourmoney/shared/capture/reading.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { CategoryIcon, colourOf } from '../../ui/category-icon.tsx'
import overlay from '../../ui/overlay.module.css'
import { useWords } from '../../words/words.ts'
import styles from './capture.module.css'
import { PartEditor } from './part-editor.tsx'
import { shownParts, valueOf, type ShownPart } from './part-names.ts'

type LinePartsProps = {
  readonly reading: QuickReading
  readonly corrections: QuickCorrections
  readonly lookups: LookupsAnswer
  readonly onCorrect: (corrections: QuickCorrections) => void
  /** Back to the field. */
  readonly onDone: () => void
}

/** What was understood of a line; each part can be pressed and put right. */
export function LineParts(props: LinePartsProps) {
  const { t } = useWords()
  const { reading, lookups } = props
  return (
    <div
      className={styles['parts']}
      role="group"
      aria-label={t('capture.understood')}
    >
      {shownParts(reading.parts, lookups).map(part => (
        <Part key={part} part={part} {...props} />
      ))}
    </div>
  )
}

/** Once the library has given the focus back to the part, it goes on. */
function WhenLeft({ run }: { readonly run: () => void }) {
  const latest = useRef(run)
  useEffect(() => () => void requestAnimationFrame(() => latest.current()), [])
  return null
}

function Part({
  part,
  reading,
  corrections,
  lookups,
  onCorrect,
  onDone,
}: LinePartsProps & { readonly part: ShownPart }) {
  const { t, locale } = useWords()
  const { parts, spans, issues } = reading
  const value = valueOf(part, parts, { lookups, t, locale })
  const name = t(`common.${part}`)
  const isSaid =
    spans[part] !== undefined ||
    (part === 'amount' ? 'minor' : part) in corrections
  const isWrong = issues.some(issue => issue.part === part)
  const category =
    part === 'category'
      ? lookups.categories.find(({ _id }) => _id === parts.category)
      : undefined
  return (
    <DialogTrigger>
      <Button
        className={[
          styles['part'],
          value === undefined ? styles['absent'] : '',
          isSaid || isWrong ? '' : styles['assumed'],
          isWrong && value !== undefined ? styles['wrong'] : '',
          part === 'amount' ? styles['money'] : '',
        ].join(' ')}
        aria-label={t('capture.change', {
          part: name,
          value: value ?? t('capture.missing'),
        })}
      >
        {category !== undefined && (
          <CategoryIcon
            icon={category.icon}
            colour={category.colour ?? colourOf(category._id)}
            isSmall
          />
        )}
        <span dir="auto">{value ?? name}</span>
      </Button>
      <Popover className={overlay['popover'] ?? ''} placement="bottom start">
        <Dialog className={styles['editor'] ?? ''} aria-label={name}>
          {({ close }) => (
            <form
              onSubmit={event => {
                event.preventDefault()
                close()
              }}
            >
              <WhenLeft run={onDone} />
              <PartEditor
                part={part}
                parts={parts}
                lookups={lookups}
                onCorrect={onCorrect}
                onChosen={corrections => {
                  onCorrect(corrections)
                  close()
                }}
              />
            </form>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
