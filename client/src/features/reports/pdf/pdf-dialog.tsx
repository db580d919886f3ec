import { IconFileTypePdf } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { monthOf, shiftMonth } from '@ourmoney/shared/calendar/period.ts'
import { readPeriod } from '@ourmoney/shared/calendar/period-text.ts'
import {
  customPeriod,
  type Counting,
  type Period,
} from '@ourmoney/shared/calendar/periods.ts'
import { LongWork } from '../../../acts/long-work.tsx'
import { useLongWork } from '../../../acts/use-long-work.ts'
import { useLedger } from '../../../data/hooks.tsx'
import type { LookupsAnswer } from '../../../data/views/names.ts'
import { drawApart } from '../../../pdf/draw-apart.ts'
import type { Paper } from '../../../pdf/look.ts'
import { download } from '../../../platform/download.ts'
import { Button } from '../../../ui/button.tsx'
import { Check } from '../../../ui/check.tsx'
import { ChoiceField } from '../../../ui/choice-field.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { today } from '../../../ui/dates.ts'
import { Dialog, DialogActions, DialogForm } from '../../../ui/dialog.tsx'
import { Segments } from '../../../ui/segments.tsx'
import { Notice } from '../../../ui/states.tsx'
import { showToast } from '../../../ui/toasts.tsx'
import { currentLanguage } from '../../../words/language.ts'
import { periodWords } from '../../../words/period-words.ts'
import { useWords } from '../../../words/words.ts'
import styles from '../reports.module.css'
import { makeReport, type PdfProgress } from './make-report.ts'
import { pdfParts, type PdfPartId } from './plan.ts'

type PdfDialogProps = {
  readonly lookups: LookupsAnswer
  readonly counting: Counting
  readonly onClose: () => void
}

/** What a printed report is about, and its making. */
export default function PdfDialog(props: PdfDialogProps) {
  const { lookups, counting, onClose } = props
  const { t, locale } = useWords()
  const ledger = useLedger()
  const work = useLongWork<PdfProgress>()
  const now = today()
  const choices = useMemo(
    () => periodChoices(lookups, counting, now),
    [lookups, counting, now],
  )
  const [chosen, setChosen] = useState(choices[0]?.id ?? other)
  const [from, setFrom] = useState(`${now.slice(0, 4)}-01-01`)
  const [to, setTo] = useState(now)
  const [paper, setPaper] = useState<Paper>(() => usualPaper(locale))
  const [parts, setParts] = useState<ReadonlySet<PdfPartId>>(
    () => new Set(pdfParts),
  )
  const isRange = from !== '' && to !== '' && from <= to
  const period =
    chosen !== other
      ? choices.find(({ id }) => id === chosen)?.period
      : isRange
        ? customPeriod({ from, to })
        : undefined

  async function make() {
    if (period === undefined || parts.size === 0) return
    const wish = { period, paper, parts }
    const file = await work.run((onProgress, signal) =>
      makeReport(
        {
          ledger,
          wish,
          words: { t, locale },
          language: currentLanguage(),
          counting,
          today: now,
          now: Date.now(),
          draw: drawApart,
        },
        onProgress,
        signal,
      ),
    )
    if (file === undefined) return
    const name = `ourmoney-${period.from}-${period.to}.pdf`
    download(file, name)
    showToast(t('printed.saved', { name }))
    onClose()
  }

  function close() {
    work.cancel()
    onClose()
  }

  return (
    <Dialog
      title={t('printed.title')}
      closeLabel={t('common.close')}
      isOpen
      onClose={close}
      staysOpen={work.isRunning}
    >
      {work.isRunning ? (
        <LongWork
          label={t(`printed.${work.progress?.phase ?? 'reading'}`)}
          progress={work.progress}
          onCancel={work.cancel}
        />
      ) : (
        <DialogForm onSubmit={() => void make()}>
          <p>{t('printed.words')}</p>
          {work.failure !== undefined && <Notice isBad>{work.failure}</Notice>}
          <ChoiceField
            label={t('printed.period')}
            value={chosen}
            choices={[
              ...choices.map(({ id, period: each }) => ({
                id,
                name: periodWords(each, { t, locale, today: now, counting }),
              })),
              { id: other, name: t('printed.otherDays') },
            ]}
            onChange={setChosen}
          />
          {chosen === other && (
            <>
              <DateField
                label={t('reports.from')}
                value={from}
                onChange={setFrom}
              />
              <DateField
                label={t('reports.to')}
                value={to}
                onChange={setTo}
                issue={isRange ? undefined : t('reports.endsBefore')}
              />
            </>
          )}
          <fieldset className={styles['pdfParts']}>
            <legend>{t('printed.contains')}</legend>
            {pdfParts.map(part => (
              <Check
                key={part}
                isSelected={parts.has(part)}
                onChange={isIn => setParts(withPart(parts, part, isIn))}
              >
                {t(`printed.part_${part}`)}
              </Check>
            ))}
          </fieldset>
          {parts.size === 0 && <p>{t('printed.chooseSome')}</p>}
          <Segments
            label={t('printed.paper')}
            value={paper}
            choices={papers.map(id => ({ id, name: t(`printed.paper_${id}`) }))}
            onChange={setPaper}
          />
          <DialogActions>
            <Button onPress={close}>{t('common.cancel')}</Button>
            <Button
              kind="primary"
              type="submit"
              isDisabled={period === undefined || parts.size === 0}
            >
              <IconFileTypePdf size={18} aria-hidden />
              {t('printed.make')}
            </Button>
          </DialogActions>
        </DialogForm>
      )}
    </Dialog>
  )
}

const other = 'other'
const papers = ['a4', 'letter'] as const

/** Where people print on letter paper; everywhere else it is A4. */
function usualPaper(locale: string): Paper {
  const { region } = new Intl.Locale(locale)
  return region !== undefined && /^(US|CA|MX|PH|CL|CO|VE)$/.test(region)
    ? 'letter'
    : 'a4'
}

function withPart(
  parts: ReadonlySet<PdfPartId>,
  part: PdfPartId,
  isIn: boolean,
): ReadonlySet<PdfPartId> {
  const next = new Set(parts)
  if (isIn) next.add(part)
  else next.delete(part)
  return next
}

/** The year, twelve months, this month and the last, and every year there is. */
function periodChoices(
  { years }: LookupsAnswer,
  counting: Counting,
  now: string,
): readonly { readonly id: string; readonly period: Period }[] {
  const year = now.slice(0, 4)
  const month = monthOf(now, counting.firstDay)
  const usual = [year, 'last-12-months', month, shiftMonth(month, -1)]
  // Of a book that ended earlier its last year is meant.
  const begin = years.includes(year) ? usual : [years[0] ?? year, ...usual]
  return [...new Set([...begin, ...years])].flatMap(id => {
    const read = readPeriod(id, now, counting)
    return read.ok ? [{ id, period: read.value }] : []
  })
}
