import { render, screen, within } from '@testing-library/react';
import { FormApis } from '../../form/__testUtils__/formApis';
import {
  conflicting,
  present,
  repositoryOf,
  withStorage,
} from '../__testUtils__/repository';
import { ChangeTab } from './ChangeTab';

const show = (
  ...[repository, answers]: [ReturnType<typeof repositoryOf>, unknown]
) =>
  render(
    <FormApis>
      <ChangeTab repository={repository} answers={answers} />
    </FormApis>,
  );

describe('ChangeTab', () => {
  it('says that nothing changes', () => {
    show(repositoryOf(), present);
    expect(screen.getByRole('status')).toHaveTextContent('nothing changes');
  });

  it('says what changes for each environment, what restarts and which files', () => {
    show(repositoryOf(), {
      ...present,
      environments: [
        { ...present.environments[0], size: 'large' },
        {
          ...{ name: 'staging', stage: 'staging', imageTag: 'main' },
          host: 'assistant.staging.test',
        },
      ],
    });
    expect(screen.getByText('Environment dev: changes')).toBeVisible();
    expect(screen.getByText('Environment staging: new')).toBeVisible();
    expect(
      screen.getByText('Restarts alexandria in assistant-dev'),
    ).toBeVisible();
    expect(screen.getByText('Deployment/alexandria changes')).toBeVisible();
    expect(screen.getByText('values-staging.yaml')).toBeVisible();
  });

  it('shows each conflict with its three sides', () => {
    show(conflicting(), withStorage('20Gi'));
    const conflict = screen.getByRole('region', {
      name: 'values-dev.yaml: persistence.size',
    });
    for (const size of ['12Gi', '15Gi', '20Gi']) {
      expect(within(conflict).getByText(size)).toBeVisible();
    }
  });

  it('shows no conflict that is decided', () => {
    render(
      <FormApis>
        <ChangeTab
          repository={conflicting()}
          answers={withStorage('20Gi')}
          decisions={conflicting().files.map(({ path }) => ({
            path,
            take: 'ours' as const,
          }))}
        />
      </FormApis>,
    );
    expect(screen.queryByText(/conflict/)).toBeNull();
    expect(screen.getByText('Environment dev: changes')).toBeVisible();
  });

  it('says what was changed by hand and is kept', () => {
    show(
      repositoryOf(present, { 'README.md': text => `${text}\n## By hand\n` }),
      withStorage('20Gi'),
    );
    expect(
      screen.getByText('Changed by hand, and kept: README.md'),
    ).toBeVisible();
  });

  it('says why nothing can be planned', () => {
    show({ ...repositoryOf(), files: [] }, present);
    expect(screen.getByText(/is not there/)).toBeVisible();
  });
});
