import { setMaxListeners } from 'node:events';
import type { WatchState } from '../WatchState';
import { Reflector } from '../Reflector';
import { contentsOf, ModelServer } from './ModelServer';
import { VirtualClock } from './VirtualClock';

/**
 * A reflector on a {@link ModelServer}, in time that passes as a test says.
 *
 * @param prepare - is given the server before it is first asked
 */
export function startReflector(prepare: (server: ModelServer) => void) {
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const clock = new VirtualClock();
  const server = new ModelServer(clock);
  prepare(server);
  const states: WatchState[] = [];
  const changed: string[] = [];
  const reflector = new Reflector<string>({
    type: { group: '', version: 'v1', resource: 'things', kind: 'Thing' },
    transport: server,
    project: ({ metadata }) => metadata.resourceVersion,
    onChange: changes => changed.push(...changes.map(({ key }) => key)),
    onState: state => states.push(state),
    clock,
    random: () => 0.5,
  });
  const ended = reflector.run(stop.signal);
  return {
    clock,
    server,
    reflector,
    /** Keys of what changed, in order. */
    changed,
    states,
    phases: () => states.map(({ phase }) => phase),
    /** What the reflector keeps, comparable with the server's `contents`. */
    contents: () =>
      contentsOf(
        [...reflector.cache.entries()].map(([key, { resourceVersion }]) => [
          key,
          resourceVersion,
        ]),
      ),
    stop: async () => {
      stop.abort();
      await ended;
    },
  };
}
