import {
  IconCalendar,
  IconChevronLeft,
  IconChevronRight,
} from '@tabler/icons-react'
import { parseDate, type CalendarDate } from '@internationalized/date'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
} from 'react-aria-components/Calendar'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Heading } from 'react-aria-components/Heading'
import { Label } from 'react-aria-components/Label'
import { Popover } from 'react-aria-components/Popover'
import styles from './field.module.css'
import { FieldNotes } from './text-field.tsx'

type DateFieldProps = {
  readonly label: string
  /** `2026-11-22`, or nothing. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly issue?: string | undefined
  readonly autoFocus?: boolean | undefined
}

export function DateField({
  label,
  value,
  onChange,
  issue,
  autoFocus = false,
}: DateFieldProps) {
  return (
    <DatePicker
      className={styles['field'] ?? ''}
      value={readDate(value)}
      onChange={date => onChange(date?.toString() ?? '')}
      isInvalid={issue !== undefined}
      autoFocus={autoFocus}
      shouldForceLeadingZeros
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <Group className={styles['box'] ?? ''}>
        <DateInput className={styles['segments'] ?? ''}>
          {segment => (
            <DateSegment
              className={styles['segment'] ?? ''}
              segment={segment}
            />
          )}
        </DateInput>
        <Button className={styles['opener'] ?? ''}>
          <IconCalendar size={18} aria-hidden />
        </Button>
      </Group>
      <FieldNotes issue={issue} />
      <Popover className={styles['popover'] ?? ''}>
        <Dialog className={styles['calendar'] ?? ''}>
          <Calendar>
            <header className={styles['calendarHeader']}>
              <Button slot="previous" className={styles['opener'] ?? ''}>
                <IconChevronLeft size={18} aria-hidden />
              </Button>
              <Heading />
              <Button slot="next" className={styles['opener'] ?? ''}>
                <IconChevronRight size={18} aria-hidden />
              </Button>
            </header>
            <CalendarGrid>
              {date => (
                <CalendarCell className={styles['day'] ?? ''} date={date} />
              )}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}

function readDate(text: string): CalendarDate | null {
  try {
    return parseDate(text)
  } catch {
    // Nothing, or not yet a whole date: the field shows its placeholders.
    return null
  }
}
