import type {
  AlexandriaApi,
  InstanceRepository,
} from '@alexandriaproject/backstage-plugin-alexandria-common';

/** The repository that a form works on, so that it is not read again on every page. */
interface Memory {
  entityRef: string;
  repository: Promise<InstanceRepository>;
}

const memories = new WeakMap<AlexandriaApi, Memory>();

/** Forgets what was read: the next form starts from the repository as it is then. */
export function forgetRepository(api: AlexandriaApi) {
  memories.delete(api);
}

/** Reads the repository of an instance, once for a form; what failed is read again. */
export function rememberedRepository(
  api: AlexandriaApi,
  entityRef: string,
): Promise<InstanceRepository> {
  const known = memories.get(api);
  if (known?.entityRef === entityRef) {
    return known.repository;
  }
  const repository = api.getInstanceRepository({ entityRef });
  const memory = { entityRef, repository };
  memories.set(api, memory);
  repository.catch(() => {
    if (memories.get(api) === memory) {
      memories.delete(api);
    }
  });
  return repository;
}
