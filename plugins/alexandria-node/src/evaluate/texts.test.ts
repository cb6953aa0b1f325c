import {
  command,
  consequence,
  duration,
  kubectl,
  quoted,
  shellWord,
  termination,
  withMessage,
} from './texts';

describe('texts', () => {
  it.each([
    ['a\n\tb\u001b[1m c ', 'a b [1m c'],
    [
      'dial postgres://user:pw@db:5432/x: refused',
      'dial postgres://***@db:5432/x: refused',
    ],
    ['http://host/path?a=b@c', 'http://host/path?a=b@c'],
    ['x'.repeat(401), `${'x'.repeat(400)}…`],
  ])('quotes %j as one line', (message, line) => {
    expect(quoted(message)).toBe(line);
  });

  it.each([
    ['', 'It failed.'],
    ['no room', 'It failed: no room.'],
    ['Try later!', 'It failed: Try later!'],
  ])('ends a sentence in %j', (message, text) => {
    expect(withMessage('It failed', message)).toBe(text);
  });

  it.each([
    ['alexandria-7d9f', 'alexandria-7d9f'],
    ['a b', "'a b'"],
    ['$(rm -rf /)', "'$(rm -rf /)'"],
    ["it's", `'it'\\''s'`],
    ['', "''"],
  ])('writes the word %j for a shell', (word, text) => {
    expect(shellWord(word)).toBe(text);
  });

  it('writes commands in the namespace of an object', () => {
    expect(kubectl({ namespace: 'a;b' }, 'get', 'pods')).toBe(
      "kubectl get pods -n 'a;b'",
    );
    expect(kubectl({ namespace: '' }, 'get', 'nodes')).toBe(
      'kubectl get nodes',
    );
    expect(command('a', 'b c')).toBe("a 'b c'");
  });

  it.each([
    [-5, '0 s'],
    [90_000, '90 s'],
    [150_000, '2 min'],
    [3 * 3_600_000, '3 h'],
    [40 * 3_600_000, '40 h'],
    [72 * 3_600_000, '3 d'],
  ])('says %i ms as %s', (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text);
  });

  it.each([
    [{ exitCode: 1, reason: 'Error', message: '' }, 'exit code 1'],
    [
      { exitCode: 139, reason: 'Error', message: '' },
      'exit code 139 (segmentation fault, SIGSEGV)',
    ],
    [
      { exitCode: 137, reason: 'OOMKilled', message: '' },
      'exit code 137, OOMKilled',
    ],
    [
      { reason: 'ContainerStatusUnknown', message: '' },
      'ContainerStatusUnknown',
    ],
    [{ reason: '', message: '' }, 'exit code unknown'],
  ])('says how a container ended: %j', (end, text) => {
    expect(termination(end)).toBe(text);
  });

  it.each([
    ['api', 'container', false, ' For users: no login and no API.'],
    ['orchestrator', 'container', false, ' For users: no agent and no query.'],
    ['dashboard', 'container', false, ' For users: no user interface.'],
    ['constructor', 'container', false, ''],
    ['proxy', 'sidecar', false, ''],
    ['api', 'container', true, ' Other replicas serve.'],
  ] as const)(
    'says what users miss without %s (%s, others serving: %s)',
    (name, kind, serving, text) => {
      expect(consequence({ name, kind }, serving)).toBe(text);
    },
  );
});
