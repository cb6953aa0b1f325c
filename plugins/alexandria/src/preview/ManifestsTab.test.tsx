import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dev } from './__testUtils__/answers';
import { renderWithTexts } from '../parts/__testUtils__/renderWithTexts';
import { computePreview } from './computePreview';
import { download } from '../parts/download';
import { ManifestsTab } from './ManifestsTab';

jest.mock('../parts/download', () => ({ download: jest.fn() }));

const environment = computePreview(dev).shown!.environment('dev');
const total = environment.objects().length;

function show() {
  renderWithTexts(
    <ManifestsTab instance="assistant" environment={environment} />,
  );
}

const regions = () => screen.queryAllByRole('region');

describe('ManifestsTab', () => {
  it('lists the objects, and writes none of them out', () => {
    show();
    expect(screen.getAllByRole('listitem')).toHaveLength(total);
    expect(
      screen.getByText(`${total} objects in namespace assistant-dev`),
    ).toBeVisible();
    expect(regions()).toEqual([]);
  });

  it('expands and collapses an object by keyboard', async () => {
    const user = userEvent.setup();
    show();
    const trigger = screen.getByRole('button', { name: /^Deployment/ });
    act(() => trigger.focus());
    await user.keyboard('{Enter}');
    const region = screen.getByRole('region', {
      name: 'Text of Deployment/alexandria',
    });
    expect(region).toHaveTextContent('kind: Deployment');
    await user.keyboard('{Enter}');
    expect(regions()).toEqual([]);
  });

  it('expands and collapses all', async () => {
    const user = userEvent.setup();
    show();
    await user.click(screen.getByRole('button', { name: 'Expand all' }));
    expect(regions()).toHaveLength(total);
    await user.click(screen.getByRole('button', { name: 'Collapse all' }));
    expect(regions()).toEqual([]);
  });

  it('copies one object', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    show();
    const [object] = environment.objects();
    const [item] = screen.getAllByRole('listitem');
    await user.click(within(item).getByRole('button'));
    await user.click(
      within(item).getByRole('button', { name: `Copy ${object.id}` }),
    );
    expect(writeText.mock.calls).toEqual([[object.yaml()]]);
  });

  it('copies all objects', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    show();
    await user.click(
      screen.getByRole('button', { name: 'Copy all manifests' }),
    );
    expect(writeText.mock.calls).toEqual([[environment.manifests()]]);
  });

  it('downloads all objects under the names of instance and environment', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Download' }));
    expect(download).toHaveBeenCalledWith(
      'assistant-dev.yaml',
      environment.manifests(),
    );
  });
});
