import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dev, three } from './__testUtils__/answers';
import { renderWithTexts } from '../parts/__testUtils__/renderWithTexts';
import { computePreview } from './computePreview';
import { PreviewTabs } from './PreviewTabs';

const tab = (name: RegExp) => screen.getByRole('tab', { name });
const complete = computePreview(three);

describe('PreviewTabs', () => {
  it('goes through the tabs by keyboard', async () => {
    const user = userEvent.setup();
    renderWithTexts(<PreviewTabs preview={complete} />);
    await user.tab();
    expect(tab(/Manifests/)).toHaveFocus();
    await user.keyboard('{ArrowRight}{Enter}');
    expect(
      screen.getByRole('treegrid', { name: 'Files of the repository' }),
    ).toBeVisible();
    await user.keyboard('{ArrowRight}{Enter}');
    expect(screen.getByText(/differences$/)).toBeVisible();
    await user.keyboard('{ArrowRight}{Enter}');
    expect(screen.getByRole('heading', { name: 'Must' })).toBeVisible();
    await user.keyboard('{ArrowRight}{Enter}');
    expect(screen.getByText('No problems')).toBeVisible();
  });

  it('counts the open points of the chosen environment', async () => {
    const user = userEvent.setup();
    renderWithTexts(<PreviewTabs preview={complete} />);
    const open = (name: string) =>
      complete
        .shown!.environment(name)
        .checklist()
        .filter(({ state }) => state === 'open').length;
    expect(tab(/Checklist/)).toHaveTextContent(`(${open('dev')} open)`);
    await user.click(screen.getByRole('button', { name: /Environment/ }));
    await user.click(screen.getByRole('option', { name: /^prod/ }));
    expect(tab(/Checklist/)).toHaveTextContent(`(${open('prod')} open)`);
    await user.click(tab(/Checklist/));
    expect(
      screen.getByRole('button', { name: /Environment/ }),
    ).toHaveTextContent('prod');
  });

  it('leads from the notice to the problems', async () => {
    const typing = computePreview({ environments: [{}, {}] }, complete);
    renderWithTexts(<PreviewTabs preview={typing} />);
    await userEvent.click(
      screen.getByRole('button', { name: /more problems$/ }),
    );
    expect(tab(/Problems/)).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByRole('tabpanel')).toHaveTextContent(
      'Environment 2 › Stage is required.',
    );
  });

  it('counts warnings among the problems', () => {
    const preview = computePreview({
      ...dev,
      environments: [
        { name: 'dev', stage: 'development', storage: { shared: true } },
      ],
    });
    renderWithTexts(<PreviewTabs preview={preview} />);
    expect(tab(/Problems/)).toHaveTextContent('Problems (1)');
  });

  it('writes the repository only when somebody looks at it', async () => {
    const preview = computePreview(dev);
    const files = jest.fn(preview.shown!.files);
    renderWithTexts(
      <PreviewTabs
        preview={{ ...preview, shown: { ...preview.shown!, files } }}
      />,
    );
    expect(files).not.toHaveBeenCalled();
    await userEvent.click(tab(/Files/));
    expect(files).toHaveBeenCalled();
  });
});
