import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { shiftPeriod } from '@ourmoney/shared/calendar/periods.ts'
import { Chip } from '../../ui/chip.tsx'
import { IconButton } from '../../ui/button.tsx'
import field from '../../ui/field.module.css'
import { Menu } from '../../ui/menu.tsx'
import { useWords } from '../../words/words.ts'
import type { BodyProps, FilterChoice } from './ask.ts'
import { comparisons } from '@ourmoney/shared/report/compared.ts'
import { beforeName, periodName } from './period-name.ts'
import { PeriodPicker } from './period-picker.tsx'
import styles from './reports.module.css'

type ReportBarProps = BodyProps & { readonly filter: FilterChoice }

/** Which days a report is about, what they are compared with, and of what. */
export function ReportBar({ ask, filter: Filter }: ReportBarProps) {
  return (
    <div className={styles['bar']}>
      <PeriodChoice ask={ask} />
      <div className={styles['chips']}>
        {ask.report.isCompared && <CompareChip ask={ask} />}
        {ask.report.isStepped && ask.steps.length > 1 && <StepChip ask={ask} />}
        {!ask.report.isOfBudgets && (
          <Filter
            filter={ask.filter}
            isOfAccounts={ask.report.isOfAccounts}
            onChange={ask.setFilter}
          />
        )}
        {!ask.report.isOfAccounts && !ask.report.isOfBudgets && (
          <CurrencyChip ask={ask} />
        )}
      </div>
    </div>
  )
}

function PeriodChoice({ ask }: BodyProps) {
  const { t, locale } = useWords()
  const { period, counting, today } = ask
  const [isOpen, setOpen] = useState(false)
  const move = (by: number) => ask.setPeriod(shiftPeriod(period, by, counting))
  return (
    <div className={styles['period']}>
      <IconButton label={t('reports.earlier')} onPress={() => move(-1)}>
        <IconChevronLeft size={20} aria-hidden />
      </IconButton>
      <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <AriaButton className={styles['periodName'] ?? ''}>
          {periodName(period, { t, locale, today, counting })}
        </AriaButton>
        <Popover className={field['popover'] ?? ''} placement="bottom start">
          <Dialog
            className={styles['popover'] ?? ''}
            aria-label={t('reports.pickPeriod')}
          >
            <PeriodPicker
              ask={ask}
              onPick={next => {
                ask.setPeriod(next)
                setOpen(false)
              }}
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
      <IconButton label={t('reports.later')} onPress={() => move(1)}>
        <IconChevronRight size={20} aria-hidden />
      </IconButton>
    </div>
  )
}

function CompareChip({ ask }: BodyProps) {
  const { t, locale } = useWords()
  const { before, counting, today } = ask
  const name =
    before === undefined
      ? t('reports.compare_none')
      : t('reports.comparedWith', {
          period: beforeName(before, { t, locale, today, counting }),
        })
  return (
    <Menu
      label={t('reports.compare')}
      entries={comparisons.map(each => ({
        id: each,
        name: t(`reports.compare_${each}`),
        onPress: () => ask.set('compare', each === 'before' ? undefined : each),
      }))}
    >
      <Chip isOn={before !== undefined}>{name}</Chip>
    </Menu>
  )
}

function StepChip({ ask }: BodyProps) {
  const { t } = useWords()
  return (
    <Menu
      label={t('reports.step')}
      entries={ask.steps.map(each => ({
        id: each,
        name: t(`reports.step_${each}`),
        onPress: () => ask.set('step', each),
      }))}
    >
      <Chip isOn>{t(`reports.step_${ask.step}`)}</Chip>
    </Menu>
  )
}

/** Converted by the rates that are kept, or only what is in one currency. */
function CurrencyChip({ ask }: BodyProps) {
  const { t } = useWords()
  const { lookups, currency } = ask
  const base = lookups.ledger?.currency ?? 'EUR'
  if (lookups.currencies.length < 2) return null
  return (
    <Menu
      label={t('reports.currency')}
      entries={[
        {
          id: 'all',
          name: t('reports.converted', { currency: base }),
          onPress: () => ask.set('currency', undefined),
        },
        ...lookups.currencies.map(each => ({
          id: each,
          name: t('reports.onlyIn', { currency: each }),
          onPress: () => ask.set('currency', each),
        })),
      ]}
    >
      <Chip isOn={currency !== undefined}>
        {currency === undefined
          ? t('reports.converted', { currency: base })
          : t('reports.onlyIn', { currency })}
      </Chip>
    </Menu>
  )
}
