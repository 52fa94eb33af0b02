import type { Construct } from 'constructs';
import { acknowledgeByDefault } from '../../application/acknowledge';
import type { Application } from '../../application/application';
import { targetOf } from '../../application/environment';
import type { Exposed } from '../../application/exposure';
import { addExternal } from '../../application/external';
import { isPeer, policyPeer } from '../../application/peer';
import { addProblem } from '../../application/problem';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import type { NamedPort } from '../../containers/ports';
import type { NetworkPolicyPort } from '../../synth/kubernetes';
import { servicesAreInternal } from '../../policy/rules/services-are-internal';
import { PlainApiObject, type PlainApiObjectProps } from '../../synth/plain-api-object';
import { policyPort } from '../network-policy';
import type { PodNetwork } from '../pod-network';
import { toRoute } from './expose';
import type { ExposeOptions } from './expose-options';
import { takenProblems } from './taken';
import { type RenderedRoute, serviceProblems, type ServiceSettings, serviceSettings } from './service-settings';

/** The workload that is exposed. */
export interface ExposedPods {
  readonly construct: Construct;
  readonly application: Application;
  readonly metadata: PlainApiObjectProps['metadata'];
  readonly ports: readonly NamedPort[];
  readonly network: PodNetwork;
  readonly service: PlainApiObject;
}

/** Everything through which one workload is reached from outside. */
export class Exposures {
  private readonly routes: RenderedRoute[] = [];

  constructor(private readonly pods: ExposedPods) {
    pods.construct.node.addValidation({ validate: () => [...serviceProblems(this.routes)] });
  }

  /** Adds the objects that the environment's adapter makes of a route, and lets the traffic in. */
  public add(hosts: string | readonly string[], options: ExposeOptions): void {
    const { construct, application, metadata, ports } = this.pods;
    const { environment, namespace } = application;
    const { name } = metadata;
    const servicePorts = ports
      .filter(({ protocol = 'TCP' }) => protocol === 'TCP')
      .map(({ name: port, port: number, servicePort = number }) => ({ name: port, number: servicePort }));
    const workload = { name, namespace, service: name, ports: servicePorts, environment: environment.name };
    const { route, problems } = toRoute({ ...workload, exposure: environment.exposure }, hosts, options);
    for (const problem of problems) addProblem(construct, problem);
    if (!route || !environment.exposure || this.isTaken(route.name)) return;
    const exposed = environment.exposure.render(route);
    const taken = takenProblems(application, construct.node.id, { route, exposed });
    for (const problem of taken) addProblem(construct, problem);
    for (const object of exposed.objects ?? []) this.addObject(object);
    if (typeof route.tls === 'object' && 'secret' in route.tls) {
      addExternal(construct, { kind: 'Secret', name: route.tls.secret, keys: ['tls.crt', 'tls.key'] });
    }
    this.routes.push({ route, exposed });
    this.open(exposed.service);
    if (this.routes.length === 1) this.letTrafficIn(environment.ingressFrom ?? environment.exposure.from);
  }

  /** What the exposures set on the workload's Service. */
  public get service(): ServiceSettings {
    return serviceSettings(this.routes);
  }

  /** A Service that the adapter opens is meant to be open. */
  private open({ type, annotations = {} }: Exposed['service'] = {}): void {
    const { service, application } = this.pods;
    const { environment } = application;
    for (const [key, value] of Object.entries(annotations)) service.metadata.addAnnotation(key, value);
    if (type === undefined) return;
    const reason = `exposed with ${environment.exposure?.name ?? type}()`;
    acknowledgeByDefault(service, servicesAreInternal, reason, targetOf(environment));
  }

  private isTaken(name: string): boolean {
    const taken = this.routes.some(({ route }) => route.name === name);
    if (taken) {
      addProblem(
        this.pods.construct,
        `expose: '${name}' is exposed already: give this one a name of its own, such as { name: 'admin' }`,
      );
    }
    return taken;
  }

  private addObject({ apiVersion, kind, metadata, ...body }: KubernetesObject): void {
    const { name, annotations } = metadata;
    const { labels } = this.pods.metadata;
    new PlainApiObject(
      this.pods.construct,
      `${kind}-${name}`,
      { apiVersion, kind, metadata: { name, labels, annotations } },
      () => body,
    );
  }

  private letTrafficIn(from: Application['environment']['ingressFrom'] | 'anywhere'): void {
    const { construct, application, network } = this.pods;
    if (from === undefined) {
      const { name } = application.environment;
      addProblem(
        construct,
        `expose: environment '${name}' does not say where its ingress traffic comes from: set ingressFrom, such as [{ namespace: 'gateway' }]`,
      );
      return;
    }
    // what is no list of peers is a mistake of the environment
    const peers = from === 'anywhere' ? undefined : [from].flat().filter(isPeer).map(policyPeer);
    network.letIn('from-ingress', peers, () => this.exposedPorts);
  }

  /** The ports of the pods that routes lead to. */
  private get exposedPorts(): readonly NetworkPolicyPort[] {
    const names = new Set(this.routes.flatMap(({ route }) => route.paths.map(({ port }) => port.name)));
    return this.pods.ports.filter(({ name }) => names.has(name)).map(({ port }) => policyPort(port));
  }
}
