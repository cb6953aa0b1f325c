import type { Issue } from '@alexandriaproject/alexandria-manifests';
import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import { isFieldPath } from '../translations/fieldMessages';
import type { AlexandriaMessages } from '../translations/ref';
import { problemText } from './problemText';

/** Says something in the language of the person who reads. */
export type Translate = TranslationFunction<AlexandriaMessages>;

/** What one item of a list is called. */
const items = {
  environments: 'form.rows.one.environments',
  'access.providers': 'form.rows.one.providers',
  llmBackends: 'form.rows.one.llmBackends',
} as const;

function isItem(path: string): path is keyof typeof items {
  return Object.hasOwn(items, path);
}

/** Where an answer is, in the words of the form: `Environment 2 › Storage › Size`. */
export function placeText(path: string, t: Translate): string {
  const words: string[] = [];
  let field = '';
  for (const [, key, index] of path.matchAll(/([^.[\]]+)(?:\[(\d+)\])?/g)) {
    field = field === '' ? key : `${field}.${key}`;
    if (index !== undefined && isItem(field)) {
      words.push(
        t('form.path.position', {
          label: t(items[field]),
          position: String(Number(index) + 1),
        }),
      );
    } else {
      words.push(isFieldPath(field) ? t(`form.fields.${field}.label`) : key);
    }
  }
  return words.join(' › ');
}

/** One problem with where it is. What was given is left out: the field shows it. */
export function issueText(issue: Issue, t: Translate): string {
  const text = problemText([issue]) ?? '';
  return issue.path === ''
    ? text
    : t('form.problem', { label: placeText(issue.path, t), text });
}
