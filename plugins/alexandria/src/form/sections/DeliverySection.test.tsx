import { screen } from '@testing-library/react';
import { hostSays } from '../__testUtils__/formApis';
import { renderSection } from '../__testUtils__/renderSection';

const repoUrl = 'git.example.com?owner=acme&repo=a';

describe('DeliverySection', () => {
  it.each([
    [
      'free',
      hostSays({}),
      /^Free: https:\/\/git\.example\.com\/acme\/a/,
      'good',
    ],
    [
      'taken',
      hostSays({ status: 'taken' }),
      /^The repository is taken: https:\/\/git\.example\.com\/acme\/a/,
      'bad',
    ],
    [
      'not known to the host',
      hostSays({ status: 'unknown', reason: 'The host answered 503.' }),
      /not known .*\(The host answered 503\.\)/,
      'unknown',
    ],
    [
      'not to be asked for',
      hostSays(new Error('Failed to fetch')),
      /not known .*\(Failed to fetch\)/,
      'unknown',
    ],
  ])(
    'says that a repository is %s',
    async (_what, alexandria, text, standing) => {
      renderSection('delivery', { repoUrl, apis: { alexandria } });
      const line = await screen.findByText(text);
      expect(line.closest('[role=status]')).toHaveAttribute(
        'data-standing',
        standing,
      );
      expect(alexandria.getRepositoryAvailability).toHaveBeenCalledWith(
        { repoUrl },
        { signal: expect.any(AbortSignal) },
      );
    },
  );

  it('waits until a repository is chosen', () => {
    const alexandria = hostSays({});
    renderSection('delivery', { apis: { alexandria } });
    expect(screen.getByText(/^Choose the repository below/)).toBeVisible();
    expect(alexandria.getRepositoryAvailability).not.toHaveBeenCalled();
  });
});
