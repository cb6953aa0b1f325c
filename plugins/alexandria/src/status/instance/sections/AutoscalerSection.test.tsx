import { screen } from '@testing-library/react';
import { FixtureApi } from '../../__fixtures__/FixtureApi';
import { statusFixtures } from '../../__fixtures__/states';
import { renderStatus } from '../../__testUtils__/renderStatus';
import { AutoscalerSection } from './AutoscalerSection';

const MINUTE = 60_000;
const now = new Date();
const { entity } = statusFixtures(now).warnings;
const api = new FixtureApi(now);

const ago = (minutes: number) =>
  new Date(now.getTime() - minutes * MINUTE).toISOString();

const READ = { at: ago(47), to: 4, reason: 'cpu above target' };

describe('AutoscalerSection', () => {
  it.each([
    ['what it did', ago(47), [READ], /to 4 replicas: cpu above target/],
    ['that nobody knows what', ago(50), [], /have not been read yet/],
    ['that it did nothing lately', ago(70), [], /^None in the last hour/],
    ['that it never did anything', undefined, [], /^None in the last hour/],
  ])('says %s', async (_, lastScaleTime, recentScaling, text) => {
    const details = await api.getDeploymentDetails({
      entityRef: 'component:default/warnings',
      ...{ cluster: 'eu-west', namespace: 'assistant-prod' },
      name: 'alexandria',
    });
    const autoscaler = { ...details.autoscaler!, lastScaleTime, recentScaling };
    renderStatus(<AutoscalerSection details={{ ...details, autoscaler }} />, {
      ...{ entity, api },
    });
    expect(screen.getByText(text)).toBeVisible();
  });
});
