import type { KubernetesObject } from '@alexandriaproject/alexandria-manifests';
import type { ApiClient, Answer, Asked } from '../kubernetes/ApiClient';
import {
  groupVersionOf,
  resources,
  type Resource,
} from '../kubernetes/objects/resources';

/** Who deploys, as the managed fields name it. */
const MANAGER = 'sandbox-deployer';

/** Which object is meant. */
export interface ObjectReference {
  kind: string;
  /** Absent for what belongs to the whole cluster. */
  namespace?: string;
  name: string;
}

const isOk = ({ status }: Answer) => status >= 200 && status < 300;

function pathOf(resource: Resource, { namespace, name }: ObjectReference) {
  const version = groupVersionOf(resource);
  const root = resource.group === '' ? `/api/${version}` : `/apis/${version}`;
  const place = resource.namespaced ? `/namespaces/${namespace}` : '';
  return `${root}${place}/${resource.resource}/${encodeURIComponent(name)}`;
}

/** Applies objects to a cluster over its API. */
export class ClusterClient {
  readonly #api: ApiClient;

  constructor(api: ApiClient) {
    this.#api = api;
  }

  /**
   * Server-side apply, over what others have written.
   *
   * @throws Error with what the API server says
   */
  async apply(object: KubernetesObject): Promise<void> {
    const { namespace, name } = object.metadata;
    await this.#must(
      object.kind,
      { kind: object.kind, namespace, name },
      path => ({
        method: 'PATCH',
        path: `${path}?fieldManager=${MANAGER}&force=true`,
        headers: { 'content-type': 'application/apply-patch+yaml' },
        body: object,
      }),
    );
  }

  /** The keys of a Secret; undefined when it is not there. */
  async secretKeys(
    namespace: string,
    name: string,
  ): Promise<string[] | undefined> {
    const resource = resources.find(({ kind }) => kind === 'Secret')!;
    const { status, body } = await this.#api.ask({
      path: pathOf(resource, { kind: 'Secret', namespace, name }),
    });
    return status === 200
      ? Object.keys((body as { data?: object }).data ?? {})
      : undefined;
  }

  /** Deletes an object; one that is gone already is fine. */
  async delete(reference: ObjectReference): Promise<void> {
    await this.#must(
      reference.kind,
      reference,
      path => ({ method: 'DELETE', path }),
      [404],
    );
  }

  async #must(
    kind: string,
    reference: ObjectReference,
    asked: (path: string) => Asked,
    fine: readonly number[] = [],
  ): Promise<void> {
    const resource = resources.find(each => each.kind === kind);
    if (!resource) {
      throw new Error(`the sample clusters do not serve the kind ${kind}`);
    }
    const answer = await this.#api.ask(asked(pathOf(resource, reference)));
    if (!isOk(answer) && !fine.includes(answer.status)) {
      const { message = '' } = answer.body as { message?: string };
      throw new Error(`${kind} ${reference.name}: ${answer.status} ${message}`);
    }
  }
}
