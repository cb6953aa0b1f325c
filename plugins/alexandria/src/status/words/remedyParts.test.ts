import { remedyParts, type RemedyPart } from './remedyParts';

describe('remedyParts', () => {
  it.each<[string, RemedyPart[]]>([
    [
      'kubectl rollout resume deployment/a -n library',
      [{ command: 'kubectl rollout resume deployment/a -n library' }],
    ],
    [
      'Nothing yet; follow it with: kubectl rollout status deployment/a -n library',
      [
        { text: 'Nothing yet; follow it with: ' },
        { command: 'kubectl rollout status deployment/a -n library' },
      ],
    ],
    [
      'kubectl describe pvc data -n library; check the storage class (kubectl get storageclass) and persistence.storageClass in the values',
      [
        { command: 'kubectl describe pvc data -n library' },
        { text: '; check the storage class (' },
        { command: 'kubectl get storageclass' },
        { text: ') and persistence.storageClass in the values' },
      ],
    ],
    [
      'kubectl scale deployment/a --replicas=1 -n library, and set replicaCount in the values so that it stays',
      [
        { command: 'kubectl scale deployment/a --replicas=1 -n library' },
        { text: ', and set replicaCount in the values so that it stays' },
      ],
    ],
    [
      "kubectl create secret generic 'it'\\''s, odd; (really)' -n library; then wait",
      [
        {
          command:
            "kubectl create secret generic 'it'\\''s, odd; (really)' -n library",
        },
        { text: '; then wait' },
      ],
    ],
    ['Keep one of them', [{ text: 'Keep one of them' }]],
    ['', []],
  ])('of %j', (remedy, parts) => {
    expect(remedyParts(remedy)).toEqual(parts);
    expect(
      parts.map(part => ('text' in part ? part.text : part.command)).join(''),
    ).toBe(remedy);
  });
});
