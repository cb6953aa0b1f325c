import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  freePorts,
  NginxServer,
  startNginx,
} from '@alexandriaproject/test-rig';
import { dashboardRoot } from '../../../assumptions';
import { nginxConf } from '../../../objects/nginx-configmap';
import { contextOf } from '../../../objects/__testUtils__/contextOf';
import { mergeLayers } from '../../../values/mergeValues';
import { ValuesInput } from '../../../values/valuesSchema';
import { Api, startApi } from './startApi';

/**
 * The rendered nginx.conf, with the two folders of the pod that this machine has no place for moved into another one.
 * Nothing else of it is changed: the ports are values.
 */
export function confIn(folder: string, conf: string): string {
  return conf
    .split('/tmp/')
    .join(join(folder, 'tmp/'))
    .replace(`root ${dashboardRoot};`, `root ${join(folder, 'html')};`);
}

/** The files of the application, by path; what a build of the dashboard has at least. */
export const application: Record<string, string> = {
  'index.html': '<!doctype html><title>Alexandria</title>\n'.padEnd(2000, ' '),
  'assets/app.3f2a.js': 'console.log("Alexandria");\n'.repeat(100),
  'assets/app.3f2a.css': 'body { margin: 0 }\n'.repeat(100),
  'assets/logo.svg': `<svg xmlns="http://www.w3.org/2000/svg"/>${' '.repeat(
    2000,
  )}`,
  'assets/font.woff2': 'w'.repeat(2000),
};

/** The dashboard's container and, behind it, an API. */
export interface Dashboard {
  /** `http://127.0.0.1:<port>`. */
  origin: string;
  port: number;
  api: Api;
  /** Starts another API where one was stopped. */
  restartApi(): Promise<void>;
  nginx: NginxServer;
  stop(): Promise<void>;
}

/** Starts nginx with the configuration of some values, but for the ports, and an API behind it. */
export async function startDashboard(
  values: ValuesInput = {},
): Promise<Dashboard> {
  const [port, apiPort] = await freePorts(2);
  const context = contextOf(
    mergeLayers([
      values,
      { dashboard: { port }, config: { api: { port: apiPort } } },
    ]) as ValuesInput,
  );
  const api = await startApi(apiPort);
  const nginx = await startNginx({
    port,
    async prepare(folder) {
      await mkdir(join(folder, 'html', 'assets'), { recursive: true });
      for (const [path, content] of Object.entries(application)) {
        await writeFile(join(folder, 'html', path), content);
      }
      return confIn(folder, nginxConf(context));
    },
  }).catch(async error => {
    await api.stop();
    throw error;
  });
  const dashboard: Dashboard = {
    origin: `http://127.0.0.1:${port}`,
    port,
    api,
    async restartApi() {
      dashboard.api = await startApi(apiPort);
    },
    nginx,
    async stop() {
      await nginx.stop();
      await dashboard.api.stop();
    },
  };
  return dashboard;
}
