import { entityRef } from './changeTemplate';
import { requestLinks, requestProviders, requestSteps } from './requests';
import { templateOf } from './templateOf';

/**
 * No action of Backstage takes an entity out of the catalog, and it must not go before the request is merged: whatever follows the
 * instance does so through it. So the last step is one for a person.
 */
const unregister = [
  '1. Have the pull request merged, and do what its description says before and after that.',
  '2. Last, take the instance out of the catalog: open it there, and choose "Unregister entity" from its menu. Until then it is shown as missing.',
].join('\n');

/** `templates/retire-alexandria-instance/template.yaml`. */
export function retireTemplate(): string {
  return templateOf(
    {
      name: 'retire-alexandria-instance',
      title: 'Retire an Alexandria instance',
      description:
        'Lists what is lost with an instance, and requests by a pull request that it is taken out of service.',
      tags: ['alexandria', 'kubernetes'],
    },
    {
      parameters: [
        {
          title: 'Instance',
          required: ['entityRef', 'confirmName'],
          properties: {
            ...entityRef,
            confirmName: {
              title: 'Confirmation',
              type: 'string',
              'ui:field': 'AlexandriaRetirement',
            },
          },
        },
      ],
      steps: [
        {
          id: 'retire',
          name: 'Prepare the retirement',
          action: 'alexandria:instance:retire',
          input: {
            entityRef: '${{ parameters.entityRef }}',
            confirmName: '${{ parameters.confirmName }}',
            supportedProviders: requestProviders,
          },
        },
        ...requestSteps('retire'),
      ],
      output: {
        links: requestLinks('retire'),
        text: [
          {
            title: 'What to do next',
            icon: 'description',
            content: unregister,
            default: true,
          },
          {
            title: 'What is lost',
            icon: 'description',
            content: '${{ steps.retire.output.description }}',
          },
        ],
      },
    },
  );
}
