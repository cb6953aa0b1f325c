import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box, Button, Skeleton, VisuallyHidden } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import {
  forwardRef,
  lazy,
  Suspense,
  useId,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { alexandriaTranslationRef } from '../translations/ref';
import styles from './FormLayout.module.css';

const InstancePreview = lazy(() =>
  import('../preview/InstancePreview').then(module => ({
    default: module.InstancePreview,
  })),
);

/** The fields, with the preview beside them where there is room and folded away below them where there is none. */
export const FormLayout = forwardRef<
  HTMLDivElement,
  {
    answers: unknown;
    /** What was last said to those who do not see the screen. */
    said: string;
    /** What stands above the fields. */
    notices: ReactNode;
    children: ReactNode;
  }
>((props, ref) => {
  const { answers, said, notices, children } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const previewId = useId();
  const preview = useMemo(
    () => <InstancePreview answers={answers} />,
    [answers],
  );
  return (
    <Box ref={ref} bg="neutral" className={styles.container}>
      <div className={styles.layout}>
        <div className={styles.main}>
          {notices}
          <div className={styles.fields}>{children}</div>
        </div>
        <div className={styles.aside}>
          <Button
            variant="secondary"
            className={styles.toggle}
            iconStart={
              isOpen ? (
                <RiArrowDownSLine aria-hidden />
              ) : (
                <RiArrowRightSLine aria-hidden />
              )
            }
            aria-expanded={isOpen}
            aria-controls={previewId}
            onPress={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'form.preview.hide' : 'form.preview.show')}
          </Button>
          <div
            id={previewId}
            role="region"
            aria-label={t('form.preview.region')}
            className={styles.preview}
            data-open={isOpen}
          >
            <Suspense fallback={<Skeleton height="20rem" />}>
              {preview}
            </Suspense>
          </div>
        </div>
      </div>
      <VisuallyHidden>
        <div role="status">{said}</div>
      </VisuallyHidden>
    </Box>
  );
});
FormLayout.displayName = 'FormLayout';
