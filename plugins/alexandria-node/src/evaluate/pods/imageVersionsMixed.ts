import { builtInRule } from '../builtInRule';
import { kubectl } from '../texts';
import { componentVersions } from './componentVersions';

/** The components are released together; and once a rollout is over all pods run the same. */
export const imageVersionsMixed = builtInRule(
  'ImageVersionsMixed',
  function* check({ template, activePods, rollout, reference, deployment }) {
    const versions = componentVersions(template);
    if (new Set(versions.map(([, tag]) => tag)).size > 1) {
      yield {
        object: reference,
        title: 'The containers run different versions',
        cause: `${versions.map(([name, tag]) => `${name} ${tag}`).join(', ')}.`,
        remedy:
          'Set image.api.tag, image.orchestrator.tag and image.dashboard.tag to one release in the values',
      };
    }
    if (rollout.health !== 'Healthy') {
      return;
    }
    const names = new Set(
      activePods.flatMap(({ containers }) =>
        containers.map(({ name }) => name),
      ),
    );
    for (const name of names) {
      const images = new Set(
        activePods.flatMap(({ containers }) =>
          containers
            .filter(each => each.name === name)
            .map(({ image }) => image),
        ),
      );
      if (images.size > 1) {
        yield {
          object: reference,
          title: `Pods run different images of ${name}`,
          cause: `${[...images]
            .sort()
            .join(', ')}, though the rollout is over.`,
          evidence: { container: name },
          remedy: kubectl(
            deployment,
            ...['rollout', 'restart', `deployment/${deployment.name}`],
          ),
        };
      }
    }
  },
);
