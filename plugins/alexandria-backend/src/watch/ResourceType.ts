/** A kind of object, as the paths of the API name it. */
export interface ResourceType {
  /** Empty for the core group. */
  group: string;
  version: string;
  /** Plural and in lower case, for example `deployments`. */
  resource: string;
  kind: string;
}

/** The path of all objects of a kind, in one namespace or in all. */
export function listPath(
  { group, version, resource }: ResourceType,
  namespace?: string,
): string {
  const api = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
  return namespace === undefined
    ? `${api}/${resource}`
    : `${api}/namespaces/${encodeURIComponent(namespace)}/${resource}`;
}
