import { IconTemplate } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useView } from '../../data/hooks.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState, Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './capture.module.css'
import { TemplateName } from './template-name.tsx'
import { TemplateRow } from './template-row.tsx'

type TemplatesProps = { readonly onClose: () => void }

/** Transactions to make again: used, renamed, deleted. */
export default function Templates({ onClose }: TemplatesProps) {
  const { t, locale } = useWords()
  const navigate = useNavigate()
  const lookups = useView({ view: 'lookups' })
  const [renamed, setRenamed] = useState<string>()
  const templates = (lookups?.templates ?? []).toSorted((a, b) =>
    a.name.localeCompare(b.name, locale),
  )
  return (
    <Dialog
      title={t('capture.templates')}
      closeLabel={t('common.close')}
      isOpen
      isAtTop
      isWide
      onClose={onClose}
    >
      {lookups === undefined ? (
        <Waiting label={t('common.loading')} />
      ) : templates.length === 0 ? (
        <EmptyState
          icon={<IconTemplate size={40} stroke={1.25} aria-hidden />}
          title={t('capture.noTemplates')}
          words={t('capture.noTemplatesWords')}
        />
      ) : (
        <ul className={styles['lines']}>
          {templates.map(template => (
            <li key={template._id}>
              {renamed === template._id ? (
                <TemplateName
                  template={template}
                  onDone={() => setRenamed(undefined)}
                />
              ) : (
                <TemplateRow
                  template={template}
                  lookups={lookups}
                  onUse={() =>
                    void navigate('/transactions?new=expense', {
                      state: { template: template._id },
                    })
                  }
                  onRename={() => setRenamed(template._id)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
