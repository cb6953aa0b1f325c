import {
  formatIssue,
  gitopsIssues,
  renderObjects,
  writeYamlDocuments,
} from '@alexandriaproject/alexandria-manifests';
import { writeWorkspaceFiles } from '@alexandriaproject/workspace-files';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { readValues, releaseOf, valuesInputSchema } from '../readValues';
import { rejected } from '../rejected';
import { renderManifestsExamples } from './renderManifests.examples';

/** Makes `alexandria:manifests:render`: from values to one file of manifests in the workspace. */
export function createRenderManifestsAction() {
  return createTemplateAction({
    id: 'alexandria:manifests:render',
    description:
      'Renders the Kubernetes manifests of Alexandria from values, as `helm template` would, into one YAML file of the workspace. Refuses values with secrets in them: the file is meant for a repository.',
    examples: renderManifestsExamples,
    supportsDryRun: true,
    schema: {
      input: {
        ...valuesInputSchema,
        outputPath: z =>
          z
            .string()
            .describe('File to write; manifests.yaml when omitted')
            .optional(),
      },
      output: {
        path: z => z.string().describe('The file that was written'),
        objects: z =>
          z
            .array(
              z.object({
                apiVersion: z.string(),
                kind: z.string(),
                name: z.string(),
                namespace: z.string().optional(),
              }),
            )
            .describe('The objects, in the order of the file'),
      },
    },
    async handler(ctx) {
      const { outputPath = 'manifests.yaml', ...input } = ctx.input;
      ctx.signal?.throwIfAborted();
      ctx.logger.info('Checking the values');
      const read = await readValues(input, ctx.workspacePath);
      if (!read.ok) {
        throw rejected('The values', read.issues);
      }
      const secretIssues = gitopsIssues(read.value);
      if (secretIssues.length > 0) {
        throw rejected('The values', secretIssues);
      }
      read.warnings.forEach(warning => ctx.logger.warn(formatIssue(warning)));
      const objects = renderObjects(read.value, releaseOf(input));
      await writeWorkspaceFiles(
        ctx.workspacePath,
        [{ path: outputPath, content: writeYamlDocuments(objects) }],
        { signal: ctx.signal },
      );
      ctx.logger.info(`Wrote ${objects.length} objects to ${outputPath}`);
      ctx.output('path', outputPath);
      ctx.output(
        'objects',
        objects.map(({ apiVersion, kind, metadata }) => ({
          apiVersion,
          kind,
          name: metadata.name,
          ...(metadata.namespace ? { namespace: metadata.namespace } : {}),
        })),
      );
    },
  });
}
