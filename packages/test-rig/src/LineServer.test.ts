/** @jest-environment node */
import { describeWithTools } from './describeWithTools';
import { LineServer } from './LineServer';
import { kustomizeServer } from './tools';

const kustomization = (text: string) => ({
  files: { 'a/kustomization.yaml': text },
  target: 'a',
});
const empty = kustomization('');
const full = kustomization(
  'configMapGenerator: [{ name: a, literals: [b=c\u2028d] }]\n',
);

describeWithTools('LineServer', ['kustomize-server'], () => {
  const servers: LineServer[] = [];
  const start = async (limitMs?: number) => {
    const server = new LineServer(await kustomizeServer(), { limitMs });
    servers.push(server);
    return server;
  };
  afterEach(() => Promise.all(servers.splice(0).map(each => each.stop())));

  it('answers in order, whatever each answer is', async () => {
    const server = await start();
    const answers = await Promise.all(
      [full, empty, full].map(request => server.ask(request)),
    );
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(answers[2]).toEqual(answers[0]);
    expect(JSON.stringify(answers[0])).toContain('kind: ConfigMap');
    expect(JSON.stringify(answers[1])).toContain('kustomization.yaml is empty');
  });

  it('rejects what comes after its end', async () => {
    const server = await start();
    await server.stop();
    await expect(server.ask(full)).rejects.toThrow(
      'kustomize-server ended with 0',
    );
  });

  it('says why it ended', async () => {
    const server = await start();
    const answers = [server.ask([]), server.ask(full)];
    for (const answer of answers) {
      await expect(answer).rejects.toThrow(
        /kustomize-server ended with 1: json: cannot unmarshal array/,
      );
    }
  });

  it('ends a program that takes too long', async () => {
    const server = await start(1);
    const many = kustomization(
      `configMapGenerator: [${Array.from(
        { length: 500 },
        (_, index) => `{ name: a${index}, literals: [b=c] }`,
      ).join()}]\n`,
    );
    await expect(server.ask(many)).rejects.toThrow('no answer after 1 ms');
    await expect(server.ask(full)).rejects.toThrow('no answer after 1 ms');
  });
});
