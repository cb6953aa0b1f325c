import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { renderFields } from '../__testUtils__/renderSection';
import { NameStatus } from './NameStatus';

describe('NameStatus', () => {
  it.each([
    ['free', 'fresh', undefined, /^Free in the catalog/, 'good'],
    [
      'taken',
      'taken',
      undefined,
      /^The name is taken in the catalog, by component:default\/taken/,
      'bad',
    ],
    [
      'not known',
      'fresh',
      catalogApiMock.mock({
        getEntitiesByRefs: async () => {
          throw new Error('no route to host');
        },
      }),
      /not known whether the name is free.*\(no route to host\)/,
      'unknown',
    ],
  ])('says that a name is %s', async (_what, name, catalog, text, standing) => {
    renderFields(<NameStatus />, {
      draft: { name },
      apis: catalog && { catalog },
    });
    const line = await screen.findByText(text);
    expect(line.closest('[role=status]')).toHaveAttribute(
      'data-standing',
      standing,
    );
  });

  it('says nothing of what is no name', () => {
    renderFields(<NameStatus />, { draft: { name: 'No Name' } });
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});
