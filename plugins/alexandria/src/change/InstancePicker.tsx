import { INSTANCE_TAG } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Button } from '@backstage/ui';
import { useState } from 'react';
import { alexandriaApiRef } from '../api/alexandriaApiRef';
import { StatusLine } from '../form/checks/StatusLine';
import { alexandriaTranslationRef } from '../translations/ref';
import styles from './InstancePicker.module.css';
import { forgetRepository } from './instanceMemory';
import { useInstanceRepository } from './useInstanceRepository';

/**
 * What a template may say beside it: all that EntityPicker takes.
 *
 * @public
 */
export type InstancePickerOptions = {
  [option: string]: string | number | boolean | object | null | undefined;
};

/** What is chosen from: components that are instances. */
const CATALOG_FILTER = {
  kind: 'Component',
  'metadata.tags': INSTANCE_TAG,
};

function Standing({ entityRef }: { entityRef: string | undefined }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const [asked, askAgain] = useInstanceRepository(entityRef);
  switch (asked.state) {
    case 'asking':
      return (
        <StatusLine standing="pending" text={t('change.repository.asking')} />
      );
    case 'answered':
      return (
        <StatusLine
          standing="good"
          text={t('change.repository.read', {
            url: asked.answer.url,
            commit: asked.answer.commit.slice(0, 10),
          })}
        />
      );
    case 'failed':
      return (
        <div className={styles.failed}>
          <StatusLine
            standing="bad"
            text={t('change.repository.failed', { reason: asked.reason })}
          />
          <Button size="small" variant="secondary" onPress={askAgain}>
            {t('change.repository.again')}
          </Button>
        </div>
      );
    default:
      return <StatusLine standing="pending" text={undefined} />;
  }
}

/** The portal's own EntityPicker for instances, and whether the repository of the chosen one can be read. */
export function InstancePicker(
  props: FieldExtensionComponentProps<string, InstancePickerOptions>,
) {
  const { uiSchema, formData, registry } = props;
  const api = useApi(alexandriaApiRef);
  // Before any page of the form asks: each form starts from the repository as it is.
  useState(() => forgetRepository(api));
  const EntityPicker = registry.fields.EntityPicker;
  return (
    <div className={styles.picker}>
      <EntityPicker
        {...props}
        uiSchema={{
          ...uiSchema,
          'ui:options': {
            catalogFilter: CATALOG_FILTER,
            allowArbitraryValues: false,
            ...uiSchema['ui:options'],
          },
        }}
      />
      <Standing entityRef={formData === '' ? undefined : formData} />
    </div>
  );
}
