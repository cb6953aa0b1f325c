import { reserved } from '../reserved';
import { CONTAINERS, inContainers, textOf } from './containerFields';
import { at, Guard, repeated } from './Guard';

export const volumeGuards: Guard[] = [
  {
    id: 'volume-reserved',
    message: 'is a volume of the chart itself',
    remedy: 'Choose another name',
    reads: ['extraVolumes'],
    check: ({ extraVolumes }) =>
      extraVolumes.flatMap(({ name }, index) =>
        at(
          `extraVolumes[${index}].name`,
          [...reserved.sharedVolumes, ...reserved.volumes].some(
            own => own === name,
          ),
        ),
      ),
  },
  {
    id: 'volume-repeated',
    message: 'is the name of an earlier volume too',
    remedy: 'Give each volume its own name',
    reads: ['extraVolumes'],
    check: ({ extraVolumes }) =>
      repeated(extraVolumes, volume => volume.name).map(
        index => `extraVolumes[${index}].name`,
      ),
  },
  {
    id: 'volume-needs-one-source',
    message: 'must have exactly one source beside its name',
    remedy: 'Write one, for example emptyDir: {}',
    reads: ['extraVolumes'],
    check: ({ extraVolumes }) =>
      extraVolumes.flatMap((volume, index) =>
        at(`extraVolumes[${index}]`, Object.keys(volume).length !== 2),
      ),
  },
  {
    id: 'mount-unknown-volume',
    message: 'names no volume of extraVolumes',
    remedy:
      'Add the volume to extraVolumes, or name data, run or etc-alexandria',
    reads: ['extraVolumes', 'extraVolumeMounts', 'extraContainers'],
    check: values => {
      const known: string[] = [
        ...reserved.sharedVolumes,
        ...values.extraVolumes.map(volume => volume.name),
      ];
      const unknown = (path: string, names: (string | undefined)[]) =>
        names.flatMap((name, index) =>
          at(
            `${path}[${index}].name`,
            name !== undefined && !known.includes(name),
          ),
        );
      return [
        ...CONTAINERS.flatMap(container =>
          unknown(
            `extraVolumeMounts.${container}`,
            values.extraVolumeMounts[container].map(mount => mount.name),
          ),
        ),
        ...inContainers(values, 'volumeMounts').flatMap(([path, mounts]) =>
          unknown(
            path,
            mounts.map(mount => textOf(mount.name)),
          ),
        ),
      ];
    },
  },
  {
    id: 'mount-path-reserved',
    message: 'is where the chart mounts something itself',
    remedy: 'Choose another path',
    reads: ['extraVolumeMounts'],
    check: values =>
      CONTAINERS.flatMap(container =>
        values.extraVolumeMounts[container].flatMap(({ mountPath }, index) =>
          at(
            `extraVolumeMounts.${container}[${index}].mountPath`,
            reserved.mountPaths.some(
              own => own === mountPath.replace(/\/+$/, ''),
            ),
          ),
        ),
      ),
  },
  {
    id: 'mount-path-repeated',
    message: 'is the path of an earlier mount too',
    remedy: 'Mount each volume at its own path',
    reads: ['extraVolumeMounts', 'extraContainers'],
    check: values => [
      ...CONTAINERS.flatMap(container =>
        repeated(
          values.extraVolumeMounts[container],
          mount => mount.mountPath,
        ).map(index => `extraVolumeMounts.${container}[${index}].mountPath`),
      ),
      ...inContainers(values, 'volumeMounts').flatMap(([path, mounts]) =>
        repeated(mounts, mount => textOf(mount.mountPath)).map(
          index => `${path}[${index}].mountPath`,
        ),
      ),
    ],
  },
];
