import { configApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { render, screen } from '@testing-library/react';
import { ComponentProps } from 'react';
import { RepositoryField } from './RepositoryField';

type Props = ComponentProps<typeof RepositoryField>;

/** Stands where the scaffolder registers its own picker, and shows what it is given. */
function RepoUrlPicker({ formData, uiSchema }: Props) {
  return <output>{JSON.stringify([formData, uiSchema['ui:options']])}</output>;
}

function given(
  props: Partial<Props>,
  allowedHosts?: string[],
): [string | undefined, object] {
  const field = {
    uiSchema: { 'ui:options': {} },
    formContext: {
      formData: { answers: { name: 'a', owner: 'group:default/payments' } },
    },
    registry: { fields: { RepoUrlPicker } },
    ...props,
  } as unknown as Props;
  const config = mockApis.config({
    data: { alexandria: { repositories: { allowedHosts } } },
  });
  render(
    <TestApiProvider apis={[[configApiRef, config]]}>
      <RepositoryField {...field} />
    </TestApiProvider>,
  );
  return JSON.parse(screen.getByRole('status').textContent ?? '');
}

describe('RepositoryField', () => {
  it('proposes the first host of the configuration', () => {
    const allowedHosts = ['git.acme.io', 'github.com'];
    expect(given({}, allowedHosts)).toEqual([
      'git.acme.io?owner=payments&repo=a',
      { allowedHosts },
    ]);
  });

  it('takes the hosts of the template first', () => {
    const options = { allowedHosts: ['gitlab.com'] };
    expect(
      given({ uiSchema: { 'ui:options': options } }, ['git.acme.io']),
    ).toEqual(['gitlab.com?owner=payments&repo=a', options]);
  });

  it('keeps what was chosen', () => {
    const formData = 'git.acme.io?owner=other&repo=b';
    expect(given({ formData }, ['git.acme.io'])[0]).toBe(formData);
  });

  it('leaves everything to the picker without a configuration', () => {
    expect(given({})).toEqual([null, {}]);
  });
});
