import { get as getOverHttp } from 'node:http';
import { get as getOverHttps } from 'node:https';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';

/** How long the backend waits for itself when it starts, in milliseconds. */
const PATIENCE_MS = 30_000;

/**
 * Makes the first connection to the signals backend, which is in vain: it begins to listen for WebSockets when it is asked
 * for one, and leaves that one without an answer. Whoever opened the portal first would have a warning in the console of
 * their browser, and no signals for six seconds. The backend is ready when this is done.
 */
export const signalsFirstConnection = createBackendModule({
  pluginId: 'signals',
  moduleId: 'first-connection',
  register(env) {
    env.registerInit({
      deps: {
        discovery: coreServices.discovery,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ discovery, httpRouter, lifecycle, logger }) {
        // A module is there before its plugin, so this is asked before what leaves the request without an answer.
        httpRouter.use((request, response, next) => {
          next();
          if (request.headers.upgrade?.toLowerCase() === 'websocket') {
            response.status(426).end();
          }
        });
        lifecycle.addStartupHook(async () => {
          const url = new URL(await discovery.getBaseUrl('signals'));
          const get = url.protocol === 'https:' ? getOverHttps : getOverHttp;
          const headers = { connection: 'Upgrade', upgrade: 'websocket' };
          const signal = AbortSignal.timeout(PATIENCE_MS);
          await new Promise<void>(resolve => {
            get(url, { headers, signal, agent: false })
              .on('response', response => response.resume())
              .on('upgrade', (_, socket) => socket.destroy())
              .on('error', error =>
                logger.warn(`The signals backend was not reached: ${error}`),
              )
              .on('close', resolve);
          });
        });
      },
    });
  },
});
