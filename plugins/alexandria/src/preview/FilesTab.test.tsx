import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithTexts } from '../parts/__testUtils__/renderWithTexts';
import { FilesTab } from './FilesTab';

const files = [
  { path: 'README.md', content: '# Assistant\n' },
  { path: 'values-dev.yaml', content: 'a: 1\n' },
  { path: 'k8s/helm/Chart.yaml', content: 'name: chart\n' },
  { path: 'k8s/kustomization.yaml', content: 'kind: Kustomization\n' },
];

const rows = () =>
  screen.getAllByRole('row').map(each => each.getAttribute('aria-label'));

describe('FilesTab', () => {
  it('shows the README first, and the top of the tree', () => {
    renderWithTexts(<FilesTab files={files} />);
    expect(screen.getByText('4 files')).toBeVisible();
    expect(rows()).toEqual([
      'k8s',
      'helm',
      'kustomization.yaml',
      'README.md',
      'values-dev.yaml',
    ]);
    expect(
      screen.getByRole('region', { name: 'Text of README.md' }),
    ).toHaveTextContent('# Assistant');
  });

  it('shows the file that is chosen', async () => {
    renderWithTexts(<FilesTab files={files} />);
    await userEvent.click(screen.getByRole('row', { name: 'values-dev.yaml' }));
    expect(
      screen.getByRole('region', { name: 'Text of values-dev.yaml' }),
    ).toHaveTextContent('a: 1');
    expect(
      screen.getByRole('row', { name: 'values-dev.yaml' }),
    ).toHaveAttribute('aria-selected', 'true');
  });

  it('goes through the tree by keyboard', async () => {
    const user = userEvent.setup();
    renderWithTexts(<FilesTab files={files} />);
    await user.tab();
    await user.keyboard('{Home}{ArrowDown}{ArrowRight}{ArrowDown}{Enter}');
    expect(
      screen.getByRole('region', { name: 'Text of k8s/helm/Chart.yaml' }),
    ).toBeVisible();
    await user.keyboard('{Home}{ArrowLeft}');
    expect(rows()).toEqual(['k8s', 'README.md', 'values-dev.yaml']);
  });

  it('opens and closes a folder, and keeps the file', async () => {
    renderWithTexts(<FilesTab files={files} />);
    await userEvent.click(screen.getByRole('row', { name: 'k8s' }));
    expect(rows()).toEqual(['k8s', 'README.md', 'values-dev.yaml']);
    await userEvent.click(screen.getByRole('row', { name: 'k8s' }));
    expect(rows()).toContain('kustomization.yaml');
    expect(
      screen.getByRole('region', { name: 'Text of README.md' }),
    ).toBeVisible();
  });

  it('copies the file', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    renderWithTexts(<FilesTab files={files} />);
    await user.click(screen.getByRole('button', { name: 'Copy README.md' }));
    expect(writeText.mock.calls).toEqual([['# Assistant\n']]);
  });

  it('follows the answers, and goes back to the README when its file is gone', async () => {
    const { rerender } = renderWithTexts(<FilesTab files={files} />);
    await userEvent.click(screen.getByRole('row', { name: 'values-dev.yaml' }));
    rerender(
      <FilesTab
        files={files.map(file => ({ ...file, content: `new ${file.content}` }))}
      />,
    );
    expect(screen.getByRole('region')).toHaveTextContent('new a: 1');
    rerender(
      <FilesTab
        files={files.filter(({ path }) => !path.startsWith('values'))}
      />,
    );
    expect(
      screen.getByRole('region', { name: 'Text of README.md' }),
    ).toBeVisible();
  });
});
