import type { Environment } from '@alexandriaproject/alexandria-manifests';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { memo } from 'react';
import { alexandriaTranslationRef } from '../translations/ref';

interface EnvironmentSelectProps {
  label: string;
  environments: readonly Pick<Environment, 'name' | 'stage'>[];
  value: string;
  onChange: (name: string) => void;
}

/** Answers are parsed anew with every keystroke: only names and stages tell whether there is another choice. */
function isSame(before: EnvironmentSelectProps, after: EnvironmentSelectProps) {
  return (
    before.label === after.label &&
    before.value === after.value &&
    before.onChange === after.onChange &&
    before.environments.length === after.environments.length &&
    before.environments.every(
      ({ name, stage }, index) =>
        name === after.environments[index].name &&
        stage === after.environments[index].stage,
    )
  );
}

/** Which environment to look at. */
export const EnvironmentSelect = memo(function Choice(
  props: EnvironmentSelectProps,
) {
  const { label, environments, value, onChange } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return (
    <Select
      size="small"
      label={label}
      options={environments.map(({ name, stage }) => ({
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
},
isSame);
