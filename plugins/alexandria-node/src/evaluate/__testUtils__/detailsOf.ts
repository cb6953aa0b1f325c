import type { DeploymentDetails } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { describeDeployment } from '../describeDeployment';
import { NOW } from './objects';
import type { Given } from './ruleCases';

/** The details of the Deployment of a case. */
export function detailsOf(given: Given): DeploymentDetails {
  const details = describeDeployment(
    {
      objects: [],
      now: NOW,
      ...(Array.isArray(given) ? { objects: given } : given),
    },
    { namespace: 'library', name: 'alexandria' },
  );
  if (details === undefined) {
    throw new Error('A case is about the Deployment alexandria');
  }
  return details;
}
