import { IconX } from '@tabler/icons-react'
import { Button } from 'react-aria-components/Button'
import { Text } from 'react-aria-components/Text'
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast'
import styles from './overlay.module.css'

type ToastMessage = {
  readonly words: string
  readonly action?:
    | {
        readonly name: string
        /** What it promises may fail; that is said in the next message. */
        readonly onPress: () => Promise<unknown> | void
      }
    | undefined
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 1 })
const shownFor = 8_000

/**
 * Says what was done last, quietly, with a way to take it back. What was said
 * before goes: its way back may lead nowhere by now.
 */
export function showToast(
  words: string,
  action?: ToastMessage['action'],
): void {
  queue.clear()
  queue.add({ words, action }, { timeout: shownFor })
}

type ToastsProps = {
  readonly closeLabel: string
  /** What a person reads of an error. */
  readonly problem: (error: unknown) => string
}

export function Toasts({ closeLabel, problem }: ToastsProps) {
  async function press({ onPress }: NonNullable<ToastMessage['action']>) {
    try {
      await onPress()
    } catch (error) {
      showToast(problem(error))
    }
  }

  return (
    <ToastRegion className={styles['toasts'] ?? ''} queue={queue}>
      {({ toast }) => (
        <Toast className={styles['toast'] ?? ''} toast={toast}>
          <ToastContent>
            <Text slot="title">{toast.content.words}</Text>
          </ToastContent>
          {toast.content.action !== undefined && (
            <Button
              className={styles['toastAction'] ?? ''}
              onPress={() => {
                if (toast.content.action) void press(toast.content.action)
                queue.close(toast.key)
              }}
            >
              {toast.content.action.name}
            </Button>
          )}
          <Button
            slot="close"
            className={styles['toastClose'] ?? ''}
            aria-label={closeLabel}
          >
            <IconX size={16} aria-hidden />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  )
}
