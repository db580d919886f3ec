import { useState } from 'react'
import {
  chooseTheme,
  currentTheme,
  themes,
  type Theme,
} from '../../platform/theme.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Card } from '../../ui/page.tsx'
import { Segments } from '../../ui/segments.tsx'
import { chosenLanguage, languages } from '../../words/language.ts'
import { chooseLanguage, useWords } from '../../words/words.ts'
import styles from './settings.module.css'

const system = 'system'

export function LookCard() {
  const { t } = useWords()
  const [theme, setTheme] = useState(currentTheme)
  return (
    <Card title={t('settings.look')}>
      <div className={styles['pair']}>
        <ChoiceField
          label={t('settings.language')}
          value={chosenLanguage() ?? system}
          choices={[
            { id: system, name: t('settings.languageSystem') },
            ...languages,
          ]}
          onChange={id =>
            void chooseLanguage(languages.find(each => each.id === id)?.id)
          }
        />
        <div className={styles['choice']}>
          <span className={styles['label']}>{t('settings.theme')}</span>
          <Segments<Theme>
            label={t('settings.theme')}
            value={theme}
            choices={themes.map(id => ({ id, name: t(`settings.${id}`) }))}
            onChange={next => {
              chooseTheme(next)
              setTheme(next)
            }}
          />
        </div>
      </div>
    </Card>
  )
}
