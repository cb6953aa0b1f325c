import { detailsPartSchema } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../__fixtures__/FixtureApi';
import { statusFixtures } from '../__fixtures__/states';
import { renderStatus } from '../__testUtils__/renderStatus';
import type { TemplateRoute } from '../links/templateHref';
import { InstancePage } from './InstancePage';

const now = new Date();
const fixtures = statusFixtures(now);

function show(
  state: string,
  at = '/',
  config = {},
  templateRoute?: TemplateRoute,
) {
  renderStatus(<InstancePage templateRoute={templateRoute} />, {
    ...{ entity: fixtures[state].entity, api: new FixtureApi(now), at, config },
  });
}

const location = () => screen.getByTestId('location').textContent;
const part = (name: string) =>
  screen.findByRole('button', { name: new RegExp(`^${name}`) });
const openParts = () =>
  screen
    .getAllByRole('button', { expanded: true })
    .map(button =>
      detailsPartSchema.options.find(each =>
        button.textContent!.toLowerCase().startsWith(each),
      ),
    );

describe('InstancePage', () => {
  it('opens with the worst deployment and the parts that are concerned', async () => {
    show('secret-missing');
    expect(
      await screen.findByRole('heading', { name: 'prod · EU West' }),
    ).toBeVisible();
    await part('Rollout');
    expect(openParts()).toEqual(['pods', 'secrets', 'network']);
    expect(location()).toBe('/');
  });

  it('keeps what is chosen in the URL', async () => {
    const user = userEvent.setup();
    show('secret-missing', '/page?inspect=raw');
    await user.click(
      await screen.findByRole('link', { name: /assistant-dev/ }),
    );
    expect(
      screen.getByRole('heading', { name: 'dev · EU West' }),
    ).toBeVisible();
    await user.click(await part('Rollout'));
    expect(location()).toBe(
      '/page?inspect=raw&deployment=eu-west%2Fassistant-dev%2Falexandria&open=rollout%2Cpods',
    );
    await user.click(await part('Rollout'));
    await user.click(await part('Pods'));
    expect(location()).toMatch(/&open=$/);
    expect(screen.queryAllByRole('button', { expanded: true })).toEqual([]);
  });

  it('shows what the URL says', async () => {
    show(
      'warnings',
      '/?deployment=eu-west/assistant-prod/alexandria&open=autoscaler,nonsense',
    );
    await part('Rollout');
    expect(openParts()).toEqual(['autoscaler']);
    const metrics = screen.getByRole('table', { name: 'Metrics' });
    expect(within(metrics).getAllByRole('row')[1]).toHaveTextContent(
      'cpu93%70%',
    );
  });

  it('leads to the forms about the instance, where the portal has them', async () => {
    show('healthy', '/', {}, ({ templateName }) => `/create/${templateName}`);
    const links = screen.getByRole('list', {
      name: 'What can be done with the instance',
    });
    expect(
      within(links)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual([
      expect.stringMatching(/^\/create\/change-alexandria-instance\?formData=/),
      expect.stringMatching(/^\/create\/retire-alexandria-instance\?formData=/),
    ]);
    await part('Rollout');
  });

  it('says that a deployment of the URL is not there', async () => {
    show('healthy', '/?deployment=eu-west/elsewhere/alexandria');
    expect(
      await screen.findByText('This deployment is not there'),
    ).toBeVisible();
    expect(screen.getAllByRole('link', { name: /EU West/ })).toHaveLength(3);
  });

  it.each([
    ['healthy', /^EventsRead only about what does not look well$/],
    ['stale', /^Events.*not all of it could be read$/],
  ])('takes no event that nobody read for none: %s', async (state, said) => {
    show(state);
    expect(await part('Events')).toHaveTextContent(said);
  });

  it('finds one among many, and keeps the search in the URL', async () => {
    const user = userEvent.setup();
    show('many');
    const navigation = await screen.findByRole('navigation', {
      name: 'Deployments',
    });
    const links = () => within(navigation).queryAllByRole('link');
    expect(links()).toHaveLength(60);
    await user.type(screen.getByRole('searchbox'), 'team-07');
    expect(links()).toHaveLength(1);
    expect(location()).toContain('q=team-07');
    await user.clear(screen.getByRole('searchbox'));
    await user.click(
      screen.getByRole('switch', { name: 'Only not Healthy (4)' }),
    );
    expect(links()).toHaveLength(4);
    expect(location()).toContain('only=unhealthy');
  });

  it('says of a container what it is for and how it ended', async () => {
    show('one-replica-crashes');
    await part('Pods');
    const container = screen
      .getByText('agents and queries', {
        selector: 'details[open] *',
      })
      .closest('li')!;
    expect(container).toHaveTextContent(
      /orchestrator.*CrashLoopBackOff.*7 restarts.*exit code 42, the model folder is locked/,
    );
    expect(
      within(container).getByRole('button', {
        name: 'Logs command: kubectl logs alexandria-6c9f7d5b8-x0x7k -c orchestrator --previous -n assistant-prod',
      }),
    ).toBeVisible();
  });

  it('says what could not be read, where it is missing', async () => {
    show('stale', '/?open=pods,events');
    await part('Pods');
    const page = document.body.textContent;
    expect(page).toContain('Pod: out of date (Last known 14 min ago)');
    expect(page).toContain('Event: the portal may not read it');
    expect(page).toContain('Not compared with the repository');
  });

  it('leads to the page about a finding where the portal says where that is', async () => {
    show('secret-missing', '/', {
      alexandria: {
        findings: { docsUrl: 'https://docs.example.com/{{ code }}' },
      },
    });
    expect(
      await screen.findByRole('link', { name: 'About SecretMissing' }),
    ).toHaveAttribute('href', 'https://docs.example.com/SecretMissing');
  });

  it.each([
    ['forbidden', 'You may not see how this instance is'],
    ['not-deployed', 'Not deployed yet'],
    ['unannotated', 'The entity does not say which deployments are its own'],
  ])('says of %s: %s', async (state, title) => {
    show(state);
    expect(await screen.findByText(title)).toBeVisible();
  });
});
