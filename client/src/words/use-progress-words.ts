import { useWords } from './words.ts'

/** How far something is among records; until the first is done, that they are read. */
export function useProgressWords(): (done: number, all: number) => string {
  const { t, locale } = useWords()
  const number = new Intl.NumberFormat(locale)
  return (done, all) =>
    done === 0
      ? t('merge.reading')
      : t('merge.progress', {
          done: number.format(done),
          all: number.format(all),
        })
}
