import { fleetDeployment } from '../__fixtures__/fleet';
import { fleetHref } from './fleetHref';

describe('fleetHref', () => {
  it('is the page of the instance, with the Deployment chosen', () => {
    expect(fleetHref(fleetDeployment({ cluster: 'a/b&c' }), '/e')).toBe(
      '/e/alexandria?deployment=a%2Fb%26c%2Fassistant-prod%2Falexandria',
    );
  });

  it('is the page of the instance where no Deployment is known', () => {
    const of = fleetDeployment({
      ...{ cluster: undefined, namespace: undefined, name: undefined },
    });
    expect(fleetHref(of, '/e')).toBe('/e/alexandria');
  });
});
