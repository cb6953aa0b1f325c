import type {
  FieldDrift,
  FieldWriter,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentContext } from '../DeploymentContext';

/** For example `kubectl-edit (Update) at 2026-05-01T10:00:00.000Z`. */
export function writerText(writer: FieldWriter): string {
  const { manager, operation, subresource, at } = writer;
  const how =
    subresource === undefined ? operation : `${operation} of ${subresource}`;
  return `${manager} (${how})${at === undefined ? '' : ` at ${at}`}`;
}

/** The fields of the Deployment itself that differ from what is asked for. */
export const fieldsOfDeployment = ({
  comparison,
  name,
}: DeploymentContext): readonly FieldDrift[] =>
  comparison?.objects.find(
    ({ object }) => object.kind === 'Deployment' && object.name === name,
  )?.fields ?? [];

/** A sentence, after a space, that names who wrote last what differs; empty when nobody is known. */
export function writtenBy(
  context: DeploymentContext,
  isMeant: (path: string) => boolean,
): string {
  const writers = fieldsOfDeployment(context).flatMap(({ path, writer }) =>
    writer && isMeant(path) ? [writerText(writer)] : [],
  );
  const names = [...new Set(writers)].sort();
  return names.length === 0 ? '' : ` Last written by ${names.join(', ')}.`;
}
