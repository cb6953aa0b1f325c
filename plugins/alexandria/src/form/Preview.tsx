import { Skeleton } from '@backstage/ui';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useForm } from './AnswersContext';

const InstancePreview = lazy(() =>
  import('../preview/InstancePreview').then(module => ({
    default: module.InstancePreview,
  })),
);

/** The preview of the answers that were checked last. */
export function Preview() {
  const { store } = useForm();
  const { answers } = useSyncExternalStore(
    store.subscribe,
    () => store.checked,
  );
  return (
    <Suspense fallback={<Skeleton height="20rem" />}>
      <InstancePreview answers={answers} />
    </Suspense>
  );
}
