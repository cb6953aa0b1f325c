import { conditionOf } from '../objects/conditions';
import { isRecord, listAt, timeAt, valueAt } from '../objects/read';
import {
  degraded,
  HealthCheck,
  healthy,
  progressing,
  suspended,
} from './HealthCheck';

/** A Job as Argo CD reads it; a condition counts where its status is True. */
export const jobHealth: HealthCheck = ({ json }) => {
  const holds = (type: string) => {
    const condition = conditionOf(json, type);
    return condition?.status === 'True' ? condition : undefined;
  };
  const failure = holds('Failed');
  if (failure !== undefined) {
    return degraded(failure.reason || 'Failed', failure.message);
  }
  const complete = holds('Complete');
  if (complete !== undefined) {
    return healthy('Complete', complete.message);
  }
  const pause = holds('Suspended');
  if (pause !== undefined) {
    return suspended(pause.reason || 'Suspended', pause.message);
  }
  if (valueAt(json, 'spec', 'suspend') === true) {
    return suspended('Suspended', 'The Job is suspended');
  }
  return progressing('Running', 'The Job has not finished');
};

/**
 * A CronJob as Argo CD reads it. A suspended one is Healthy there, and here: it does what it is asked to. Without any
 * status it is Healthy as in kstatus.
 */
export const cronJobHealth: HealthCheck = ({ json }) => {
  if (valueAt(json, 'spec', 'suspend') === true) {
    return healthy('Suspended', 'The CronJob is suspended');
  }
  const scheduled = timeAt(json, 'status', 'lastScheduleTime');
  if (!isRecord(valueAt(json, 'status')) || scheduled === undefined) {
    return healthy('NotScheduled', 'It has not been due yet');
  }
  const succeeded = timeAt(json, 'status', 'lastSuccessfulTime');
  if (succeeded === undefined) {
    return healthy('NeverSucceeded', 'No run has succeeded yet');
  }
  if (listAt(json, 'status', 'active').length > 0) {
    return healthy('Running', 'A run is in progress');
  }
  return succeeded < scheduled
    ? degraded('LastRunFailed', 'The last run did not succeed')
    : healthy('LastRunSucceeded', 'The last run succeeded');
};
