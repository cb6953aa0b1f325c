import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useState } from 'react';
import { proposedRepository } from './proposedRepository';

/**
 * What a template may say beside it: all that RepoUrlPicker takes.
 *
 * @public
 */
export type RepositoryFieldOptions = {
  allowedHosts?: string[];
  [option: string]: string | number | boolean | object | null | undefined;
};

type FieldProps = FieldExtensionComponentProps<string, RepositoryFieldOptions>;

/**
 * The portal's own RepoUrlPicker, with what is known already filled in: the name of the instance, its owner, and the
 * hosts that `alexandria.repositories.allowedHosts` names, of which the first is proposed.
 */
export function RepositoryField(props: FieldProps) {
  const { uiSchema, formData, formContext, registry } = props;
  const configured = useApi(configApiRef).getOptionalStringArray(
    'alexandria.repositories.allowedHosts',
  );
  const options = uiSchema['ui:options'];
  const allowedHosts = options?.allowedHosts ?? configured;
  // The picker reads it once, when it begins.
  const [proposed] = useState(() =>
    proposedRepository(formContext?.formData?.answers, allowedHosts?.[0]),
  );
  const RepoUrlPicker = registry.fields.RepoUrlPicker;
  return (
    <RepoUrlPicker
      {...props}
      formData={formData ?? proposed}
      uiSchema={{
        ...uiSchema,
        'ui:options': { ...options, ...(allowedHosts && { allowedHosts }) },
      }}
    />
  );
}
