import {
  AddressStatus,
  Health,
  healthSchema,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentContext } from '../DeploymentContext';
import { healthOf } from '../health/objectHealth';
import { byText } from '../objects/byText';
import { KubernetesObject, referenceTo } from '../objects/KubernetesObject';
import {
  Json,
  integerAt,
  listAt,
  recordsAt,
  textAt,
  timestamp,
} from '../objects/read';
import { expiries } from '../secrets/certificates';
import { duration, quoted, withMessage } from '../texts';
import { lacksAddress } from './addresses';
import { addressUrl } from './addressUrl';
import { ingressesOf, routesOf, servicesOf } from './services';

/** What is known of an address before it is judged. */
type Found = Omit<AddressStatus, 'health' | 'sentence'> & {
  health: Health;
  /** Why it is not Healthy; empty when it is. */
  problem: string;
};

/** IP addresses and names that a controller has published for an Ingress or a Service. */
const published = ({ json }: KubernetesObject): string[] =>
  recordsAt(json, 'status', 'loadBalancer', 'ingress')
    .map(entry => textAt(entry, 'hostname') || textAt(entry, 'ip'))
    .filter(address => address !== '');

function publication(
  object: KubernetesObject,
  now: number,
): Pick<Found, 'loadBalancer' | 'health' | 'problem'> {
  const loadBalancer = published(object);
  if (loadBalancer.length > 0) {
    return { loadBalancer, health: 'Healthy', problem: '' };
  }
  return {
    loadBalancer,
    health: lacksAddress(object, now) ? 'Degraded' : 'Progressing',
    problem: `${object.kind} ${object.name} has no address yet`,
  };
}

const covers = (pattern: string, host: string) =>
  pattern === host ||
  (pattern.startsWith('*.') &&
    host.slice(host.indexOf('.') + 1) === pattern.slice(2));

function tlsOf(
  context: DeploymentContext,
  { json }: KubernetesObject,
  host: string,
): AddressStatus['tls'] {
  const entry = recordsAt(json, 'spec', 'tls').find(tls => {
    const hosts = listAt(tls, 'hosts').filter(
      (name): name is string => typeof name === 'string',
    );
    return hosts.length === 0 || hosts.some(pattern => covers(pattern, host));
  });
  if (entry === undefined) {
    return undefined;
  }
  const secret = textAt(entry, 'secretName');
  const ends = expiries(context)
    .filter(expiry => secret !== '' && expiry.secret === secret)
    .map(({ notAfter }) => notAfter);
  return {
    secret: secret || undefined,
    notAfter: ends.length === 0 ? undefined : timestamp(Math.min(...ends)),
  };
}

function ofIngress(
  context: DeploymentContext,
  ingress: KubernetesObject,
): Found[] {
  const names = new Set(servicesOf(context).map(({ name }) => name));
  const state = publication(ingress, context.now);
  const leadsHere = (json: Json) =>
    names.has(textAt(json, 'backend', 'service', 'name'));
  const rules = recordsAt(ingress.json, 'spec', 'rules')
    .map(rule => ({
      host: textAt(rule, 'host'),
      paths: recordsAt(rule, 'http', 'paths').filter(leadsHere),
    }))
    .filter(({ paths }) => paths.length > 0);
  // The default backend takes what no rule does, under any name.
  const all =
    rules.length > 0 ? rules : [{ host: '', paths: [{ path: '/' } as Json] }];
  return all.map(({ host, paths }) => {
    const tls = tlsOf(context, ingress, host);
    const shortest = paths
      .map(path => textAt(path, 'path') || '/')
      .sort((a, b) => a.length - b.length || byText(a, b))[0];
    const shown = host || (state.loadBalancer.at(0) ?? '');
    return {
      url: addressUrl({
        scheme: tls === undefined ? 'http' : 'https',
        host: shown,
        path: shortest,
      }),
      host: shown,
      source: referenceTo(ingress),
      tls,
      ...state,
    };
  });
}

/** Whether some parent of a route is a listener without TLS, by the names that people give it. */
const isPlain = ({ json }: KubernetesObject) =>
  recordsAt(json, 'spec', 'parentRefs').some(
    parent =>
      textAt(parent, 'sectionName') === 'http' ||
      integerAt(parent, 'port') === 80,
  );

function ofRoute(context: DeploymentContext, route: KubernetesObject): Found[] {
  const { health, reason, message } = healthOf(route, context.now);
  const isWell = health === 'Healthy';
  const hosts = listAt(route.json, 'spec', 'hostnames').filter(
    (host): host is string => typeof host === 'string',
  );
  const path = recordsAt(route.json, 'spec', 'rules')
    .flatMap(rule => recordsAt(rule, 'matches'))
    .map(match => textAt(match, 'path', 'value') || '/')
    .sort((a, b) => a.length - b.length || byText(a, b))
    .at(0);
  // Without a hostname the Gateway, which is not read, says for which names it is.
  return (hosts.length > 0 ? hosts : ['']).map(host => ({
    url: addressUrl({
      scheme: isPlain(route) ? 'http' : 'https',
      host,
      path,
    }),
    host,
    source: referenceTo(route),
    loadBalancer: [],
    tls: isPlain(route) ? undefined : {},
    health,
    problem: isWell ? '' : withMessage(reason, message).slice(0, -1),
  }));
}

function ofService(
  context: DeploymentContext,
  service: KubernetesObject,
): Found[] {
  if (textAt(service.json, 'spec', 'type') !== 'LoadBalancer') {
    return [];
  }
  const state = publication(service, context.now);
  const ports = recordsAt(service.json, 'spec', 'ports');
  // The chart calls it so; beside it there may be one for metrics.
  const chosen =
    ports.find(each => textAt(each, 'name') === 'http') ?? ports.at(0);
  const port = integerAt(chosen, 'port');
  const isSecure = port === 443;
  const hosts = state.loadBalancer.length > 0 ? state.loadBalancer : [''];
  return hosts.map(host => ({
    url: addressUrl({ scheme: isSecure ? 'https' : 'http', host, port }),
    host,
    source: referenceTo(service),
    tls: isSecure ? {} : undefined,
    ...state,
  }));
}

function judge(found: Found, now: number): AddressStatus {
  const { problem, ...address } = found;
  const notAfter = address.tls?.notAfter;
  const left = notAfter === undefined ? undefined : Date.parse(notAfter) - now;
  const name = address.url ?? (address.host || 'It');
  if (left !== undefined && left <= 0) {
    return {
      ...address,
      health: 'Degraded',
      sentence: `The certificate of ${quoted(name)} ended ${duration(
        -left,
      )} ago.`,
    };
  }
  if (problem !== '') {
    return { ...address, sentence: `${problem}.` };
  }
  const until =
    left === undefined ? '' : `; its certificate ends in ${duration(left)}`;
  return {
    ...address,
    sentence: `${quoted(name)} leads here through ${address.source.kind} ${
      address.source.name
    }${until}.`,
  };
}

const rank = (health: Health) => healthSchema.options.indexOf(health);

/** The addresses under which people reach a Deployment: those that can be opened first, and of these those that are well. */
export const describeAddresses = (
  context: DeploymentContext,
): AddressStatus[] =>
  [
    ...ingressesOf(context).flatMap(ingress => ofIngress(context, ingress)),
    ...routesOf(context).flatMap(route => ofRoute(context, route)),
    ...servicesOf(context).flatMap(service => ofService(context, service)),
  ]
    .map(found => judge(found, context.now))
    .sort(
      (a, b) =>
        Number(a.url === undefined) - Number(b.url === undefined) ||
        rank(a.health) - rank(b.health),
    );
