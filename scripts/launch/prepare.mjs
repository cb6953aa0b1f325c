import { ensureDependencies } from './install.mjs';
import { ensureNode } from './node.mjs';

/** A Node that will do, with the dependencies of the work tree installed for it. */
export async function prepare() {
  const node = await ensureNode();
  await ensureDependencies(node);
  return node;
}
