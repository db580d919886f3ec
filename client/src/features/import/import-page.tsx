import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { Writers } from '../../acts/may-write.tsx'
import { onHandedFile } from '../../platform/handed-file.ts'
import { dropLink } from '../../platform/kept-link.ts'
import { takeShared } from '../../platform/shared-file.ts'
import { Page } from '../../ui/page.tsx'
import { PageTabs } from '../../ui/page-tabs.tsx'
import { Waiting } from '../../ui/states.tsx'
import { useStable } from '../../ui/use-stable.ts'
import { useWords } from '../../words/words.ts'
import { BatchesTab } from './batches-tab.tsx'
import { DoneStep } from './done-step.tsx'
import { EarlierImport } from './earlier-import.tsx'
import { PreviewStep } from './preview-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { RulesTab } from './rules-tab.tsx'
import { RunStep } from './run-step.tsx'
import { TakeFile } from './take-file.tsx'
import { useImport } from './use-import.ts'

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
  const take = useStable((file: File) => void importing.take(file))
  useEffect(() => onHandedFile(take), [take])
  useShared(take, () => importing.fail(t('imports.sharedGone')))

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
                content: <TakeFile failure={state.failure} onFile={take} />,
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
    case 'looking':
      return <Waiting label={t('imports.looking', { name: state.file.name })} />
    case 'earlier':
      return (
        <>
          <h1>{title}</h1>
          <EarlierImport
            name={state.file.name}
            progress={state.progress}
            onCancel={importing.cancel}
            onAnother={importing.restart}
          />
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
          onAnother={importing.restart}
        />
      )
  }
}

/** A file that another app has shared: the address says that one waits. */
function useShared(onFile: (file: File) => void, onGone: () => void): void {
  const [search, setSearch] = useSearchParams()
  const isShared = search.has('shared')
  const take = useStable(async () => {
    dropLink()
    setSearch({}, { replace: true })
    const file = await takeShared()
    if (file === undefined) onGone()
    else onFile(file)
  })
  useEffect(() => {
    if (isShared) void take()
  }, [isShared, take])
}
