import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../__fixtures__/FixtureApi';
import { statusFixtures } from '../__fixtures__/states';
import { renderStatus } from '../__testUtils__/renderStatus';
import { HealthCard } from './HealthCard';

const now = new Date();
const fixtures = statusFixtures(now);

function show(state: string, pageHref?: string) {
  renderStatus(<HealthCard pageHref={pageHref} />, {
    entity: fixtures[state].entity,
    api: new FixtureApi(now),
  });
}

const text = () => screen.getByRole('article').textContent;

describe('HealthCard', () => {
  it.each([
    ['healthy', 'Serving in all 3 deployments', 'Healthy for 6 d'],
    ['warnings', 'Serving in all 2 deployments', '3 warnings'],
    ['secret-missing', 'Not serving in prod · EU West', 'Degraded for 12 min'],
    [
      'one-replica-crashes',
      'Serving, with a failure in prod · EU West',
      'Degraded for 34 min',
    ],
    ['unreachable', 'Not reachable in prod · EU West', 'Degraded for 90 s'],
    [
      'rolling-out',
      'Serving, rollout in progress in prod · EU West',
      'Progressing for 40 s',
    ],
    [
      'scaled-to-zero',
      'Stopped on purpose in prod · EU West',
      'Suspended for 9 d',
    ],
    ['missing', 'Not deployed in prod · EU West', 'Missing'],
    [
      'stale',
      'Not known in prod · us-east',
      'last known to be Healthy 14 min ago',
    ],
    [
      'many',
      'Serving, with a failure in prod · EU West',
      '55 more deployments · all of them Healthy',
    ],
    [
      'cluster-unreachable',
      'Nobody knows whether it runs',
      'EU West cannot be read: Deployment: connect ECONNREFUSED',
    ],
    ['starting', 'The clusters are being read', 'appears here by itself'],
    [
      'retired-and-deployed',
      'Serving in prod · EU West',
      'it is still deployed',
    ],
    ['no-cluster', 'The portal watches no cluster', 'clusterLocatorMethods'],
    ['not-deployed', 'Not deployed yet', '--values values-dev.yaml'],
    ['retired', 'Retired, and nothing of it runs', '1 read'],
    [
      'forbidden',
      'You may not see how this instance is',
      'alexandria.status.read',
    ],
    [
      'backend-down',
      'The portal has no answer',
      'Plugin alexandria is not ready',
    ],
    [
      'unannotated',
      'does not say which deployments',
      'backstage.io/kubernetes-id: unannotated',
    ],
    ['loading', 'Loading', ''],
  ])('says of %s: %s', async (state, headline, detail) => {
    jest.useFakeTimers({ now, doNotFake: ['setTimeout', 'queueMicrotask'] });
    show(state);
    await screen.findByText(
      (_content, element) =>
        element?.tagName === 'ARTICLE' &&
        element.textContent!.includes(headline),
    );
    expect(text()).toContain(detail);
    jest.useRealTimers();
  });

  it('has the worst finding with its cause and a command to copy', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    show('secret-missing');
    expect(
      await screen.findByRole('heading', {
        name: 'Secret alexandria-auth is not there',
      }),
    ).toBeVisible();
    expect(text()).toContain('For users: no login and no API.');
    const command =
      'kubectl create secret generic alexandria-auth --from-file=jwt-secret=FILE --from-file=admin-password=FILE -n assistant-prod';
    await user.click(screen.getByRole('button', { name: `Copy ${command}` }));
    expect(writeText.mock.calls).toEqual([[command]]);
  });

  it('has the facts of each deployment in words', async () => {
    show('secret-missing', '/page');
    await screen.findByText('Not serving');
    const rows = screen
      .getAllByRole('listitem')
      .map(row => row.textContent!.replace(/\s+/g, ' '));
    expect(rows).toEqual([
      expect.stringMatching(
        /prod.*EU West.*Versionv1\.5\.0.*0 of 2 available, 1 updated.*3 needed.*1 missing/,
      ),
      expect.stringMatching(/staging.*v1\.4\.2.*2 of 2 available.*3 needed/),
      expect.stringMatching(/dev.*v1\.4\.2.*2 of 2 available.*3 needed/),
    ]);
    const [first] = screen.getAllByRole('listitem');
    expect(within(first).getByRole('img', { name: 'Degraded' })).toBeVisible();
    expect(within(first).getByRole('link')).toHaveAttribute(
      'href',
      '/page?deployment=eu-west%2Fassistant-prod%2Falexandria',
    );
  });

  it('names the clusters that could not be read, and what that means', async () => {
    show('partial');
    await screen.findByText('Serving');
    expect(text()).toMatch(
      /us-east cannot be read: Deployment: 403.*ap-south cannot be asked: authProvider oidc.*may not be shown here/,
    );
  });
});

describe('HealthCard, once it had an answer', () => {
  const { entity, status } = fixtures.healthy;

  /** Answers once, and refuses from then on. */
  function showAndRefuse(refusal: Error) {
    const api = new FixtureApi(now);
    const ask = jest
      .spyOn(api, 'getInstanceStatus')
      .mockRejectedValue(refusal)
      .mockResolvedValueOnce(status as InstanceStatus);
    renderStatus(<HealthCard />, { entity, api });
    return async () => {
      await screen.findByText('Serving');
      act(() => {
        window.dispatchEvent(new Event('online'));
      });
      await waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
    };
  }

  it('goes on showing it where there is no other, and says so', async () => {
    const refuse = showAndRefuse(new TypeError('Failed to fetch'));
    await refuse();
    expect(await screen.findByText(/Failed to fetch/)).toBeVisible();
    expect(screen.getByText('Serving')).toBeVisible();
  });

  it('shows nothing of it to somebody who may no longer read it', async () => {
    const refusal = await new FixtureApi(now)
      .getInstanceStatus({ entityRef: 'component:default/forbidden' })
      .catch(error => error);
    await showAndRefuse(refusal)();
    expect(
      await screen.findByText('You may not see how this instance is'),
    ).toBeVisible();
    expect(screen.queryByText('Serving')).toBeNull();
  });
});
