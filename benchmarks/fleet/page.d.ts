import type { FleetDeployment } from '@alexandriaproject/backstage-plugin-alexandria-common';

declare global {
  interface Window {
    /** Resolves once a frame is painted in which something is so; in milliseconds since the page was asked for. */
    painted(isSo: () => boolean): Promise<number>;
    openPeerTable(deployments: FleetDeployment[]): void;
  }
}
