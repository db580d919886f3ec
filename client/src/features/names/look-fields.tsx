import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import {
  CategoryIcon,
  categoryIcons,
  type CategoryIconName,
} from '../../ui/category-icon.tsx'
import { useWords } from '../../words/words.ts'
import styles from './names.module.css'

const colours = [
  ['green', '#00b37e'],
  ['teal', '#14b8a6'],
  ['blue', '#3b82f6'],
  ['indigo', '#6366f1'],
  ['purple', '#a855f7'],
  ['pink', '#ec4899'],
  ['rose', '#f43f5e'],
  ['red', '#ef4444'],
  ['orange', '#f59e0b'],
  ['yellow', '#eab308'],
  ['lime', '#84cc16'],
  ['grey', '#64748b'],
] as const

type LookFieldsProps = {
  readonly icon: string | undefined
  readonly colour: string
  readonly onIcon: (icon: CategoryIconName) => void
  readonly onColour: (colour: string) => void
}

/** How a category looks: its colour, and its icon in that colour. */
export function LookFields({
  icon,
  colour,
  onIcon,
  onColour,
}: LookFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <Swatches label={t('names.colour')} value={colour} onChange={onColour}>
        {colours.map(([name, value]) => (
          <Radio
            key={value}
            value={value}
            className={styles['swatch'] ?? ''}
            aria-label={t(`names.${name}`)}
            style={{ '--of': value } as object}
          />
        ))}
      </Swatches>
      <Swatches
        label={t('names.icon')}
        value={icon ?? ''}
        onChange={chosen => {
          const found = categoryIcons.find(each => each === chosen)
          if (found !== undefined) onIcon(found)
        }}
      >
        {categoryIcons.map(each => (
          <Radio
            key={each}
            value={each}
            className={styles['pick'] ?? ''}
            aria-label={t(`names.icon_${each}`)}
          >
            <CategoryIcon icon={each} colour={colour} />
          </Radio>
        ))}
      </Swatches>
    </>
  )
}

type SwatchesProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

function Swatches({ label, value, onChange, children }: SwatchesProps) {
  return (
    <RadioGroup
      className={styles['swatches'] ?? ''}
      value={value}
      onChange={onChange}
      orientation="horizontal"
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <div>{children}</div>
    </RadioGroup>
  )
}
