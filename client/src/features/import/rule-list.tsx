import {
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
} from '@tabler/icons-react'
import { useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import type { Rule } from '@ourmoney/shared/rule/rule.ts'
import { DragHandle } from '../../ui/drag-handle.tsx'
import { Menu } from '../../ui/menu.tsx'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'
import { useRuleWords } from './rule-words.ts'
import type { ImportNames } from './use-import-names.ts'
import type { RuleActs } from './use-rule-acts.ts'

type RuleListProps = {
  readonly rules: readonly Rule[]
  readonly names: ImportNames
  readonly acts: RuleActs
  readonly mayWrite: boolean
  readonly onEdit: (rule: Rule) => void
}

/** Rules in the order in which they are asked; dragged by the handle, with a pointer or from the keyboard. */
export function RuleList(props: RuleListProps) {
  const { rules, names, acts, mayWrite, onEdit } = props
  const { t } = useWords()
  const words = useRuleWords(names)
  const dragged = useRef<string>(undefined)

  /** To stand right before another, or last. */
  function move(id: string | undefined, before: string | undefined) {
    const moved = rules.find(rule => rule.id === id)
    if (moved === undefined || id === before) return
    const rest = rules.filter(rule => rule !== moved)
    const at = rest.findIndex(rule => rule.id === before)
    void acts.order(rest.toSpliced(at < 0 ? rest.length : at, 0, moved))
  }

  const { dragAndDropHooks } = useDragAndDrop<Rule>({
    isDisabled: !mayWrite,
    getItems: (_, items) => items.map(rule => ({ 'text/plain': rule.name })),
    onDragStart: ({ keys }) => {
      dragged.current = String([...keys][0])
    },
    onReorder: ({ target }) => {
      const at = rules.findIndex(({ id }) => id === target.key)
      const place = target.dropPosition === 'before' ? at : at + 1
      move(dragged.current, rules[place]?.id)
    },
  })

  function entriesOf(rule: Rule) {
    const at = rules.indexOf(rule)
    const icon = { size: 18, 'aria-hidden': true } as const
    return [
      {
        id: 'edit',
        name: t('common.edit'),
        icon: <IconPencil {...icon} />,
        onPress: () => onEdit(rule),
      },
      ...(at === 0
        ? []
        : [
            {
              id: 'up',
              name: t('imports.moveUp'),
              icon: <IconArrowUp {...icon} />,
              onPress: () => move(rule.id, rules[at - 1]?.id),
            },
          ]),
      ...(at === rules.length - 1
        ? []
        : [
            {
              id: 'down',
              name: t('imports.moveDown'),
              icon: <IconArrowDown {...icon} />,
              onPress: () => move(rule.id, rules[at + 2]?.id),
            },
          ]),
      {
        id: 'off',
        name: t(rule.isOff ? 'imports.turnOn' : 'imports.turnOff'),
        icon: rule.isOff ? (
          <IconPlayerPlay {...icon} />
        ) : (
          <IconPlayerPause {...icon} />
        ),
        onPress: () => void acts.edit({ ...rule, isOff: !rule.isOff }),
      },
      {
        id: 'remove',
        name: t('common.delete'),
        icon: <IconTrash {...icon} />,
        isDanger: true,
        onPress: () => void acts.remove(rule),
      },
    ]
  }

  return (
    <GridList
      className={styles['rules'] ?? ''}
      aria-label={t('imports.tabRules')}
      items={rules}
      dependencies={[names, mayWrite, rules]}
      dragAndDropHooks={dragAndDropHooks}
      keyboardNavigationBehavior="tab"
      disallowTypeAhead
    >
      {rule => {
        const name = rule.name || words.when(rule)
        return (
          <GridListItem
            id={rule.id}
            textValue={name}
            className={`${styles['rule']} ${rule.isOff ? styles['off'] : ''}`}
          >
            {mayWrite && <DragHandle label={t('imports.moveRule', { name })} />}
            <span className={styles['ruleWords']}>
              <strong dir="auto">
                {name}
                {rule.isOff && <small>{t('imports.isOff')}</small>}
              </strong>
              <small dir="auto">{words.when(rule)}</small>
              <small dir="auto">→ {words.set(rule)}</small>
            </span>
            {mayWrite && (
              <Menu
                label={t('imports.ruleMenu', { name })}
                entries={entriesOf(rule)}
              >
                <Button
                  className={styles['dots'] ?? ''}
                  aria-label={t('imports.ruleMenu', { name })}
                >
                  <IconDots size={20} aria-hidden />
                </Button>
              </Menu>
            )}
          </GridListItem>
        )
      }}
    </GridList>
  )
}
