import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { alexandriaTranslationRef } from '../translations/ref';
import type { CompletePreview } from './computePreview';

/** Which environment to look at. */
export function EnvironmentSelect(props: {
  label: string;
  preview: CompletePreview;
  value: string;
  onChange: (name: string) => void;
}) {
  const { label, preview, value, onChange } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return (
    <Select
      size="small"
      label={label}
      options={preview.instance.environments.map(({ name, stage }) => ({
        value: name,
        label: t('preview.environment.option', {
          name,
          stage: t(`form.choices.stage.${stage}`),
        }),
      }))}
      value={value}
      onChange={key => onChange(String(key))}
    />
  );
}
