import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import styles from './button.module.css'

type ButtonProps = {
  readonly children: ReactNode
  readonly kind?: 'primary' | 'quiet' | 'plain' | 'danger' | undefined
  readonly type?: 'button' | 'submit' | undefined
  readonly isDisabled?: boolean | undefined
  /** Something is under way: it cannot be pressed again. */
  readonly isPending?: boolean | undefined
  readonly autoFocus?: boolean | undefined
  /** What a screen reader says where the words beside it say the rest. */
  readonly label?: string | undefined
  readonly onPress?: (() => void) | undefined
}

export function Button({
  children,
  kind = 'quiet',
  type = 'button',
  isDisabled = false,
  isPending = false,
  autoFocus = false,
  label,
  onPress,
}: ButtonProps) {
  return (
    <AriaButton
      className={`${styles['button']} ${styles[kind]}`}
      type={type}
      isDisabled={isDisabled}
      isPending={isPending}
      autoFocus={autoFocus}
      {...(label !== undefined && { 'aria-label': label })}
      onPress={() => onPress?.()}
    >
      {children}
    </AriaButton>
  )
}

type IconButtonProps = {
  readonly label: string
  readonly children: ReactNode
  /** Shown in the tooltip: `N`, `Ctrl K`. */
  readonly shortcut?: string | undefined
  readonly isPressed?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  readonly onPress?: (() => void) | undefined
}

export function IconButton({
  label,
  children,
  shortcut,
  isPressed,
  isDisabled = false,
  onPress,
}: IconButtonProps) {
  return (
    <TooltipTrigger delay={600}>
      <AriaButton
        className={`${styles['button']} ${styles['icon']}`}
        aria-label={label}
        isDisabled={isDisabled}
        {...(isPressed !== undefined && { 'aria-pressed': isPressed })}
        onPress={() => onPress?.()}
      >
        {children}
      </AriaButton>
      <Tooltip className={styles['tooltip'] ?? ''} offset={6}>
        {label}
        {shortcut !== undefined && <kbd>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
