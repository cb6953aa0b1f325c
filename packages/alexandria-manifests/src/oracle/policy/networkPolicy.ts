import { Policy } from './Policy';
import { Labels, matches, nameOf, ofKind, podsOf, specOf } from './pods';

interface Port {
  port?: string | number;
  protocol?: string;
}

interface Peer {
  ipBlock?: { cidr: string; except?: string[] };
}

interface Spec {
  podSelector: { matchLabels?: Labels };
  policyTypes?: string[];
  ingress?: { from?: Peer[]; ports?: Port[] }[];
  egress?: { to?: Peer[]; ports?: Port[] }[];
}

const EVERYWHERE: Record<string, string> = {
  '0.0.0.0/0': '169.254.0.0/16',
  '::/0': 'fe80::/10',
};

const isDns = ({ port }: Port) => port === 53;

function wideOpen(peers: readonly Peer[]): string[] {
  return peers.flatMap(({ ipBlock }) => {
    const linkLocal = ipBlock && EVERYWHERE[ipBlock.cidr];
    return linkLocal && !ipBlock.except?.includes(linkLocal)
      ? [`lets out to ${linkLocal}, where clouds serve credentials`]
      : [];
  });
}

export const networkPolicy: Policy = {
  name: 'network-policy',
  what: 'A NetworkPolicy selects the pods of the Deployment, denies both directions by default, lets DNS out, and each other rule names peers and ports; the internet is never let out to without leaving out link-local addresses.',
  why: 'A rule without peers or ports admits everything, and a policy without DNS admits nothing that has a name.',
  source:
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  unless: {
    values: ({ networkPolicy: { additionalIngress, additionalEgress } }) =>
      additionalIngress.length + additionalEgress.length > 0,
    because:
      'additionalIngress and additionalEgress are the rules of a team, passed on as they are',
  },
  check: objects =>
    ofKind(objects, 'NetworkPolicy').flatMap(object => {
      const { podSelector, policyTypes, ingress, egress } =
        specOf<Spec>(object);
      const selector = podSelector.matchLabels ?? {};
      const pods = podsOf(objects).filter(({ labels }) =>
        matches(selector, labels),
      );
      const listening = pods.flatMap(({ spec }) =>
        spec.containers.flatMap(({ ports = [] }) =>
          ports.flatMap(({ name, containerPort }) => [name, containerPort]),
        ),
      );
      const dns = (egress ?? []).flatMap(({ ports = [] }) =>
        ports.filter(isDns).map(({ protocol }) => protocol),
      );
      const found = [
        ...(Object.keys(selector).length === 0 ? ['selects every pod'] : []),
        ...(pods.some(({ kind }) => kind === 'Deployment')
          ? []
          : ['selects no pod of the Deployment']),
        ...['Ingress', 'Egress']
          .filter(type => !policyTypes?.includes(type))
          .map(type => `does not restrict ${type}`),
        ...['UDP', 'TCP']
          .filter(protocol => !dns.includes(protocol))
          .map(protocol => `keeps DNS over ${protocol} in`),
        ...(ingress ?? []).flatMap(({ from = [], ports = [] }) => [
          ...(from.length === 0 ? ['lets anybody in'] : []),
          ...(ports.length === 0 ? ['lets in at any port'] : []),
          ...ports
            .filter(({ port }) => !listening.includes(port))
            .map(({ port }) => `lets in at ${port}, where nothing listens`),
        ]),
        ...(egress ?? []).flatMap(({ to = [], ports = [] }) => [
          ...(to.length === 0 && !(ports.length > 0 && ports.every(isDns))
            ? ['lets out to anywhere']
            : []),
          ...(ports.length === 0 ? ['lets out at any port'] : []),
          ...wideOpen(to),
        ]),
      ];
      return found.map(what => `${nameOf(object)} ${what}`);
    }),
};
