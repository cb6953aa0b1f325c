import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import { createValidateValuesAction } from './validateValues';
import { listFiles } from '../__testUtils__/answers';

const workspace = createMockDirectory();

type Input = Parameters<
  ReturnType<typeof createValidateValuesAction>['handler']
>[0]['input'];

async function run(input: Input) {
  const context = createMockActionContext({
    input: input as JsonObject,
    workspacePath: workspace.path,
  });
  await createValidateValuesAction().handler(context);
  return Object.fromEntries(jest.mocked(context.output).mock.calls);
}

const several = { replicaCount: 3, service: { targetPort: 8080 } };

describe('alexandria:values:validate', () => {
  it('accepts the defaults and lists the checklist', async () => {
    const output = await run({});
    expect(output.accepted).toBe(true);
    expect(output.issues).toEqual([]);
    expect(output.checklist.length).toBeGreaterThan(10);
    expect(await listFiles(workspace.path)).toEqual([]);
  });

  it('fails with every reason', async () => {
    await expect(run({ values: several })).rejects.toThrow(
      /replicaCount[^]*service\.targetPort|service\.targetPort[^]*replicaCount/,
    );
  });

  it('only reports when asked to', async () => {
    const output = await run({ values: several, failOnRejected: false });
    expect(output.accepted).toBe(false);
    expect(output.issues.map((issue: { path: string }) => issue.path)).toEqual(
      expect.arrayContaining(['service.targetPort']),
    );
    expect(output.checklist).toEqual([]);
  });
});
