import { IconListCheck, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Rule } from '@ourmoney/shared/rule/rule.ts'
import { useMayWrite } from '../../acts/may-write.tsx'
import { useView } from '../../data/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { ApplyRules } from './apply-rules.tsx'
import styles from './import.module.css'
import { RuleDialog } from './rule-dialog.tsx'
import { RuleList } from './rule-list.tsx'
import { useImportNames } from './use-import-names.ts'
import { useRuleActs } from './use-rule-acts.ts'

/** Rules in their order, and what they would change of what is there. */
export function RulesTab() {
  const { t } = useWords()
  const answer = useView({ view: 'rules' })
  const names = useImportNames()
  const acts = useRuleActs()
  const mayWrite = useMayWrite()
  const [edited, setEdited] = useState<Rule | 'new'>()
  const [isApplying, setApplying] = useState(false)
  const rules = answer?.rules ?? []

  return (
    <>
      {mayWrite && (
        <div className={styles['tools']}>
          <p>{t('imports.rulesWords')}</p>
          <div className={styles['foot']}>
            {rules.length > 0 && (
              <Button onPress={() => setApplying(true)}>
                <IconListCheck size={18} aria-hidden />
                {t('imports.applyRules')}
              </Button>
            )}
            <Button kind="primary" onPress={() => setEdited('new')}>
              <IconPlus size={18} aria-hidden />
              {t('imports.addRule')}
            </Button>
          </div>
        </div>
      )}
      {(answer?.newer ?? 0) > 0 && (
        <Notice>
          {t('imports.newerRules', { count: answer?.newer ?? 0 })}
        </Notice>
      )}
      {answer !== undefined && rules.length === 0 && (
        <EmptyState
          icon={<IconListCheck size={48} stroke={1.25} aria-hidden />}
          title={t('imports.noRules')}
          words={t('imports.noRulesWords')}
        />
      )}
      {rules.length > 0 && (
        <RuleList
          rules={rules}
          names={names}
          acts={acts}
          mayWrite={mayWrite}
          onEdit={setEdited}
        />
      )}
      {edited !== undefined && (
        <RuleDialog
          rule={edited === 'new' ? undefined : edited}
          isNew={edited === 'new'}
          names={names}
          onSave={rule =>
            edited === 'new'
              ? acts.create(rule, rules)
              : acts.edit({ ...edited, ...rule })
          }
          onClose={() => setEdited(undefined)}
        />
      )}
      {isApplying && (
        <ApplyRules names={names} onClose={() => setApplying(false)} />
      )}
    </>
  )
}
