/** A cluster in the portal's configuration, as docs/status.md asks for it. */
export const clusterExample = `kubernetes:
  serviceLocatorMethod:
    type: multiTenant
  clusterLocatorMethods:
    - type: config
      clusters:
        - name: production
          url: https://kubernetes.example.com:6443
          authProvider: serviceAccount
          serviceAccountToken: \${KUBERNETES_TOKEN}
`;
