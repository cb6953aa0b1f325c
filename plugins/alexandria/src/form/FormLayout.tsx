import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box, Button } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { forwardRef, useId, useState, type ReactNode } from 'react';
import { alexandriaTranslationRef } from '../translations/ref';
import styles from './FormLayout.module.css';

/** The fields, with the preview beside them where there is room and folded away below them where there is none. */
export const FormLayout = forwardRef<
  HTMLDivElement,
  {
    /** What stands above the fields. */
    notices: ReactNode;
    preview: ReactNode;
    children: ReactNode;
  }
>((props, ref) => {
  const { notices, preview, children } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const previewId = useId();
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
            {preview}
          </div>
        </div>
      </div>
    </Box>
  );
});
FormLayout.displayName = 'FormLayout';
