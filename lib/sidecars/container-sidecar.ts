import type { Sidecar, SidecarContainerProps, SidecarHost } from './sidecar';

/** Any container as a sidecar. For one with config and volumes of its own, implement `Sidecar`. */
export class ContainerSidecar implements Sidecar {
  private readonly name: string;
  private readonly props: SidecarContainerProps;

  /** @param name the container's name */
  constructor(name: string, props: SidecarContainerProps) {
    this.name = name;
    this.props = props;
  }

  public bind(pod: SidecarHost): void {
    pod.addSidecarContainer(this.name, this.props);
  }
}
