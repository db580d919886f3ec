import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { Writers } from '../../acts/may-write.tsx'
import { onHandedFiles } from '../../platform/handed-file.ts'
import { dropLink } from '../../platform/kept-link.ts'
import { takeShared } from '../../platform/shared-file.ts'
import { Page } from '../../ui/page.tsx'
import { PageTabs } from '../../ui/page-tabs.tsx'
import { useStable } from '../../ui/use-stable.ts'
import { useWords } from '../../words/words.ts'
import { BackupStep } from './backup-step.tsx'
import { BatchesTab } from './batches-tab.tsx'
import { DoneStep } from './done-step.tsx'
import { EarlierImport } from './earlier-import.tsx'
import { LeftNotice } from './left-notice.tsx'
import { PreviewStep } from './preview-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { RulesTab } from './rules-tab.tsx'
import { RunStep } from './run-step.tsx'
import { TakeFile } from './take-file.tsx'
import { FileSeries, WaitingFiles } from './file-series.tsx'
import type { ImportState } from './import-state.ts'
import { useFiles, type Files } from './use-files.ts'
import { useImport, type Importing } from './use-import.ts'
import { WhichFirst } from './which-first.tsx'

/** A file of a bank, from taking it to what came of it. */
export default function ImportPage() {
  const { t } = useWords()
  return (
    <Page isWide>
      <Writers>
        <Import title={t('imports.title')} />
      </Writers>
    </Page>
  )
}

function Import({ title }: { readonly title: string }) {
  const { t } = useWords()
  const importing = useImport()
  const { state } = importing
  const files = useFiles(state, file => void importing.take(file))
  useEffect(() => onHandedFiles(files.take), [files.take])
  useShared(files.take, () => importing.fail(t('imports.sharedGone')))
  return (
    <>
      {state.step !== 'take' && <FileSeries files={files} />}
      <Step title={title} importing={importing} files={files} />
      <WhichFirst state={state} files={files} />
    </>
  )
}

type StepProps = {
  readonly title: string
  readonly importing: Importing
  readonly files: Files
}

function Step({ title, importing, files }: StepProps) {
  const { t } = useWords()
  const { state } = importing
  const next = files.queue.waiting[0]?.name
  switch (state.step) {
    case 'take':
      return (
        <>
          <h1>{title}</h1>
          <PageTabs
            label={t('imports.parts')}
            tabs={[
              {
                id: 'file',
                name: t('imports.tabFile'),
                content: (
                  <TakeFile failure={state.failure} onFiles={files.take}>
                    <LeftNotice onGoOn={left => void importing.goOn(left)} />
                    <WaitingFiles files={files} />
                  </TakeFile>
                ),
              },
              {
                id: 'batches',
                name: t('imports.tabBatches'),
                content: <BatchesTab />,
              },
              {
                id: 'rules',
                name: t('imports.tabRules'),
                content: <RulesTab />,
              },
            ]}
          />
        </>
      )
    case 'earlier':
      return (
        <>
          <h1>{title}</h1>
          <EarlierImport
            name={state.file.name}
            progress={state.progress}
            next={next}
            onNext={files.next}
            onCancel={importing.cancel}
            onAnother={importing.restart}
          />
        </>
      )
    case 'backup':
      return (
        <>
          <h1>{title}</h1>
          <BackupStep file={state.file} onAnother={importing.restart} />
        </>
      )
    case 'preview':
      return (
        <PreviewStep
          key={state.plan.file.name}
          plan={state.plan}
          failure={state.failure}
          onBack={importing.restart}
          onReview={plan => void importing.review(plan)}
        />
      )
    case 'looking':
    case 'reading':
    case 'writing':
      return <RunStep state={state} onCancel={importing.cancel} />
    case 'review':
      return (
        <ReviewStep
          plan={state.plan}
          review={state.review}
          failure={state.failure}
          onBack={() => importing.backToPreview(state.plan)}
          onBringIn={() => void importing.bringIn(state.plan, state.review)}
        />
      )
    case 'done':
      return (
        <DoneStep
          name={state.plan.file.name}
          progress={state.progress}
          next={next}
          onNext={files.next}
          onGoOn={goOnWith(state, importing)}
          onAnother={importing.restart}
        />
      )
  }
}

/** What was stopped is still there, as far as it had come. */
function goOnWith(
  { plan, review }: Extract<ImportState, { readonly step: 'done' }>,
  { backToReview }: Importing,
) {
  return review && (() => backToReview(plan, review))
}

/** Files that another app has shared: the address says that they wait. */
function useShared(
  onFiles: (files: readonly File[]) => void,
  onGone: () => void,
): void {
  const [search, setSearch] = useSearchParams()
  const isShared = search.has('shared')
  const take = useStable(async () => {
    dropLink()
    setSearch({}, { replace: true })
    const files = await takeShared()
    if (files.length === 0) onGone()
    else onFiles(files)
  })
  useEffect(() => {
    if (isShared) void take()
  }, [isShared, take])
}
