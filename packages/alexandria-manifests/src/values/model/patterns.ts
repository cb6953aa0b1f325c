/**
 * Regular expressions of the values model, in the subset that JavaScript and RE2 read alike: no lookaround, no back
 * reference. Helm compiles them with Go's regexp.
 *
 * Kubernetes' rules are those of k8s.io/apimachinery/pkg/util/validation; image references those of
 * github.com/distribution/reference.
 */

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
/** A domain whose last part is no number, so that an IPv4 address is none. */
const DOMAIN = `(${LABEL}\\.)*[a-z]([-a-z0-9]*[a-z0-9])?`;
/** Nothing, or a port up to 65535. */
const PORT =
  '(:(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[1-9][0-9]{0,3}))?';
const optional = (source: string) => new RegExp(`^(${source})?$`);
const whole = (source: string) => new RegExp(`^${source}$`);
/** Host of a URL: a name, an IPv4 address or a bracketed IPv6 address; never with a user or password. */
const URL_HOST = `([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\])`;
const IPV4_PART = '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';
/** Source of an IPv4 address. */
export const ipv4 = `(${IPV4_PART}\\.){3}${IPV4_PART}`;
const H16 = '[0-9a-fA-F]{1,4}';
/** The groups with `::` at each of the places where it can stand. */
const IPV6 = `((${H16}:){7}${H16}|(${H16}:){1,7}:|:(:${H16}){1,7}|::|${[
  1, 2, 3, 4, 5, 6,
]
  .map(before => `(${H16}:){1,${before}}(:${H16}){1,${7 - before}}`)
  .join('|')})`;

export const dnsLabel = whole(LABEL);
export const optionalDnsLabel = optional(LABEL);
/** A DNS label that begins with a letter, which is what the name of a Service must be. */
export const optionalServiceName = optional('[a-z]([-a-z0-9]*[a-z0-9])?');
export const dnsSubdomain = whole(`${LABEL}(\\.${LABEL})*`);
export const optionalDnsSubdomain = optional(`${LABEL}(\\.${LABEL})*`);
export const optionalDomain = optional(DOMAIN);
/** A host of an Ingress: a domain, or a wildcard of one. */
export const hostname = whole(`(\\*\\.)?${DOMAIN}`);
/** An https origin, or an http origin of localhost. */
export const optionalOrigin = optional(
  `https://${DOMAIN}${PORT}|http://localhost${PORT}`,
);
export const ipAddress = whole(`(${ipv4}|${IPV6})`);
export const optionalCidr = optional(
  `${ipv4}/(3[0-2]|[12]?[0-9])|${IPV6}/(12[0-8]|1[01][0-9]|[1-9]?[0-9])`,
);
/** Space in ASCII, part of a class. `\s` would be that to Go alone, and without the vertical tab. */
const SPACE = '\\x09-\\x0d ';
export const httpUrl = whole(
  `https?://${URL_HOST}${PORT}(/[^${SPACE}?#@]*)?(\\?[^${SPACE}#@]*)?`,
);
export const httpUrlWithoutQuery = whole(
  `https?://${URL_HOST}${PORT}(/[^${SPACE}?#@]*)?`,
);
/** The rest of the name, so that what follows a host's colon is a port. */
const POSTGRES_HOST = `(\\[[^${SPACE}/?#@\\]]*\\]|[^${SPACE}/?#@:,\\[\\]]+)${PORT}`;
export const postgresUrl = optional(
  `postgres(ql)?://([^${SPACE}/?#]*@)?${POSTGRES_HOST}(,${POSTGRES_HOST})*(/[^${SPACE}]*)?`,
);
/** A URL path without characters that nginx, TOML or a ServiceMonitor would read as more. */
export const urlPath = whole('/[A-Za-z0-9._~/-]*');
/** A path in a container; Kubernetes refuses a colon in it. */
export const absolutePath = whole('/[^:\\x00-\\x1f]*');
/** A path of an Ingress, in plain segments: Kubernetes refuses `//`, `/./`, `/../` and `%2f`. */
export const ingressPath = whole(
  "(/|(/\\.?[A-Za-z0-9_~!$&'()*+,;=:@-][A-Za-z0-9._~!$&'()*+,;=:@-]*)+/?)",
);

export const imageRepository = whole(
  '([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?(:[0-9]+)?/)?[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*',
);
export const optionalImageRepository = optional(
  imageRepository.source.slice(1, -1),
);
export const optionalImageTag = optional('[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}');
export const optionalImageDigest = optional(
  'sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128}',
);
/** A release tag: v1.2.3 or 1.2.3, with an optional pre-release. */
export const releaseTag =
  /^v?(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?$/;

/** What a claim asks for: more than nothing, in whole bytes. */
export const storageSize = whole(
  '(0*[1-9][0-9]*(k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?|[0-9]*[1-9][0-9]*\\.[0-9]+(k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)|0+\\.0*[1-9][0-9]*(k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei))',
);
export const quantity = whole(
  '[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?',
);
/** time.ParseDuration without a sign. */
export const goDuration = whole('([0-9]+(\\.[0-9]+)?(ns|us|ms|s|m|h))+');
/** Prometheus' notation, years to milliseconds in that order. Needs a minimum length of one. */
export const prometheusDuration = whole(
  '([0-9]+y)?([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?',
);
/** What fits into 64 bits in bytes, as nginx counts them. */
export const nginxSize = whole('([0-9]{1,15}|[0-9]{1,9}[kKmMgG])');

export const labelKey = whole(
  `(${LABEL}(\\.${LABEL})*/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?`,
);
/** A resource that a container can ask for; everything but the standard ones has a domain. */
export const resourceName = whole(
  `(cpu|memory|ephemeral-storage|hugepages-[1-9][0-9]*[KMG]i|${LABEL}(\\.${LABEL})*/[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)`,
);
export const labelValue = optional(
  '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?',
);
/** Names of environment variables that every shell and libc takes. */
export const envName = whole('[A-Za-z_][A-Za-z0-9_]*');
/** Neither `.` nor anything that begins with `..`. */
export const secretKey = whole('\\.?[-_A-Za-z0-9][-._A-Za-z0-9]*');
/** A bare TOML key. */
export const tomlKey = whole('[A-Za-z0-9_-]+');
/** Printable ASCII without the quote, backslash and dollar that nginx reads as more inside a quoted string. */
export const csp = whole('[ !#%-\\[\\]-~]*');
/** Text without control characters. */
export const oneLine = whole('[^\\x00-\\x1f\\x7f]*');
/** Text without control characters other than tab and newline. */
export const plainText = whole('[^\\x00-\\x08\\x0b-\\x1f\\x7f]*');
/** A key or path in an external store of secrets. */
export const storeKey = whole(`[^${SPACE}\\x00-\\x1f\\x7f]*`);
/** `50%`. */
export const percentage = whole('(100|[1-9]?[0-9])%');
