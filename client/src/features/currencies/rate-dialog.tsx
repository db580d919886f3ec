import { useState } from 'react'
import { connects } from '@ourmoney/shared/rate/rate.ts'
import { readRate } from '@ourmoney/shared/rate/read-rate.ts'
import { rateDigits } from '@ourmoney/shared/rate/rate-text.ts'
import { useActs } from '../../acts/use-acts.ts'
import { useView } from '../../data/hooks.tsx'
import type { CurrenciesAnswer, StoredRate } from '../../data/views/rates.ts'
import { Button } from '../../ui/button.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { today } from '../../ui/dates.ts'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { currencyChoices } from '../../words/currency-choices.ts'
import { rateWords } from '../../words/rate-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './currencies.module.css'

type RateDialogProps = {
  readonly answer: CurrenciesAnswer
  /** What to begin with. */
  readonly pair?: readonly [string, string] | undefined
  readonly edits?: StoredRate | undefined
  readonly onClose: () => void
}

/** A rate by hand: new, or one that is there. */
export function RateDialog(props: RateDialogProps) {
  const { t } = useWords()
  return (
    <Dialog
      title={
        props.edits === undefined ? t('currencies.add') : t('currencies.edit')
      }
      closeLabel={t('common.close')}
      isOpen
      isWide
      onClose={props.onClose}
    >
      <RateForm {...props} />
    </Dialog>
  )
}

function RateForm({ answer, pair, edits, onClose }: RateDialogProps) {
  const { t, locale } = useWords()
  const acts = useActs()
  const codes = answer.inUse.map(({ currency }) => currency)
  const foreign = codes.find(code => code !== answer.base) ?? ''
  const [base, setBase] = useState(edits?.base ?? pair?.[0] ?? foreign)
  const [quote, setQuote] = useState(edits?.quote ?? pair?.[1] ?? answer.base)
  const [date, setDate] = useState(edits?.date ?? today())
  const [text, setText] = useState(
    edits === undefined ? '' : rateDigits(edits.ratePpm, locale),
  )
  const [wasTried, setTried] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [isSaving, setSaving] = useState(false)

  const read = readRate(text, base, quote, locale)
  const twin = useTwin(base, quote, date, edits)
  const isPair = base !== '' && quote !== ''
  const isTurned = read.ok && read.value.base !== base

  async function save() {
    setTried(true)
    if (!read.ok || date === '' || !isPair) return
    setSaving(true)
    const fields = { ...read.value, date }
    const target = edits ?? twin
    const receipt = await acts.save(
      target === undefined
        ? [{ change: 'create', doc: { kind: 'rate', ...fields } }]
        : [{ change: 'edit', target: { ids: [target.id] }, set: fields }],
      target === undefined ? t('currencies.added') : t('currencies.changed'),
      setFailure,
    )
    if (receipt !== undefined) return onClose()
    setSaving(false)
  }

  const issue =
    wasTried && !read.ok ? t(`currencies.rate_${read.failure}`) : undefined
  const isSame = !read.ok && read.failure === 'same-currency'
  return (
    <DialogForm onSubmit={() => void save()}>
      <div className={styles['two']}>
        <ComboField
          label={t('currencies.from')}
          value={base}
          choices={currencyChoices(locale, codes)}
          onChange={code => setBase(code ?? base)}
        />
        <ComboField
          label={t('currencies.to')}
          value={quote}
          choices={currencyChoices(locale, codes)}
          onChange={code => setQuote(code ?? quote)}
          issue={wasTried && isSame ? issue : undefined}
        />
      </div>
      <TextField
        label={
          isPair ? t('currencies.oneIs', { base, quote }) : t('currencies.rate')
        }
        value={text}
        onChange={setText}
        inputMode="decimal"
        issue={isSame ? undefined : issue}
        note={
          read.ok
            ? isTurned
              ? t('currencies.turned', {
                  base: read.value.base,
                  quote: read.value.quote,
                  rate: rateDigits(read.value.ratePpm, locale),
                })
              : rateWords(read.value, t, locale)
            : undefined
        }
        autoFocus
      />
      <DateField
        label={t('currencies.date')}
        value={date}
        onChange={setDate}
        issue={wasTried && date === '' ? t('currencies.noDate') : undefined}
      />
      {edits === undefined && twin !== undefined && (
        <Notice>{t('currencies.alreadyThere')}</Notice>
      )}
      {failure !== undefined && <Notice isBad>{failure}</Notice>}
      <DialogActions>
        <Button kind="plain" onPress={onClose}>
          {t('common.cancel')}
        </Button>
        <Button kind="primary" type="submit" isPending={isSaving}>
          {t('common.save')}
        </Button>
      </DialogActions>
    </DialogForm>
  )
}

/** A rate by hand of that pair and day, which a new one takes the place of. */
function useTwin(
  base: string,
  quote: string,
  date: string,
  edits: StoredRate | undefined,
): StoredRate | undefined {
  const found = useView({
    view: 'rates',
    one: base,
    other: quote,
    until: date === '' ? undefined : date,
    most: 4,
  })
  if (edits !== undefined) return undefined
  return found?.rates.find(
    rate => rate.isByHand && rate.date === date && connects(rate, base, quote),
  )
}
