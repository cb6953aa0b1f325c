import { ipv4 } from '../../values/model/patterns';

/** Where traffic goes, as far as a name tells. */
export interface Destination {
  /** `own` is the instance's namespace, `anywhere` an address outside of the cluster that only DNS knows. */
  kind: 'address' | 'namespace' | 'own' | 'anywhere';
  /** A range for `address`, a name for `namespace`, else nothing. */
  where: string;
  port: number;
}

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
  if (LOOPBACK.test(host)) {
    return [];
  }
  if (IPV4.test(host)) {
    return [{ kind: 'address', where: `${host}/32`, port }];
  }
  const namespace = IN_CLUSTER.exec(host)?.[2];
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
 *
 * @param url - as the values model takes one
 */
export function destinations(url: string): Destination[] {
  const colon = url.indexOf('://');
  const scheme = url.slice(0, colon);
  const [authority] = url.slice(colon + 3).split(/[/?#]/);
  const hosts = authority.slice(authority.lastIndexOf('@') + 1);
  return hosts.split(',').flatMap(entry => {
    const host = entry.replace(/(\[[^\]]*\]|[^:]*).*/, '$1').toLowerCase();
    const port = /:([0-9]+)$/.exec(entry)?.[1] ?? DEFAULT_PORTS[scheme];
    return destination(host, Number(port));
  });
}
