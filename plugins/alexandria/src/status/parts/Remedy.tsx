import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../translations/ref';
import { remedyParts } from '../words/remedyParts';
import { Command } from './Command';
import styles from './Remedy.module.css';

/** What stands between two commands, as a line of its own: without what joined it to them, and with a capital. */
function step(text: string): string {
  const words = text.replace(/^[;,)]+\s*|\s*[:(]+\s*$/g, '').trim();
  return /^[a-z]+ /.test(words)
    ? `${words.charAt(0).toUpperCase()}${words.slice(1)}`
    : words;
}

/** What to do: words as they are, each command in a line of its own. */
export function Remedy({ remedy }: { remedy: string }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const parts = remedyParts(remedy).map(part =>
    'text' in part ? { text: step(part.text) } : part,
  );
  return (
    <div className={styles.remedy}>
      <span className={styles.label}>{t('status.finding.remedy')}</span>
      {parts.map((part, index) =>
        'text' in part ? (
          part.text !== '' && (
            <span key={index} className={styles.text}>
              {part.text}
            </span>
          )
        ) : (
          <Command key={index} command={part.command} />
        ),
      )}
    </div>
  );
}
