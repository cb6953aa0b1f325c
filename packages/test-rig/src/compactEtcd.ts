interface Header {
  header: { revision: string };
}

/** What etcd answers to a call of its API as JSON. */
async function call(url: string, method: string, body: object) {
  const response = await fetch(`${url}/v3/kv/${method}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(
      `etcd answered ${method} with ${
        response.status
      }: ${await response.text()}`,
    );
  }
  return (await response.json()) as Header;
}

/** Does what `etcdctl compact` does at the current revision: what was before it is no longer there to be read or watched from. */
export async function compactEtcd(url: string): Promise<void> {
  const key = Buffer.from('/').toString('base64');
  const { header } = await call(url, 'range', { key });
  await call(url, 'compaction', { revision: header.revision, physical: true });
}
