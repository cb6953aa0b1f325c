import type {
  AlexandriaApi,
  Fleet,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { ResponseError } from '@backstage/errors';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { alexandriaApiRef } from '../api/alexandriaApiRef';
import { FixtureApi } from '../status/__fixtures__/FixtureApi';
import { fleetDeployment, fleetFixture } from './__fixtures__/fleet';
import { FleetPage } from './FleetPage';

function Location() {
  const { pathname, search } = useLocation();
  return <output data-testid="location">{`${pathname}${search}`}</output>;
}

const location = () => screen.getByTestId('location').textContent;

class FleetApi extends FixtureApi {
  constructor(readonly answer: () => Promise<Fleet>) {
    super(new Date());
  }

  getFleet() {
    return this.answer();
  }
}

async function show(answer: () => Promise<Fleet>, at = '/alexandria') {
  const api: AlexandriaApi = new FleetApi(answer);
  await renderInTestApp(
    <TestApiProvider apis={[[alexandriaApiRef, api]]}>
      <FleetPage createHref="/create" />
      <Location />
    </TestApiProvider>,
    {
      routeEntries: [at],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

const rows = () =>
  screen
    .getAllByRole('row')
    .filter(row => within(row).queryByRole('rowheader') !== null);

const refusal = async (status: number, message: string) =>
  ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'Error', message },
        response: { statusCode: status },
      }),
      { status, headers: { 'Content-Type': 'application/json' } },
    ),
  );

// Nothing has a size here: the table is as high as all the rows that there are.
beforeEach(() => {
  jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(6_000);
});

describe('FleetPage', () => {
  it('has a line for each Deployment, the worst first, which leads to its page', async () => {
    await show(async () => fleetFixture(16));
    expect(
      await screen.findByRole('grid', { name: 'Alexandria fleet' }),
    ).toBeVisible();
    expect(rows()).toHaveLength(16);
    expect(rows()[0]).toHaveTextContent('Degraded');
    expect(
      within(rows()[0]).getByRole('link', { name: 'assistant-00012' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/assistant-00012/alexandria?deployment=eu-west%2Fassistant-00012-prod%2Falexandria',
    );
  });

  it('says how what could not be read was last known, and which cluster that is', async () => {
    await show(async () => fleetFixture(16));
    const [row] = (
      await screen.findAllByText('was Healthy', { exact: false })
    ).map(each => each.closest('[role="row"]')!);
    expect(row).toHaveTextContent('Unknown');
    expect(screen.getByText('Edge cannot be read')).toBeVisible();
  });

  it('shows what a count counts, keeps that in the URL, and takes it back', async () => {
    const user = userEvent.setup();
    await show(async () => fleetFixture(16), '/alexandria?inspect=raw');
    await user.click(
      await screen.findByRole('button', { name: /^Degraded\s*1$/ }),
    );
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(screen.getByText('1 of 16 in the fleet')).toBeVisible();
    expect(location()).toBe('/alexandria?inspect=raw&health=Degraded');
    await user.click(screen.getByRole('button', { name: 'Any drift 1' }));
    expect(location()).toContain('finding=Drift');
    await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
    await waitFor(() => expect(rows()).toHaveLength(16));
    expect(location()).toBe('/alexandria?inspect=raw');
  });

  it('shows what the URL says', async () => {
    await show(
      async () => fleetFixture(32),
      '/alexandria?q=assistant&cluster=us-east&sort=-instance',
    );
    await screen.findByRole('grid');
    expect(rows()).toHaveLength(8);
    expect(rows()[0]).toHaveTextContent('assistant-00029');
    expect(screen.getByRole('searchbox')).toHaveValue('assistant');
    expect(
      screen.getByRole('columnheader', { name: 'Instance' }),
    ).toHaveAttribute('aria-sort', 'descending');
  });

  it('says that nothing is like what is searched for', async () => {
    const user = userEvent.setup();
    await show(async () => fleetFixture(8), '/alexandria?q=nowhere');
    expect(
      await screen.findByText('Nothing in the fleet is like that'),
    ).toBeVisible();
    await user.click(
      screen.getAllByRole('button', { name: 'Clear all filters' })[0],
    );
    await waitFor(() => expect(rows()).toHaveLength(8));
  });

  it.each<[string, () => Promise<Fleet>, string]>([
    ['waits', () => new Promise(() => {}), 'Loading'],
    [
      'has nothing',
      async () => ({ ...fleetFixture(0), clusters: [] }),
      'There is no instance yet',
    ],
    [
      'has nothing, and a cluster could not be read',
      async () => fleetFixture(0),
      'No instance is known',
    ],
    [
      'may see nothing',
      async () => {
        throw await refusal(403, 'no');
      },
      'You may not see how the instances are',
    ],
    [
      'is not signed in',
      async () => {
        throw await refusal(401, 'no');
      },
      'You are not signed in',
    ],
    [
      'has no answer',
      async () => {
        throw await refusal(503, 'away');
      },
      'The portal has no answer',
    ],
  ])('says what is so when somebody %s', async (_, answer, said) => {
    await show(answer);
    expect(await screen.findByText(said)).toBeInTheDocument();
    expect(screen.queryByRole('grid')).toBeNull();
  });

  it('leads to the template where there is nothing yet', async () => {
    await show(async () => ({ ...fleetFixture(0), clusters: [] }));
    expect(
      await screen.findByRole('link', { name: 'Create an instance' }),
    ).toHaveAttribute('href', '/create');
  });

  it('says of an instance that is in no cluster whether that is known', async () => {
    const nowhere = {
      ...{ cluster: undefined, namespace: undefined, name: undefined },
    };
    await show(async () => ({
      ...fleetFixture(0),
      deployments: [
        fleetDeployment({
          ...{ ...nowhere, health: 'Missing' },
          entityRef: 'component:default/gone',
        }),
        fleetDeployment({
          ...{ ...nowhere, health: 'Unknown' },
          entityRef: 'component:default/unseen',
        }),
      ],
    }));
    await screen.findByRole('grid');
    expect(rows().map(row => row.textContent)).toEqual([
      expect.stringMatching(/unseen.*Nobody knows whether it runs.*Unknown/),
      expect.stringMatching(/gone.*Not deployed.*Missing/),
    ]);
  });
});
