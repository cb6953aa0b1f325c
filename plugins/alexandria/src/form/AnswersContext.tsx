import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { answerAt, type Draft } from './answerAt';
import type { AnswersStore } from './AnswersStore';
import { applies } from './applies';
import { problemText } from './problemText';

/** What every field of the form works with. */
export interface FormContext {
  store: AnswersStore;
  disabled: boolean;
  /** Whether the answers are those of an instance that is there, so that its name and its repository stay. */
  isChange?: boolean;
  /** Says something to those who do not see the screen, once it is their turn. */
  announce(text: string): void;
}

/** Gives the fields of a form their answers. */
export const AnswersContext = createContext<FormContext | undefined>(undefined);

/** The form around a field. @throws Error outside of the form */
export function useForm(): FormContext {
  const form = useContext(AnswersContext);
  if (!form) {
    throw new Error('useForm works inside the form only');
  }
  return form;
}

/** What a function makes of the answers; renders again only when it makes something else. */
export function useAnswers<T extends string | number | boolean | undefined>(
  read: (draft: Draft) => T,
): T {
  const { store } = useForm();
  return useSyncExternalStore(store.subscribe, () => read(store.draft));
}

/** Whether the answer of a path applies. */
export function useApplies(path: string): boolean {
  return useAnswers(draft => applies(draft, path));
}

/** One answer: its value, the problem to show with it, and how to change it. */
export interface Answer {
  /** The answer; undefined where none is given, and for lists and maps. */
  value: string | number | boolean | undefined;
  problem: string | undefined;
  disabled: boolean;
  set(value: unknown): void;
  touch(): void;
}

/**
 * The answer of a field.
 *
 * @param path - where it is, for example `environments[0].host`
 * @param alsoAt - further paths whose problems the field shows
 */
export function useAnswer(
  path: string,
  alsoAt: readonly string[] = [],
): Answer {
  const { store, disabled } = useForm();
  const value = useAnswers(draft => {
    const found = answerAt(draft, path);
    return typeof found === 'string' ||
      typeof found === 'number' ||
      typeof found === 'boolean'
      ? found
      : undefined;
  });
  const claimed = [path, ...alsoAt].join(' ');
  const paths = useMemo(() => claimed.split(' '), [claimed]);
  const problem = useSyncExternalStore(store.subscribe, () =>
    problemText(store.problemsAt(paths)),
  );
  useEffect(() => store.claim(paths), [store, paths]);
  return useMemo(
    () => ({
      value,
      problem,
      disabled,
      set: next => store.set(path, next),
      touch: () => store.touch(path),
    }),
    [value, problem, disabled, store, path],
  );
}
