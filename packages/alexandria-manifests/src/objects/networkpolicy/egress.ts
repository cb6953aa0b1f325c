import {
  databaseSource,
  oidcProviders,
  samlProviders,
} from '../../values/facts';
import { Values } from '../../values/valuesSchema';
import { RenderContext } from '../context';
import { Destination, destinations } from './destinations';

const anywhere = [
  // Link-local addresses are where clouds serve credentials to whoever asks.
  { ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.0.0/16'] } },
  { ipBlock: { cidr: '::/0', except: ['fe80::/10'] } },
];

const dns = {
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ],
};

function peers({ kind, where }: Destination): unknown[] {
  switch (kind) {
    case 'address':
      return [{ ipBlock: { cidr: where } }];
    case 'namespace':
      return [
        {
          namespaceSelector: {
            matchLabels: { 'kubernetes.io/metadata.name': where },
          },
        },
      ];
    case 'own':
      return [{ podSelector: {} }];
    default:
      return anywhere;
  }
}

/** Everything that the values name a URL of. */
function urls(values: Values): string[] {
  return [
    ...values.llmBackends.map(({ url }) => url),
    ...oidcProviders(values).map(({ issuer }) => issuer),
    ...samlProviders(values).map(({ metadata_url }) => metadata_url),
    ...(values.otel.enabled ? [values.otel.endpoint] : []),
  ];
}

function postgres(values: Values): Destination[] {
  const { cidr, port } = values.networkPolicy.postgres;
  if (databaseSource(values) === 'sqlite') {
    return [];
  }
  return cidr === ''
    ? destinations(values.config.database.url)
    : [{ kind: 'address', where: cidr, port }];
}

/** DNS, and each place that the instance talks to once, with its port. */
export function egress({ values }: RenderContext): unknown[] {
  const all = [...urls(values).flatMap(destinations), ...postgres(values)];
  const once = new Map(
    all.map(each => [`${each.kind} ${each.where} ${each.port}`, each]),
  );
  return [
    dns,
    ...[...once.values()].map(each => ({
      to: peers(each),
      ports: [{ protocol: 'TCP', port: each.port }],
    })),
    ...values.networkPolicy.additionalEgress,
  ];
}
