/** Fields of the Deployment that a rule with a finding of its own compares, at all times and not only when it was read. */
export const coveredFields = {
  replicas: (path: string) => path === 'spec.replicas',
  images: (path: string) =>
    /^spec\.template\.spec\.(initC|c)ontainers\[[^\]]*\]\.image$/.test(path),
  values: (path: string) =>
    path === 'spec.template.metadata.annotations["checksum/config"]' ||
    path === 'spec.strategy.type' ||
    /^spec\.template\.metadata\.labels[.[]/.test(path) ||
    /^spec\.template\.spec\.(initC|c)ontainers\[[^\]]*\](\.resources\.(limits|requests)[.[].*)?$/.test(
      path,
    ),
};
