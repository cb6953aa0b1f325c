import { builtInRule } from '../builtInRule';
import { deployedChart, isBefore } from './chartVersions';

/** Helm deployed an older chart than the portal makes repositories with. */
export const chartBehind = builtInRule(
  'ChartBehind',
  function* check({ chartVersion, deployment, reference }) {
    const deployed = deployedChart(deployment.json);
    if (
      chartVersion !== undefined &&
      deployed !== undefined &&
      isBefore(deployed, chartVersion)
    ) {
      yield {
        object: reference,
        title: `${deployment.name} is deployed from chart ${deployed}, and there is ${chartVersion}`,
        cause: `The label helm.sh/chart says version ${deployed}; the portal generates repositories with version ${chartVersion}.`,
        remedy:
          'Take the newer chart into the repository, read what it changes, and deploy it.',
      };
    }
  },
);
