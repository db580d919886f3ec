import { IconArrowRight, IconRestore } from '@tabler/icons-react'
import type { FieldChange } from '@ourmoney/shared/sync/history.ts'
import { canonicalText } from '@ourmoney/shared/sync/encode.ts'
import type { Kind } from '@ourmoney/shared/sync/prefixes.ts'
import type { NamesById, Version } from '../../data/views/past.ts'
import { Button } from '../../ui/button.tsx'
import { fieldName, valueWords } from '../../words/field-words.ts'
import { useRecordWords } from '../../words/use-record-words.ts'
import { useWords } from '../../words/words.ts'
import type { Currencies } from './currencies-of.ts'
import styles from './history.module.css'

type VersionItemProps = {
  readonly kind: Kind
  readonly version: Version
  readonly names: NamesById
  readonly currencies: Currencies | undefined
  /** Nothing where it is as it stands, or nobody may write. */
  readonly onReturn: (() => void) | undefined
}

/** What one edit changed, who made it, when and where. */
export function VersionItem(props: VersionItemProps) {
  const { kind, version, names, currencies, onReturn } = props
  const { t, locale } = useWords()
  const words = useRecordWords(names)
  const { did, fields, settles } = version
  const { before = words.currency, now = before } = currencies ?? {}
  const valuing = { kind, names, t, locale }
  return (
    <li className={styles['version']}>
      <span className={styles['did']}>
        <strong>{t(`records.${did}`, { who: words.who(version.by) })}</strong>
        <small className={styles['quiet']}>
          {version.at > 0 && words.whenAndWhere(version)}
        </small>
      </span>
      {version.stands ? (
        <small className={styles['quiet']}>{t('history.now')}</small>
      ) : (
        onReturn !== undefined && (
          <span className={styles['return']}>
            <Button onPress={onReturn}>
              <IconRestore size={18} aria-hidden />
              {t('history.return')}
            </Button>
          </span>
        )
      )}
      <dl className={styles['changes']}>
        {fields.filter(isShown).map(change => (
          <div key={change.field}>
            <dt>{fieldName(change.field, t)}</dt>
            <dd>
              <del>
                {valueWords(change.field, change.before, {
                  ...valuing,
                  currency: before,
                })}
              </del>
              <IconArrowRight size={14} aria-hidden />
              <ins>
                {valueWords(change.field, change.now, {
                  ...valuing,
                  currency: now,
                })}
              </ins>
            </dd>
          </div>
        ))}
      </dl>
      {settles.map(({ id, value, by }) => (
        <p key={id} className={styles['quiet']}>
          {Object.entries(value)
            .filter(([field]) => !field.startsWith('deleted'))
            .map(([field, each]) =>
              t('history.putAside', {
                value: `${fieldName(field, t)} ${valueWords(field, each, {
                  ...valuing,
                  currency: now,
                })}`,
                who: words.who(by),
              }),
            )
            .join(' ')}
        </p>
      ))}
    </li>
  )
}

/** That it was deleted or came back is said already; a group names what did not change, too. */
function isShown({ field, before, now }: FieldChange): boolean {
  return (
    !field.startsWith('deleted') &&
    canonicalText(before ?? null) !== canonicalText(now ?? null)
  )
}
