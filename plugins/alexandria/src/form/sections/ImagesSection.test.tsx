import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { least, renderSection } from '../__testUtils__/renderSection';

const digests = () => screen.getByRole('button', { name: /Pin by digest/ });

describe('ImagesSection', () => {
  it('opens the digests on demand', async () => {
    renderSection('images');
    expect(digests()).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(digests());
    expect(digests()).toHaveAttribute('aria-expanded', 'true');
  });

  it('does not hide a digest that is wrong', () => {
    renderSection('images', {
      draft: {
        ...least,
        environments: [
          { ...least.environments[0], imageDigests: { api: 'sha256:short' } },
        ],
      },
      isAttempted: true,
    });
    expect(digests()).toHaveAttribute('aria-expanded', 'true');
    expect(
      screen.getByRole('textbox', { name: 'API' }),
    ).toHaveAccessibleDescription(/must be a digest/i);
  });

  it('asks for a release in production', () => {
    renderSection('images', {
      draft: {
        ...least,
        environments: [{ name: 'prod', stage: 'production', host: 'a.io' }],
      },
      isAttempted: true,
    });
    expect(
      screen.getByRole('textbox', { name: 'Image tag' }),
    ).toHaveAccessibleDescription(/must be a release in production/i);
  });
});
