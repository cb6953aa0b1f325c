import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Entity } from '@backstage/catalog-model';
import { stringify } from 'yaml';

/** A server of catalog files, as a git host has them. */
export class CatalogFiles {
  readonly #server: Server;
  readonly #files = new Map<string, string>();

  private constructor() {
    this.#server = createServer((req, res) => {
      const text = this.#files.get(req.url ?? '');
      res.writeHead(text === undefined ? 404 : 200).end(text);
    });
  }

  static async start(): Promise<CatalogFiles> {
    const files = new CatalogFiles();
    files.#server.listen(0, '127.0.0.1');
    await once(files.#server, 'listening');
    return files;
  }

  /** For `backend.reading.allow`. */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Has a file with an entity. @returns its address */
  put(entity: Entity): string {
    const path = `/${entity.metadata.name}/catalog-info.yaml`;
    this.#files.set(path, stringify(entity));
    return `http://${this.host}${path}`;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
