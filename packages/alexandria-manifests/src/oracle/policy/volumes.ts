import { Policy } from './Policy';
import { containersOf, podsOf } from './pods';

export const volumes: Policy = {
  name: 'volumes',
  what: 'Every mount is of a volume of the pod, every volume is mounted, and no two mounts of a container have one path.',
  why: 'A mount without a volume keeps the pod from being made; a volume without a mount is left over from something.',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  unless: {
    values: ({ extraVolumes, extraContainers, extraVolumeMounts }) =>
      extraVolumes.length + extraContainers.length > 0 ||
      Object.values(extraVolumeMounts).some(({ length }) => length > 0),
    because: 'extra volumes and mounts are a team’s own',
  },
  check: objects =>
    podsOf(objects).flatMap(pod => {
      const names = (pod.spec.volumes ?? []).map(({ name }) => name);
      const containers = containersOf(pod);
      const mounted = containers.flatMap(({ container }) =>
        (container.volumeMounts ?? []).map(({ name }) => name),
      );
      return [
        ...names
          .filter(name => !mounted.includes(name))
          .map(name => `${pod.owner} mounts ${name} nowhere`),
        ...containers.flatMap(({ where, container: { volumeMounts = [] } }) => {
          const paths = volumeMounts.map(({ mountPath }) => mountPath);
          return [
            ...volumeMounts
              .filter(({ name }) => !names.includes(name))
              .map(({ name }) => `${where} mounts ${name}, which is not there`),
            ...paths
              .filter((path, index) => paths.indexOf(path) !== index)
              .map(path => `${where} mounts twice at ${path}`),
          ];
        }),
      ];
    }),
};
