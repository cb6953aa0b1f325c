import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';

/** What is said of one Deployment of an instance, with its cluster. */
export type DeploymentStatus = InstanceStatus['deployments'][number];
