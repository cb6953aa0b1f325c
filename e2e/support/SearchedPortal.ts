import { freePorts } from '@alexandriaproject/test-rig';
import { createReadStream } from 'fs';
import { readdir } from 'fs/promises';
import path from 'path';
import type { CanaryPortal } from './canaryPortal';
import { Child } from './Child';
import { componentOf } from './startBackend';

/** The value of every key of every Secret, and what else stands for it: base64, with what may stand before and after. */
export const CANARY = 'canary-9b2f7d-value-of-a-secret';
const forms = [
  CANARY,
  ...['', 'x', 'xx'].map(before =>
    Buffer.from(before + CANARY)
      .toString('base64')
      .slice(before.length && before.length + 1, -4),
  ),
  Buffer.from(CANARY).toString('hex'),
];

/** Which of them a text holds. */
export const found = (text: string) =>
  forms.filter(form => text.includes(form));

/** The forms of the canary in a file that may be larger than a text can be. */
async function foundInFile(file: string): Promise<string[]> {
  const seen = new Set<string>();
  let before = '';
  for await (const chunk of createReadStream(file, 'latin1')) {
    found(before + chunk).forEach(form => seen.add(form));
    before = chunk.slice(-100);
  }
  return [...seen];
}

/** A portal whose clusters are all the one of this suite, each read in another tier. */
export class SearchedPortal {
  readonly child = new Child<CanaryPortal>(
    path.join(__dirname, 'canaryPortal.ts'),
    // By default a snapshot has the first 1,024 characters of a text.
    { logLevel: 'debug', flags: ['--heap-snapshot-string-limit=100000000'] },
  );
  /** Everything that it has answered. */
  answers = '';
  #url = '';
  #token = '';

  constructor(readonly folder: string, readonly tiers: readonly number[]) {}

  async start(url: string, serviceAccountToken: string) {
    const [port] = await freePorts(1);
    this.#url = `http://127.0.0.1:${port}/api`;
    const clusters = this.tiers.map(tier => ({
      ...{ name: `tier-${tier}`, url, serviceAccountToken },
      authProvider: 'serviceAccount',
    }));
    await this.child.ask('start', {
      port,
      codes: forms.map(form => [...form].map(c => c.charCodeAt(0))),
      entities: [componentOf('payments')],
      config: {
        backend: {
          database: {
            client: 'better-sqlite3',
            connection: { directory: this.folder },
          },
        },
        kubernetes: {
          serviceLocatorMethod: { type: 'multiTenant' },
          clusterLocatorMethods: [{ type: 'config', clusters }],
        },
        alexandria: {
          clusters: this.tiers.map(secretTier => ({
            name: `tier-${secretTier}`,
            secretTier,
          })),
        },
      },
    });
    const said = await this.#ask('auth/guest/refresh', 'POST');
    this.#token = JSON.parse(said).backstageIdentity.token;
  }

  async #ask(at: string, method = 'GET'): Promise<string> {
    const response = await fetch(`${this.#url}/${at}`, {
      method,
      headers: this.#token ? { authorization: `Bearer ${this.#token}` } : {},
    });
    const said = JSON.stringify([...response.headers]);
    const text = await response.text();
    this.answers += `${response.status} ${said} ${text}\n`;
    return text;
  }

  /** Asks until something is said of the instance, and then what else can be asked about it. */
  async until(isSaid: RegExp) {
    const instance = 'alexandria/v1/instances/component/default/payments';
    const deadline = Date.now() + 30_000;
    for (;;) {
      const text = await this.#ask(`${instance}/status`);
      if (isSaid.test(text)) {
        for (const tier of this.tiers) {
          for (const name of ['a', 'absent']) {
            await this.#ask(
              `${instance}/deployments/tier-${tier}/alexandria/${name}`,
            );
          }
        }
        return;
      }
      if (Date.now() > deadline) {
        throw new Error(`${isSaid} is not in ${text}`);
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  /** Where the canary is, of all places but the heap. */
  async traces() {
    const files = await readdir(this.folder, { recursive: true });
    const databases = files.filter(name => name.includes('.sqlite'));
    const { texts, withCanary } = await this.child.ask('packing');
    return {
      answers: found(this.answers),
      logs: found(this.child.output),
      telemetry: found(await this.child.ask('telemetry')),
      databases: (
        await Promise.all(
          databases.map(name => foundInFile(path.join(this.folder, name))),
        )
      ).flat(),
      kept: withCanary,
      looked: {
        answers: this.answers.includes('"rollout":'),
        logs: this.child.output !== '',
        databases: databases.length > 0,
        kept: texts > 0,
      },
    };
  }

  async heap() {
    const file = path.join(this.folder, 'portal.heapsnapshot');
    await this.child.ask('snapshot', file);
    return foundInFile(file);
  }
}
