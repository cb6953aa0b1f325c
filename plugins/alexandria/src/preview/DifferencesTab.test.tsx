import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dev, three } from './__testUtils__/answers';
import { renderWithTexts } from '../parts/__testUtils__/renderWithTexts';
import { computePreview } from './computePreview';
import { DifferencesTab } from './DifferencesTab';

const headings = () =>
  screen
    .queryAllByRole('heading', { level: 3 })
    .map(({ textContent }) => textContent);

async function choose(label: RegExp, option: RegExp) {
  await userEvent.click(screen.getByRole('button', { name: label }));
  await userEvent.click(screen.getByRole('option', { name: option }));
}

function show() {
  renderWithTexts(<DifferencesTab preview={computePreview(three).shown!} />);
}

describe('DifferencesTab', () => {
  it('says that one environment cannot be compared', () => {
    renderWithTexts(<DifferencesTab preview={computePreview(dev).shown!} />);
    expect(screen.getByText(/^Only one environment/)).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('compares the manifests of the first and the last environment', () => {
    show();
    expect(headings()).toEqual(
      expect.arrayContaining([
        'Deployment/alexandria: changed',
        'Ingress/alexandria: only in prod',
      ]),
    );
    expect(screen.getByText(`${headings().length} differences`)).toBeVisible();
  });

  it('names the environment that something is only in, whichever way round', async () => {
    show();
    await choose(/From/, /^prod/);
    await choose(/To/, /^dev/);
    expect(headings()).toContain('Ingress/alexandria: only in prod');
  });

  it('says that an environment does not differ from itself', async () => {
    show();
    await choose(/To/, /^dev/);
    expect(screen.getByText('No differences')).toBeVisible();
    expect(headings()).toEqual([]);
  });

  it('compares values', async () => {
    show();
    await choose(/Compare/, /^Values$/);
    expect(headings()).toEqual(['values.yaml: changed']);
    expect(
      screen.getByRole('region', { name: 'Differences of values.yaml' }),
    ).toHaveTextContent('+replicaCount: 2');
  });

  it('copies what it shows as a patch', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    show();
    await user.click(
      screen.getByRole('button', { name: 'Copy the differences' }),
    );
    expect(writeText.mock.calls[0][0]).toContain(
      '--- dev/Deployment/alexandria\n+++ prod/Deployment/alexandria\n',
    );
  });
});
