import { IconWand } from '@tabler/icons-react'
import { useState } from 'react'
import { proposeRule } from '@ourmoney/shared/rule/propose-rule.ts'
import { useView } from '../../data/hooks.tsx'
import type { ReviewRow } from '../../data/statements.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { RuleDialog } from './rule-dialog.tsx'
import type { ImportNames } from './use-import-names.ts'
import { useRuleActs } from './use-rule-acts.ts'

/** A row that was given another category. */
export type Correction = {
  readonly row: ReviewRow
  readonly category: string
}

type OfferRuleProps = {
  readonly correction: Correction
  readonly names: ImportNames
  readonly onMade: () => void
}

/** Offers to do from now on what a person has just done once. */
export function OfferRule({ correction, names, onMade }: OfferRuleProps) {
  const { t } = useWords()
  const acts = useRuleActs()
  const rules = useView({ view: 'rules' })?.rules ?? []
  const [isOpen, setOpen] = useState(false)
  const { row, category } = correction
  const { description = '', payee = '' } = row.fields ?? {}
  const proposed = proposeRule(description || payee, { category }, 0)
  if (proposed === undefined) return null

  return (
    <>
      <Notice
        actions={
          <Button onPress={() => setOpen(true)}>
            <IconWand size={18} aria-hidden />
            {t('imports.makeRule')}
          </Button>
        }
      >
        {t('imports.offerRule', {
          category: names.category(category)?.name ?? t('common.unknown'),
          text: proposed.name,
        })}
      </Notice>
      {isOpen && (
        <RuleDialog
          rule={proposed}
          isNew
          names={names}
          onSave={async rule => {
            const isMade = await acts.create(rule, rules, true)
            if (isMade) onMade()
            return isMade
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
