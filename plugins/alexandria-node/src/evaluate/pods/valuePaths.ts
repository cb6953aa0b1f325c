const COMPONENTS = new Set(['api', 'orchestrator', 'dashboard']);

/** Init containers use the image of the orchestrator. */
const componentOf = (container: string) =>
  COMPONENTS.has(container) ? container : 'orchestrator';

const isOurs = (container: string) =>
  COMPONENTS.has(container) ||
  container === 'config-init' ||
  container.startsWith('llm-init-');

/** Where the values name the image of a container. */
export const imageValue = (container: string) =>
  isOurs(container)
    ? `image.${componentOf(container)}`
    : `the image of ${container}`;

/** Where the values say what a container may use. */
export const resourcesValue = (container: string) =>
  COMPONENTS.has(container)
    ? `resources.${container}`
    : `the resources of ${container}`;
