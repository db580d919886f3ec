import { IconTemplate } from '@tabler/icons-react'
import { Chip } from '../../ui/chip.tsx'
import { useWords } from '../../words/words.ts'
import styles from './capture.module.css'

const examples = [
  'capture.example1',
  'capture.example2',
  'capture.example3',
] as const

type ExamplesProps = {
  readonly onChoose: (line: string) => void
  readonly onTemplates: () => void
}

/** Lines to learn from; pressed, one stands in the field. */
export function Examples({ onChoose, onTemplates }: ExamplesProps) {
  const { t } = useWords()
  return (
    <section className={styles['examples']}>
      <h3>{t('capture.examples')}</h3>
      <div>
        {examples.map(example => (
          <Chip key={example} onPress={() => onChoose(t(example))}>
            <span dir="auto">{t(example)}</span>
          </Chip>
        ))}
        <Chip onPress={onTemplates}>
          <IconTemplate size={14} aria-hidden />
          {t('capture.templates')}
        </Chip>
      </div>
    </section>
  )
}
