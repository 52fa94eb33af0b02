import type { Construct } from 'constructs';
import { addProblem } from '../application/problem';
import { listPorts, type NamedPort, type Ports } from '../containers/ports';
import type { ExposeOptions } from '../network/exposure/expose-options';
import { Exposures } from '../network/exposure/exposures';
import { addService } from '../network/service';
import { serviceProblems } from '../network/service-problems';
import type { ServiceProps } from '../network/service-props';
import { DeploymentWorkload, type DeploymentProps } from './deployment';
import type { Scale } from './scale';

/** What a web service says beside what every Deployment says. */
export type WebServiceProps = DeploymentProps & {
  /** How many replicas run. @default - 1 */
  readonly scale?: Scale;
  /** How it is reached in the cluster. @default - at the workload's name, on port 80 where it has one `port` */
  readonly service?: ServiceProps;
} & (
    | {
        /** The port that it listens on; it is named `http`. */
        readonly port: number;
        readonly ports?: undefined;
      }
    | {
        /** The ports that it listens on, by name. The first is the one that probes and routes use unless they say otherwise. */
        readonly ports: Ports;
        readonly port?: undefined;
      }
  );

/** A workload that answers requests and keeps nothing: a Deployment with a Service. */
export class WebService extends DeploymentWorkload {
  private readonly exposures: Exposures;

  /** @param id the name of its objects, its container and its `app.kubernetes.io/name` label */
  constructor(scope: Construct, id: string, given: WebServiceProps) {
    const props = given ?? {};
    const { scale = 1, strategy = {}, service = {} } = props;
    const ports = portsOf(props);
    super(scope, id, props, { ports, serves: true, scale, strategy });
    for (const problem of [...portProblems(props), ...serviceProblems(service)]) addProblem(this, problem);
    const { metadata, application, network, selector } = this;
    const serviceObject = addService(this, metadata, service, { ports, selector }, () => this.exposures.service);
    this.exposures = new Exposures({ construct: this, application, metadata, ports, network, service: serviceObject });
  }

  /**
   * Makes the workload reachable from outside, in the way of the environment: through its ingress controller, its
   * Gateway, a node port or a load balancer. What that can't express is a mistake.
   *
   * @param hosts the host or hosts, such as `reader.example.com`
   */
  public expose(hosts: string | readonly string[], options: ExposeOptions = {}): void {
    this.exposures.add(hosts, options);
  }

  /** Where workloads of any application reach it: `http://web.shop`, with the port unless it is 80. */
  public get url(): string {
    const [port] = this.role.ports;
    const number = port?.servicePort ?? port?.port;
    return `http://${this.name}.${this.application.namespace}${number === 80 ? '' : `:${number}`}`;
  }
}

function portsOf({ port, ports, service }: WebServiceProps): readonly NamedPort[] {
  if (port === undefined) return listPorts(ports);
  return [{ name: 'http', port, servicePort: service?.headless ? port : (service?.port ?? 80) }];
}

function portProblems({ port, ports, service = {} }: WebServiceProps): readonly string[] {
  const several = listPorts(ports);
  if (port !== undefined && ports !== undefined) return ['has both port and ports: remove one'];
  if (port === undefined && several.length === 0) return ['has no port: say where it listens, such as port: 8080'];
  if (service.port === undefined || service.port === port) return [];
  const [first] = several;
  if (first) {
    return [
      `service.port (${service.port}) is for a workload with one port, and this one names its ports: remove it, and say ` +
        `servicePort where it is meant, such as ports: { ${first.name}: { port: ${first.port}, servicePort: ${service.port} } }`,
    ];
  }
  if (!service.headless) return [];
  return [`service.port (${service.port}) has no effect, as a headless Service leads to the pods' ${port}: remove it`];
}
