import { autoscaler } from './autoscaler';
import { disruptionBudget } from './disruptionBudget';
import { hostAccess } from './hostAccess';
import { images } from './images';
import { labels } from './labels';
import { names } from './names';
import { networkPolicy } from './networkPolicy';
import { Policy } from './Policy';
import { ports } from './ports';
import { probes } from './probes';
import { references } from './references';
import { resources } from './resources';
import { securityContext } from './securityContext';
import { selectors } from './selectors';
import { serviceAccountToken } from './serviceAccountToken';
import { volumes } from './volumes';

/** What everything that is rendered keeps to. */
export const policies: readonly Policy[] = [
  autoscaler,
  disruptionBudget,
  hostAccess,
  images,
  labels,
  names,
  networkPolicy,
  ports,
  probes,
  references,
  resources,
  securityContext,
  selectors,
  serviceAccountToken,
  volumes,
];
