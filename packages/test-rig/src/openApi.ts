import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached, findCached } from './cache';
import { goModule, unavailableWithoutGo } from './goModule';
import { progress } from './progress';
import { ToolSource } from './Tool';

/** The OpenAPI 2.0 document that a release of Kubernetes publishes of its API, as a file. */
export interface OpenApi {
  /** Of Kubernetes, without a leading `v`. */
  version: string;
  /** Absolute; JSON of about 4 MB. */
  path: string;
}

const kubernetes = 'k8s.io/kubernetes';

/** @param folder - under `go/`, whose go.mod names the release and whose go.sum its hash */
function openApiSource(folder: string): ToolSource<OpenApi> {
  const pinned = goModule(folder);
  const version = pinned.version(kubernetes);
  const key = `openapi-${version}`;
  const name = `the OpenAPI of Kubernetes ${version}`;
  const inFolder = (cache: string): OpenApi => ({
    version,
    path: join(cache, 'swagger.json'),
  });
  return {
    name,
    find() {
      const cache = findCached(key);
      return cache ? inFolder(cache) : undefined;
    },
    async obtain() {
      try {
        return inFolder(
          await cached(key, cache =>
            progress(`Fetching ${name}`, 'first run only, 30 MB', async () => {
              const { stdout } = await pinned.go([
                ...['mod', 'download', '-json', kubernetes],
              ]);
              const { Dir } = JSON.parse(stdout) as { Dir: string };
              await copyFile(
                join(Dir, 'api', 'openapi-spec', 'swagger.json'),
                join(cache, 'swagger.json'),
              );
            }),
          ),
        );
      } catch (error) {
        throw unavailableWithoutGo(name, error);
      }
    },
  };
}

/** By which end of the range of supported releases they describe; the newest is the release of `startControlPlane`. */
export const openApiSources = {
  oldest: openApiSource('kubernetes-oldest'),
  newest: openApiSource('kubernetes'),
};

/**
 * The OpenAPI of the oldest or the newest supported release of Kubernetes, fetched on first use.
 *
 * @throws ToolUnavailable when it cannot be had
 */
export function openApi(which: 'oldest' | 'newest'): Promise<OpenApi> {
  return openApiSources[which].obtain();
}
