import { BrokenCase } from './BrokenCase';
import { side } from './parts';

export const brokenVolumes: BrokenCase[] = [
  {
    id: 'volume-reserved',
    values: {
      extraVolumes: [
        ...['data', 'run', 'etc-alexandria', 'config', 'nginx-config'],
        ...['tmp', 'mine', 'saml', 'token'],
      ].map(name => ({ name, emptyDir: {} })),
    },
  },
  {
    id: 'volume-repeated',
    values: {
      extraVolumes: [
        { name: 'ca', emptyDir: {} },
        { name: 'ca', emptyDir: {} },
      ],
    },
  },
  {
    id: 'mount-unknown-volume',
    values: {
      extraVolumeMounts: {
        api: [
          { name: 'data', mountPath: '/a' },
          { name: 'token', mountPath: '/b' },
        ],
        dashboard: [{ name: 'ca', mountPath: '/ca' }],
      },
      ...side({ volumeMounts: [{ name: 'ca', mountPath: '/ca' }, 'x', {}] }),
    },
  },
  {
    id: 'mount-path-reserved',
    values: {
      extraVolumeMounts: {
        api: [{ name: 'run', mountPath: '/etc/alexandria/saml//' }],
        orchestrator: [
          { name: 'run', mountPath: '/tmp/' },
          { name: 'run', mountPath: '/' },
        ],
        dashboard: [{ name: 'run', mountPath: '/etc/nginx/nginx.conf' }],
      },
    },
  },
  {
    id: 'mount-path-repeated',
    values: {
      extraVolumeMounts: {
        api: [
          { name: 'run', mountPath: '/a' },
          { name: 'data', mountPath: '/a' },
        ],
      },
      ...side({
        volumeMounts: [
          'x',
          { name: 'run', mountPath: '/a' },
          { name: 'data', mountPath: '/a' },
        ],
      }),
    },
  },
  {
    id: 'mount-path-repeated',
    values: side({
      volumeMounts: [
        { name: 'run', mountPath: '' },
        { name: 'run', mountPath: '' },
        { name: 'run', mountPath: 5 },
        { name: 'run', mountPath: 5 },
        { name: 'run' },
        { name: 'run' },
      ],
    }),
  },
  {
    id: 'volume-needs-one-source',
    values: {
      extraVolumes: [
        { name: 'none' },
        { name: 'two', emptyDir: {}, hostPath: { path: '/a' } },
        { name: 'one', emptyDir: {} },
      ],
    },
  },
];
