import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { Amount } from '../../ui/amount.tsx'
import { CategoryIcon, colourOf } from '../../ui/category-icon.tsx'
import { useWords } from '../../words/words.ts'
import { forWhomWords } from './for-whom-words.ts'
import styles from './parts.module.css'
import type { Names } from './use-names.ts'

type RecordPartsProps = {
  readonly doc: TransactionDoc
  readonly names: Names
}

/** What a split transaction is made of. */
export function RecordParts({ doc, names }: RecordPartsProps) {
  const { t, locale } = useWords()
  const { splits = [], currency } = doc
  const sign = doc.type === 'expense' ? -1 : 1
  return (
    <section>
      <h3 className={styles['heading']}>
        {t('splits.parts', { count: splits.length })}
      </h3>
      <ul className={styles['parts']}>
        {splits.map((part, index) => {
          const category = names.category(part.category)
          const payer = names.member(part.member)
          const whom = forWhomWords(part, currency, names, t, locale)
          const about = [
            part.note,
            payer && t('splits.paidBy', { name: payer }),
            whom && t('splits.forThem', { names: whom }),
          ].filter(Boolean)
          return (
            <li key={index}>
              <CategoryIcon
                icon={category?.icon}
                colour={category?.colour ?? colourOf(part.category ?? doc.type)}
                isSmall
              />
              <span className={styles['what']}>
                <bdi>{category?.name ?? t('common.noCategory')}</bdi>
                {about.map(words => (
                  <small key={words} dir="auto">
                    {words}
                  </small>
                ))}
              </span>
              <Amount
                minor={sign * part.minor}
                currency={currency}
                locale={locale}
                sign="always"
                isIncome={sign * part.minor > 0}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
