/** A name of DNS or an IPv4 address; no pattern. */
const NAME = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i;

const IPV6 = /^[0-9a-f:]*:[0-9a-f:.]*$/i;

/** A path without a part that is a pattern to some controller of Ingresses. */
const PLAIN_PATH = /^\/[\w./~-]*$/;

const DEFAULT_PORTS = { http: 80, https: 443 };

/**
 * The URL to open an address with.
 *
 * @param port - that of the scheme when omitted
 * @param path - the root when omitted, or when it is a pattern
 * @returns undefined where the host is none, such as a pattern
 */
export function addressUrl(address: {
  scheme: 'http' | 'https';
  host: string;
  port?: number;
  path?: string;
}): string | undefined {
  const { scheme, host, port, path = '/' } = address;
  const isName = NAME.test(host);
  if (!isName && !IPV6.test(host)) {
    return undefined;
  }
  const authority = isName ? host : `[${host}]`;
  const suffix =
    port === undefined || port === DEFAULT_PORTS[scheme] ? '' : `:${port}`;
  return `${scheme}://${authority}${suffix}${
    PLAIN_PATH.test(path) ? path : '/'
  }`;
}
