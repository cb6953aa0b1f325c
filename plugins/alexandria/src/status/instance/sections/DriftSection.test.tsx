import { screen, within } from '@testing-library/react';
import { FixtureApi } from '../../__fixtures__/FixtureApi';
import { statusFixtures } from '../../__fixtures__/states';
import { renderStatus } from '../../__testUtils__/renderStatus';
import { DriftSection } from './DriftSection';

const now = new Date();
const { entity } = statusFixtures(now).drifted;
const api = new FixtureApi(now);

async function show(state: string, without?: 'drift') {
  const entityRef = `component:default/${state}`;
  const { deployments } = await api.getInstanceStatus({ entityRef });
  const { cluster, deployment } =
    deployments.find(({ environment }) => environment === 'prod') ??
    deployments[0];
  const details = await api.getDeploymentDetails({
    ...{ entityRef, cluster, name: deployment.name },
    namespace: deployment.namespace!,
  });
  renderStatus(
    <DriftSection
      details={without ? { ...details, drift: undefined } : details}
    />,
    { entity, api },
  );
}

const rowsOf = (name: string) =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    );

describe('DriftSection', () => {
  it('says field by field what is asked for, what runs, and who wrote it', async () => {
    await show('drifted');
    expect(rowsOf('What differs in Service alexandria')).toEqual([
      [
        ...['spec.type', 'ClusterIP', 'NodePort'],
        'kubectl-patch (Update) 3 min ago',
      ],
    ]);
    expect(rowsOf('What differs in Deployment alexandria')).toEqual([
      [
        'spec.template.spec.containers[name=api].env[name=HTTPS_PROXY]',
        ...['nothing', 'not shown: it may hold a credential'],
        'kubectl-edit (Update) 3 min ago',
      ],
      [
        'spec.template.spec.terminationGracePeriodSeconds',
        ...['60', 'nothing', 'not known'],
      ],
    ]);
    expect(
      screen.getByText(
        'kubectl get service alexandria -n assistant-prod -o yaml --show-managed-fields',
      ),
    ).toBeVisible();
    expect(screen.getByText(/^helm upgrade --install/)).toBeVisible();
  });

  it('says of what could not be read that it was not compared, and why', async () => {
    await show('drifted');
    const item = screen.getByText('ConfigMap alexandria-config').closest('li')!;
    expect(item).toHaveTextContent(/Not compared.*may not read it/);
    expect(item).not.toHaveTextContent('Nothing differs');
  });

  it('says which files of the repository were edited', async () => {
    await show('drifted');
    expect(rowsOf('What differs in values-prod.yaml')).toEqual([
      ['autoscaling.maxReplicas', '4', '6'],
    ]);
  });

  it('says that nothing differs where that is known', async () => {
    await show('healthy');
    expect(screen.getByText('Nothing differs in 3 objects.')).toBeVisible();
    expect(screen.getByText(/^Every file is what the answers/)).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('does not take what is out of date for the same', async () => {
    await show('stale');
    expect(screen.getByText(/^What is known is out of date/)).toBeVisible();
    expect(screen.getByText(/^Not compared: the cluster/)).toBeVisible();
  });

  it('says where nobody compares', async () => {
    await show('healthy', 'drift');
    expect(screen.getByText(/alexandria\.drift\.enabled/)).toBeVisible();
  });
});
