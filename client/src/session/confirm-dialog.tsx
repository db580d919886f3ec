import { useState, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogActions, DialogForm } from '../ui/dialog.tsx'
import { Notice } from '../ui/states.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useRun } from '../words/use-run.ts'
import { useWords } from '../words/words.ts'
import { ApiError } from './api.ts'
import { confirmByPassword } from './confirm.ts'
import { useSession, useSessionState } from './hooks.tsx'
import { identityApi } from './identity-api.ts'
import { hasPasskeys } from './passkey-error.ts'
import { useAnswer } from './use-answer.ts'

type ConfirmDialogProps = {
  readonly title: string
  /** What the button does: `Delete the ledger`. */
  readonly action: string
  readonly isDanger?: boolean | undefined
  /** Something else has to be filled in first. */
  readonly isReady?: boolean | undefined
  /** Does it with the proof of who is there; what it throws is said here. */
  readonly onConfirmed: (proof: string) => Promise<void>
  readonly onClose: () => void
  /** What will happen, and what has to be filled in beside the password. */
  readonly children?: ReactNode
}

/** Asks who is there once more, before something that cannot be taken back. */
export function ConfirmDialog({
  title,
  action,
  isDanger = false,
  isReady = true,
  onConfirmed,
  onClose,
  children,
}: ConfirmDialogProps) {
  const { t } = useWords()
  const { run, isBusy, failure } = useRun()
  const session = useSession()
  const state = useSessionState()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const factors = useFactors()
  const { hasPasskey } = factors
  /** The server said so, whatever was known of it before. */
  const [wasAskedForCode, setAskedForCode] = useState(false)
  const needsCode = factors.needsCode || wasAskedForCode
  const isFilled = password !== '' && (!needsCode || code.trim() !== '')

  async function confirm(prove: () => Promise<string>) {
    if (!isReady || isBusy) return
    await run(async () => {
      try {
        await onConfirmed(await prove())
      } catch (error) {
        if (isCodeNeeded(error)) setAskedForCode(true)
        throw error
      }
      onClose()
    })
  }

  return (
    <Dialog
      title={title}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <DialogForm
        onSubmit={() => {
          if (!isFilled) return
          void confirm(() =>
            confirmByPassword(session, password, code.trim() || undefined),
          )
        }}
      >
        {children}
        <p>{t(needsCode ? 'common.confirmBoth' : 'common.confirmWords')}</p>
        {/* Whose password it is, for what fills it in. */}
        <input
          className="visually-hidden"
          type="text"
          autoComplete="username"
          value={state.state === 'signed-out' ? '' : state.user.name}
          readOnly
          tabIndex={-1}
          aria-hidden
        />
        <TextField
          label={t('signIn.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        {needsCode && (
          <TextField
            label={t('signIn.code')}
            name="code"
            autoComplete="one-time-code"
            value={code}
            onChange={setCode}
          />
        )}
        {failure !== undefined && <Notice isBad>{failure}</Notice>}
        <DialogActions>
          {hasPasskey && (
            <Button
              kind="plain"
              isDisabled={!isReady || isBusy}
              onPress={() =>
                void confirm(async () => {
                  const passkeys = await import('./passkeys.ts')
                  return passkeys.confirmByPasskey(session)
                })
              }
            >
              {t('common.usePasskey')}
            </Button>
          )}
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            kind={isDanger ? 'danger' : 'primary'}
            type="submit"
            isDisabled={!isFilled || !isReady}
            isPending={isBusy}
          >
            {action}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  )
}

function isCodeNeeded(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'second-factor-needed'
}

function useFactors() {
  const { answer } = useAnswer(identityApi.factors)
  return {
    /** The person has one, and this browser could use it. */
    hasPasskey: hasPasskeys() && (answer?.passkeys.length ?? 0) > 0,
    /** The password alone is not enough. */
    needsCode: answer?.totp === true,
  }
}
