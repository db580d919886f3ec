import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { splitMinor } from '@ourmoney/shared/money/split-money.ts'
import { owedByMember } from '@ourmoney/shared/transaction/owed.ts'
import type { DraftIssue } from '@ourmoney/shared/transaction/parse-draft.ts'
import {
  readForWhom,
  shareModes,
  type ForWhomDraft,
  type ShareContext,
  type ShareMode,
} from '@ourmoney/shared/transaction/read-for-whom.ts'
import { Check } from '../../ui/check.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import { issueWords } from './issue-words.ts'
import styles from './parts.module.css'
import type { Names } from './use-names.ts'

type ForWhomFieldProps = {
  readonly forWhom: ForWhomDraft | undefined
  /** What is shared; `undefined` while it cannot be read. */
  readonly minor: number | undefined
  readonly currency: string
  readonly names: Names
  readonly issues: readonly DraftIssue[]
  /** What it means when nobody is chosen. */
  readonly otherwise: string
  readonly onChange: (forWhom: ForWhomDraft | undefined) => void
}

/** Everybody equally, some, by shares or by exact amounts. Nothing where one keeps the ledger alone. */
export function ForWhomField(props: ForWhomFieldProps) {
  const { forWhom, minor = 0, currency, names, issues, onChange } = props
  const { t, locale } = useWords()
  const members = (names.lookups?.members ?? []).filter(
    ({ _id, archived }) => archived !== true || isIn(forWhom, _id),
  )
  if (members.length < 2 && forWhom === undefined) return null
  const context = { currency, locale, minor }
  const ids = members.map(({ _id }) => _id)
  const mode = shareModes.find(each => each === forWhom?.mode)
  const { left } = readForWhom(forWhom, context)
  const isOver = Math.sign(left) !== Math.sign(minor)
  const owed = owedOf(forWhom, context)
  const general = issues.find(({ member }) => member === undefined)

  function take(member: string, isTaken: boolean) {
    if (forWhom === undefined) return
    const { [member]: _, ...others } = forWhom.values
    const share = mode === 'exact' ? '' : '1'
    const values = isTaken ? { ...others, [member]: share } : others
    onChange({ ...forWhom, values })
  }

  return (
    <div className={styles['forWhom']}>
      <ChoiceField
        label={t('splits.forWhom')}
        value={mode ?? everybody}
        choices={[
          { id: everybody, name: props.otherwise },
          ...shareModes.map(id => ({ id, name: t(`splits.mode_${id}`) })),
        ]}
        issue={general && issueWords(general, currency, t, locale)}
        onChange={id => {
          const next = shareModes.find(each => each === id)
          onChange(next && begin(next, ids, context))
        }}
      />
      {forWhom !== undefined && mode !== undefined && (
        <ul className={styles['people']}>
          {members.map(({ _id, name }) => {
            const typed = forWhom.values[_id]
            const issue = issues.find(({ member }) => member === _id)
            const share = owed?.get(_id)
            return (
              <li key={_id}>
                <Check
                  isSelected={typed !== undefined}
                  onChange={isTaken => take(_id, isTaken)}
                >
                  <bdi>{name}</bdi>
                </Check>
                {typed !== undefined && mode !== 'equal' && (
                  <TextField
                    label={t(
                      mode === 'shares' ? 'splits.weightOf' : 'splits.exactOf',
                      {
                        name,
                      },
                    )}
                    hasHiddenLabel
                    inputMode="decimal"
                    value={typed}
                    onChange={text =>
                      onChange({
                        ...forWhom,
                        values: { ...forWhom.values, [_id]: text },
                      })
                    }
                    issue={issue && issueWords(issue, currency, t, locale)}
                  />
                )}
                {mode !== 'exact' && (
                  <span className={styles['share']}>
                    {share !== undefined &&
                      formatMoney(share, currency, locale)}
                  </span>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {mode === 'exact' && left !== 0 && (
        <output className={`${styles['left']} ${isOver ? styles['over'] : ''}`}>
          {t(isOver ? 'splits.tooMuch' : 'splits.left', {
            amount: formatMoney(Math.abs(left), currency, locale),
          })}
        </output>
      )}
    </div>
  )
}

const everybody = 'everybody'

function isIn(forWhom: ForWhomDraft | undefined, member: string): boolean {
  return forWhom?.values[member] !== undefined
}

/** Everybody takes part at first; exact amounts begin as equal ones. */
function begin(
  mode: ShareMode,
  members: readonly string[],
  { minor, currency, locale }: ShareContext,
): ForWhomDraft {
  const equal = splitMinor(
    minor,
    members.map(() => 1),
  )
  const values = members.map((member, index): [string, string] => [
    member,
    mode === 'exact'
      ? formatMoney(equal[index] ?? 0, currency, locale, { bare: true })
      : '1',
  ])
  return { mode, values: Object.fromEntries(values) }
}

/** What each would owe of it. */
function owedOf(forWhom: ForWhomDraft | undefined, context: ShareContext) {
  const { fields, issues } = readForWhom(forWhom, context)
  if (issues.length > 0 || context.minor === 0) return undefined
  const { minor } = context
  return owedByMember({ type: 'expense', minor, ...fields }, [])
}
