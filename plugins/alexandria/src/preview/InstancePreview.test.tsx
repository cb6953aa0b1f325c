import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithTexts } from './__testUtils__/renderWithTexts';
import { InstancePreview } from './InstancePreview';

describe('InstancePreview', () => {
  it('x', async () => {
    renderWithTexts(
        <InstancePreview answers={{ name: 'a', owner: 'group:default/b', environments: [{ name: 'dev', stage: 'development' }] }} />
    );
    screen.debug(undefined, 100000);
    await userEvent.click(screen.getByRole('tab', { name: /Files/ }));
    screen.debug(undefined, 100000);
  });
});
