import type { Issue } from '@alexandriaproject/alexandria-manifests';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { placeText } from '../form/issueText';
import { alexandriaTranslationRef } from '../translations/ref';
import styles from './ProblemList.module.css';

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

/** Problems, each with the answer that it is about and what would do. */
export function ProblemList({ problems }: { problems: readonly Issue[] }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return (
    <ul className={styles.list}>
      {problems.map(({ path, message, given, remedy }) => (
        <li key={`${path} ${message}`}>
          <strong>
            {path === '' ? t('preview.problems.whole') : placeText(path, t)}
          </strong>{' '}
          {sentence(
            given === undefined
              ? message
              : `${message} (${t('preview.problems.given', { given })})`,
          )}
          {remedy !== undefined && (
            <>
              {' '}
              <span>{sentence(remedy)}</span>
            </>
          )}{' '}
          {path !== '' && <code className={styles.path}>{path}</code>}
        </li>
      ))}
    </ul>
  );
}
