import { ipv4 } from '../../values/model/patterns';

/** Where traffic goes, as far as a name tells. */
export interface Destination {
  /** `own` is the instance's namespace, `anywhere` an address outside of the cluster that only DNS knows. */
  kind: 'address' | 'namespace' | 'own' | 'anywhere';
  /** A range for `address`, a name for `namespace`, else nothing. */
  where: string;
  port: number;
}

const AUTHORITY = /^([A-Za-z]+):\/\/([^/?#]*@)?([^/?#]*)/;
const HOST = /^(\[[^\]]*\]|[^:]*)(:([0-9]+))?/;
const LOOPBACK = /^(localhost|127\..*|\[::1\])$/;
const IPV4 = new RegExp(`^${ipv4}$`);
/** A Service, or a pod behind one. */
const IN_CLUSTER = /^([^.]+\.)+([^.]+)\.svc(\..*)?$/;
const DEFAULT_PORTS: Record<string, number> = {
  https: 443,
  http: 80,
  postgres: 5432,
  postgresql: 5432,
};

function destination(host: string, port: number): Destination[] {
  if (host === '' || LOOPBACK.test(host)) {
    return [];
  }
  if (IPV4.test(host)) {
    return [{ kind: 'address', where: `${host}/32`, port }];
  }
  const [, , namespace] = IN_CLUSTER.exec(host) ?? [];
  if (namespace !== undefined) {
    return [{ kind: 'namespace', where: namespace, port }];
  }
  return /[.:]/.test(host)
    ? [{ kind: 'anywhere', where: '', port }]
    : [{ kind: 'own', where: '', port }];
}

/**
 * Where a URL leads: a `*.<namespace>.svc` name to that namespace, a bare name to the instance's own, an IPv4 address to
 * itself, every other name anywhere. A Postgres URL may name several hosts. Loopback needs no rule.
 */
export function destinations(url: string): Destination[] {
  const [, scheme, , hosts] = AUTHORITY.exec(url) ?? [];
  return (hosts ?? '').split(',').flatMap(entry => {
    const [, host, , port] = HOST.exec(entry) ?? [];
    return destination(
      host.toLowerCase(),
      port === undefined ? DEFAULT_PORTS[scheme.toLowerCase()] : Number(port),
    );
  });
}
