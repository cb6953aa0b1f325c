import { screen } from '@testing-library/react';
import { renderWithTexts } from '../../parts/__testUtils__/renderWithTexts';
import { Remedy } from './Remedy';

describe('Remedy', () => {
  it('has each command in a line of its own, and the words between them as steps', () => {
    renderWithTexts(
      <Remedy remedy="kubectl get pvc -n a; check the class (kubectl get storageclass) and persistence.size in the values" />,
    );
    expect(
      [...document.querySelectorAll('code')].map(
        ({ textContent }) => textContent,
      ),
    ).toEqual(['kubectl get pvc -n a', 'kubectl get storageclass']);
    expect(screen.getByText('Check the class')).toBeVisible();
    expect(
      screen.getByText('And persistence.size in the values'),
    ).toBeVisible();
  });

  it('leaves the path of a value as it is', () => {
    renderWithTexts(<Remedy remedy="autoscaling.maxReplicas: raise it" />);
    expect(screen.getByText('autoscaling.maxReplicas: raise it')).toBeVisible();
  });
});
