import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, Text } from '@backstage/ui';
import { useMemo, useState } from 'react';
import { alexandriaTranslationRef } from '../translations/ref';
import type { CompletePreview } from './computePreview';
import { CopyButton } from '../parts/CopyButton';
import { differences } from './differences';
import type { Compared, Difference } from './differences';
import { DiffView } from './DiffView';
import { EnvironmentSelect } from './EnvironmentSelect';
import tab from './tab.module.css';

const compares: readonly Compared[] = ['manifests', 'values'];

function Found(props: { found: Difference[]; before: string; after: string }) {
  const { found, before, after } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return (
    <>
      {found.map(difference => (
        <section key={difference.id} className={tab.stack}>
          <Text as="h3" variant="body-medium" weight="bold">
            {difference.id}
            {': '}
            {difference.change === 'changed'
              ? t('preview.differences.changed')
              : t('preview.differences.onlyIn', {
                  environment: difference.change === 'removed' ? before : after,
                })}
          </Text>
          <DiffView difference={difference} before={before} after={after} />
        </section>
      ))}
    </>
  );
}

function Comparison({ preview }: { preview: CompletePreview }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const [compared, setCompared] = useState<Compared>('manifests');
  const names = preview.environmentNames;
  const named = (name: string | undefined, otherwise: string) =>
    name !== undefined && names.includes(name) ? name : otherwise;
  const before = preview.environment(named(from, names[0]));
  const after = preview.environment(named(to, names[names.length - 1]));
  const found = useMemo(
    () => differences(before, after, compared),
    [before, after, compared],
  );
  return (
    <div className={tab.stack}>
      <div className={tab.toolbar}>
        <EnvironmentSelect
          label={t('preview.differences.from')}
          environments={preview.instance.environments}
          value={before.name}
          onChange={setFrom}
        />
        <EnvironmentSelect
          label={t('preview.differences.to')}
          environments={preview.instance.environments}
          value={after.name}
          onChange={setTo}
        />
        <Select
          size="small"
          label={t('preview.differences.compare')}
          options={compares.map(value => ({
            value,
            label: t(`preview.differences.${value}`),
          }))}
          value={compared}
          onChange={key =>
            setCompared(compares.find(each => each === key) ?? compared)
          }
        />
        {found.length > 0 && (
          <CopyButton
            what={t('preview.differences.all')}
            text={() => found.map(({ patch }) => patch).join('')}
          />
        )}
      </div>
      <Text as="p" role="status">
        {found.length === 0
          ? t('preview.differences.none')
          : t('preview.differences.summary', { count: found.length })}
      </Text>
      <Found found={found} before={before.name} after={after.name} />
    </div>
  );
}

/** How one environment differs from another. */
export function DifferencesTab({ preview }: { preview: CompletePreview }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return preview.environmentNames.length === 1 ? (
    <Text as="p">{t('preview.differences.one')}</Text>
  ) : (
    <Comparison preview={preview} />
  );
}
