/**
 * What `chart/Chart.yaml` says of the chart.
 *
 * @public
 */
export const CHART = {
  name: 'alexandria-ee',
  version: '0.1.0',
  appVersion: 'latest',
} as const;
