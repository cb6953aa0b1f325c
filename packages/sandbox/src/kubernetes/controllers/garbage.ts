import type { KubernetesObject } from '../objects/KubernetesObject';
import { resources } from '../objects/resources';
import type { Control, Controller } from './Control';

const MANAGER = 'kube-controller-manager';

/** How long events are kept, in milliseconds: `--event-ttl`. */
const EVENT_TTL_MS = 60 * 60_000;

/** The garbage collector: what belongs to something that is gone goes too. */
export const garbageCollector: Controller = control => {
  const everything = resources.flatMap(each => control.list(each.kind));
  const uids = new Set(everything.map(({ metadata }) => metadata.uid));
  for (const object of everything) {
    const { ownerReferences = [] } = object.metadata;
    if (
      ownerReferences.length > 0 &&
      ownerReferences.every(({ uid }) => !uids.has(uid))
    ) {
      control.delete(object);
    }
  }
};

function end(control: Control, namespace: KubernetesObject) {
  const { name } = namespace.metadata;
  for (const { kind, namespaced } of resources) {
    if (namespaced) {
      control.list(kind, name).forEach(object => control.remove(object));
    }
  }
  control.remove(namespace);
}

/** The namespace controller and that of service accounts: what is in a namespace goes with it, and each has an account. */
export const namespaces: Controller = control => {
  for (const namespace of control.list('Namespace')) {
    const { name, deletionTimestamp } = namespace.metadata;
    if (deletionTimestamp !== undefined) {
      end(control, namespace);
    } else if (!control.find('ServiceAccount', name, 'default')) {
      control.create(
        {
          apiVersion: 'v1',
          kind: 'ServiceAccount',
          metadata: { name: 'default', namespace: name },
        },
        MANAGER,
      );
    }
  }
};

/** What happened long ago is forgotten. */
export const eventTtl: Controller = control => {
  for (const event of control.list('Event')) {
    if (control.now - Date.parse(String(event.lastTimestamp)) > EVENT_TTL_MS) {
      control.delete(event);
    }
  }
};
