import type { Construct } from 'constructs';
import { labelProblem } from '../application/names';
import { addProblem } from '../application/problem';
import type { Mountable } from '../containers/mounts';
import { listPorts, type Ports } from '../containers/ports';
import { unknownNames } from '../application/unknown-names';
import { addService } from '../network/service';
import { serviceProblems } from '../network/service-problems';
import type { ServiceProps } from '../network/service-props';
import { claimSpec } from '../storage/claim-props';
import type { ClaimTemplate } from '../storage/claim-template';
import type { MountOptions } from '../storage/volume';
import type { StatefulSetSpec } from '../synth/kubernetes';
import { PlainApiObject } from '../synth/plain-api-object';
import { addAutoscaler, isRange, mostReplicas, type Scale } from './scale';
import { singleNodeVolumes } from './single-node-volumes';
import { Workload } from './workload';
import { countProblem } from './workload-problems';
import type { WorkloadProps } from './workload-props';

/** What a stateful service says beside what every workload says. */
export interface StatefulServiceProps extends WorkloadProps {
  /** The ports that it listens on; the headless Service names each pod with them. */
  readonly ports: Ports;
  /** How many replicas run. @default - 1 */
  readonly scale?: Scale;
  /** Settings of the headless Service. @default - none */
  readonly service?: Pick<ServiceProps, 'publishNotReadyAddresses' | 'annotations'>;
  /** `Parallel` starts and ends all replicas at once. It can't be changed later. @default - 'OrderedReady', the API's: one after the other */
  readonly podManagement?: 'Parallel';
  /** `OnDelete` leaves it to you when a pod is updated. @default - 'RollingUpdate', the API's: from the last replica to the first */
  readonly updateStrategy?: 'OnDelete' | { readonly partition: number };
  /**
   * What becomes of the claims when the service is deleted or made smaller.
   * https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention
   *
   * @default - both 'Retain': data is only ever deleted by a person
   */
  readonly retention?: { readonly whenDeleted?: 'Retain' | 'Delete'; readonly whenScaled?: 'Retain' | 'Delete' };
  /** The headless Service that live objects have. It can't be changed later. @default - the workload's name */
  readonly serviceName?: string;
}

/** A workload whose replicas have names and data of their own: a StatefulSet with its headless Service. */
export class StatefulService extends Workload {
  /** @param id the name of its objects, its container and its `app.kubernetes.io/name` label */
  constructor(scope: Construct, id: string, given: StatefulServiceProps) {
    const props = given ?? {};
    const { scale = 1 } = props;
    const ports = listPorts(props.ports);
    super(scope, id, props, { kind: 'StatefulSet', ports, serves: true, drains: false, scale, surge: 0 });
    for (const problem of [...serviceNameProblems(props), ...updateProblems(props)]) addProblem(this, problem);
    this.node.addValidation({ validate: () => this.volumeProblems(props, scale) });
    new PlainApiObject(
      this,
      'stateful-set',
      { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: this.metadata },
      () => ({ spec: this.renderStatefulSet(props, scale) }),
    );
    const metadata = { ...this.metadata, name: props.serviceName ?? this.name };
    addService(this, metadata, { ...props.service, headless: true }, { ports, selector: this.selector });
    if (isRange(scale)) {
      addAutoscaler(this, scale, { kind: 'StatefulSet', name: this.name, container: id }, this.metadata);
    }
  }

  /** Makes a volume visible to the workload's own container; a `ClaimTemplate` is a volume of its own for each replica. */
  public override mount(path: string, volume: Mountable | ClaimTemplate, options?: MountOptions): void {
    this.pod.main.mount(path, volume, options);
  }

  private renderStatefulSet(props: StatefulServiceProps, scale: Scale): StatefulSetSpec {
    const { retention, updateStrategy } = props;
    const { whenDeleted = 'Retain', whenScaled = 'Retain' } = retention ?? {};
    const templates = this.pod.claimTemplates;
    const owns = templates.length > 0;
    return {
      replicas: isRange(scale) ? undefined : scale,
      revisionHistoryLimit: props.revisionHistoryLimit,
      minReadySeconds: props.minReadySeconds,
      serviceName: props.serviceName ?? this.name,
      podManagementPolicy: props.podManagement,
      selector: { matchLabels: this.selector },
      updateStrategy:
        typeof updateStrategy === 'object'
          ? { type: 'RollingUpdate', rollingUpdate: updateStrategy }
          : updateStrategy && { type: updateStrategy },
      persistentVolumeClaimRetentionPolicy: owns ? { whenDeleted, whenScaled } : undefined,
      template: this.renderPod(),
      volumeClaimTemplates: owns ? templates.map((template) => this.renderTemplate(template)) : undefined,
    };
  }

  private renderTemplate({
    volumeName: name,
    props,
  }: ClaimTemplate): NonNullable<StatefulSetSpec['volumeClaimTemplates']>[number] {
    const spec = claimSpec(props, this.application.environment.storageClass);
    return { metadata: { name }, spec };
  }

  private volumeProblems({ retention }: StatefulServiceProps, scale: Scale): string[] {
    const shared = mostReplicas(scale) > 1 ? singleNodeVolumes(this.pod.sharedVolumes) : [];
    const problems = shared.map(
      ({ volumeName, accessMode }) =>
        `volume '${volumeName}' is ${accessMode}, so one pod can have it, but ${mostReplicas(scale)} run: mount a ClaimTemplate, or use accessMode 'ReadWriteMany'`,
    );
    if (retention && this.pod.claimTemplates.length === 0) {
      problems.push('retention is for the claims of a ClaimTemplate, and none is mounted: mount one, or remove it');
    }
    return problems;
  }
}

function serviceNameProblems({ service = {}, serviceName, ports }: StatefulServiceProps): readonly string[] {
  const problems = [
    ...serviceProblems(service, { publishNotReadyAddresses: true, annotations: true }),
    serviceName === undefined ? undefined : labelProblem('serviceName', serviceName),
    serviceName !== undefined && /^\d/.test(serviceName)
      ? `serviceName '${serviceName}' begins with a digit, which a Service's can't: begin it with a letter`
      : undefined,
    listPorts(ports).length === 0
      ? 'has no ports: name those that it listens on, as its Service needs them'
      : undefined,
  ];
  return problems.filter((problem) => problem !== undefined);
}

function updateProblems({ podManagement, updateStrategy, retention = {} }: StatefulServiceProps): readonly string[] {
  const problems: string[] = [];
  if (![undefined, 'Parallel'].includes(podManagement)) {
    problems.push(`podManagement is '${podManagement}': use 'Parallel', or leave it out`);
  }
  if (typeof updateStrategy === 'object')
    problems.push(...countProblem('updateStrategy.partition', updateStrategy.partition));
  else if (![undefined, 'OnDelete'].includes(updateStrategy)) {
    problems.push(`updateStrategy is '${updateStrategy}': use 'OnDelete', or { partition }`);
  }
  for (const [when, what] of Object.entries(retention)) {
    if (!['Retain', 'Delete', undefined].includes(what))
      problems.push(`retention.${when} is '${what}': use 'Retain' or 'Delete'`);
  }
  return [...problems, ...unknownNames('retention', retention, { whenDeleted: true, whenScaled: true })];
}
