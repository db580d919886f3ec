import { IconCopy, IconShare } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import type { Role } from '@ourmoney/shared/identity/api.ts'
import { useLedger, useView } from '../../data/hooks.tsx'
import { api } from '../../session/api.ts'
import { useSession } from '../../session/hooks.tsx'
import { peopleApi } from '../../session/people-api.ts'
import { Button } from '../../ui/button.tsx'
import { momentName } from '../../ui/dates.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { later } from '../../ui/later.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useWords } from '../../words/words.ts'
import { AskServer } from './ask-server.tsx'
import styles from './people.module.css'
import { RoleField } from './role-field.tsx'

const QrCode = later(async () => ({
  default: (await import('../../ui/qr-code.tsx')).QrCode,
}))

type InviteDialogProps = {
  readonly onChanged: () => Promise<void>
  readonly onClose: () => void
}

type Made = { readonly link: string; readonly expiresAt: number }

/** A link for one person: which role it gives, then the link itself, which is told only now. */
export default function InviteDialog(props: InviteDialogProps) {
  const { onChanged, onClose } = props
  const { t } = useWords()
  const { id } = useLedger()
  const session = useSession()
  const name = useView({ view: 'lookups' })?.ledger?.name
  const [role, setRole] = useState<Role>('editor')
  const [made, setMade] = useState<Made>()

  async function invite() {
    const token = await session.token()
    // Whoever is invited reads the name that it has now.
    if (name !== undefined) await api.connect(token, id, name)
    const { code, expiresAt } = await peopleApi.invite(token, id, role)
    setMade({ link: `${location.origin}/invitation#${code}`, expiresAt })
    await onChanged()
  }

  if (made !== undefined) {
    return <Link made={made} name={name ?? ''} onClose={onClose} />
  }
  return (
    <AskServer
      title={t('people.invite')}
      action={t('people.makeLink')}
      onSubmit={invite}
      onClose={onClose}
      // The link is shown in its place.
      onDone={() => {}}
    >
      <RoleField value={role} onChange={setRole} />
      <p className={styles['quiet']}>{t('people.inviteWords')}</p>
    </AskServer>
  )
}

type LinkProps = {
  readonly made: Made
  readonly name: string
  readonly onClose: () => void
}

function Link({ made: { link, expiresAt }, name, onClose }: LinkProps) {
  const { t, locale } = useWords()
  const canShare = 'share' in navigator

  async function copy() {
    try {
      await navigator.clipboard.writeText(link)
      showToast(t('people.copied'))
    } catch {
      // Not allowed here: the link stands there to be marked.
      showToast(t('people.notCopied'))
    }
  }

  async function share() {
    // Whoever thinks better of it has shared nothing.
    await navigator
      .share({ title: t('people.joinTitle', { name }), url: link })
      .catch(() => undefined)
  }

  return (
    <Dialog
      title={t('people.linkTitle')}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <div className={styles['link']}>
        <p>{t('people.linkWords', { when: momentName(expiresAt, locale) })}</p>
        <Suspense fallback={<div className={styles['codeRoom']} />}>
          <QrCode text={link} label={t('people.qr')} />
        </Suspense>
        <code>{link}</code>
      </div>
      <DialogActions>
        {canShare && (
          <Button onPress={() => void share()}>
            <IconShare size={18} aria-hidden />
            {t('people.share')}
          </Button>
        )}
        <Button kind="primary" onPress={() => void copy()} autoFocus>
          <IconCopy size={18} aria-hidden />
          {t('people.copy')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
