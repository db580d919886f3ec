import {
  IconCopy,
  IconDots,
  IconFileTypeCsv,
  IconLink,
  IconPhoto,
  IconPrinter,
} from '@tabler/icons-react'
import { periodText } from '@ourmoney/shared/calendar/period-text.ts'
import { download } from '../../platform/download.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { usePageCommands } from '../../ui/page-commands.ts'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import type { ReportAsk } from './ask.ts'
import type { ReportContent } from './content.ts'
import { asCsv, asTabs, tableTextIn } from './table-text.ts'

type ReportToolsProps = {
  readonly ask: ReportAsk
  readonly content: ReportContent
}

/** What can be done with an answer. */
export function ReportTools({ ask, content }: ReportToolsProps) {
  const { t, locale } = useWords()
  const problem = useProblem()
  const { table, chart, sentence } = content
  const period = periodText(ask.period, ask.today, ask.counting)
  const file = `ourmoney-${ask.report.id}-${period}`

  async function copy(text: string, said: string) {
    try {
      await navigator.clipboard.writeText(text)
      showToast(said)
    } catch {
      // The browser was told not to let pages write there.
      showToast(t('reports.notCopied'))
    }
  }

  async function savePicture() {
    if (chart === undefined) return
    try {
      const { pictureOf } = await import('../../ui/chart/picture.ts')
      const picture = await pictureOf(chart, {
        currency: table.currency,
        locale,
        title: table.caption,
        sentence,
      })
      download(picture, `${file}.png`)
    } catch (error) {
      showToast(problem(error))
    }
  }

  function saveCsv() {
    const csv = asCsv(table, tableTextIn(locale))
    download(new Blob([csv], { type: 'text/csv' }), `${file}.csv`)
  }

  const tools = [
    {
      id: 'copy',
      name: t('reports.copyTable'),
      icon: <IconCopy size={18} aria-hidden />,
      onPress: () =>
        void copy(asTabs(table, tableTextIn(locale)), t('reports.tableCopied')),
    },
    {
      id: 'csv',
      name: t('reports.saveCsv'),
      icon: <IconFileTypeCsv size={18} aria-hidden />,
      onPress: saveCsv,
    },
    ...(chart === undefined
      ? []
      : [
          {
            id: 'png',
            name: t('reports.savePicture'),
            icon: <IconPhoto size={18} aria-hidden />,
            onPress: () => void savePicture(),
          },
        ]),
    {
      id: 'print',
      name: t('reports.print'),
      icon: <IconPrinter size={18} aria-hidden />,
      onPress: () => window.print(),
    },
    {
      id: 'link',
      name: t('reports.copyLink'),
      icon: <IconLink size={18} aria-hidden />,
      onPress: () => void copy(location.href, t('reports.linkCopied')),
    },
  ]
  usePageCommands(
    tools.map(({ onPress, ...tool }) => ({ ...tool, run: onPress })),
  )
  return (
    <Menu label={t('reports.tools')} entries={tools}>
      <IconButton label={t('reports.tools')}>
        <IconDots size={20} aria-hidden />
      </IconButton>
    </Menu>
  )
}
