import { useEffect, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { AnswersStore } from './AnswersStore';

/**
 * Hands on what was typed before anything can be done with the form: whoever leaves a field, or sends the form from
 * within it, leaves nothing behind.
 *
 * @param ref - the element around the fields
 */
export function useFlush(ref: RefObject<HTMLElement>, store: AnswersStore) {
  useEffect(() => {
    const fields = ref.current;
    const form = fields?.closest('form');
    const leave = () => store.flush();
    // The scaffolder reads its state in this very event.
    const submit = () => flushSync(() => store.flush());
    fields?.addEventListener('focusout', leave);
    form?.addEventListener('submit', submit, true);
    return () => {
      fields?.removeEventListener('focusout', leave);
      form?.removeEventListener('submit', submit, true);
    };
  }, [ref, store]);
}
