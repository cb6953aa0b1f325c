import { Policy } from './Policy';
import { containersOf, podsOf } from './pods';

export const resources: Policy = {
  name: 'resources',
  what: 'Every container, those of init, hooks and tests too, requests CPU and memory and has a limit of memory.',
  why: 'The scheduler places by requests, and one container without a limit of memory can take a node down.',
  source:
    'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  unless: {
    values: values =>
      values.extraContainers.length > 0 ||
      Object.values(values.resources).some(
        ({ requests, limits }) =>
          requests?.cpu === undefined ||
          requests.memory === undefined ||
          limits?.memory === undefined,
      ),
    because:
      'extra containers bring their own, and a team may take requests and limits away',
  },
  check: objects =>
    podsOf(objects)
      .flatMap(containersOf)
      .flatMap(({ where, container: { resources: own } }) => [
        ...['cpu', 'memory']
          .filter(name => own?.requests?.[name] === undefined)
          .map(name => `${where} requests no ${name}`),
        ...(own?.limits?.memory === undefined
          ? [`${where} has no limit of memory`]
          : []),
      ]),
};
