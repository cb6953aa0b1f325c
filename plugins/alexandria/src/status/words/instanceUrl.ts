/** Query parameters of the page of an instance. */
export const DEPLOYMENT = 'deployment';
export const OPEN = 'open';

/** The page of an instance, with one of its Deployments chosen. */
export function deploymentHref(page: string, key: string): string {
  return `${page}?${new URLSearchParams({ [DEPLOYMENT]: key })}`;
}
