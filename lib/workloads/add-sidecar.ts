import { ApiObject } from 'cdk8s';
import type { Workload } from 'cdk8s-plus-28';
import { EnvironmentScope } from '../application/environment-scope';
import { addProblem } from '../application/problem';
import type { KubernetesObject } from '../manifest/kubernetes-object';
import { type Sidecar, sidecarProblem } from '../sidecars/sidecar';
import { compact } from '../synth/compact';
import type { PodSpec, PodTemplate } from '../synth/kubernetes';
import { addChange } from '../synth/patch';
import { PodParts } from './pod-parts';

/**
 * Has a sidecar run in the pods of a workload of cdk8s-plus, in an `Application`. Its containers, volumes and variables
 * are added to what cdk8s-plus renders.
 *
 * @param workload a Deployment, StatefulSet or DaemonSet whose first container has a numeric user
 */
export function addSidecar(workload: Workload, sidecar: Sidecar): void {
  const problem = sidecarProblem(sidecar);
  if (problem) {
    addProblem(workload, problem);
    return;
  }
  const [first] = workload.containers;
  const user = first?.securityContext.user;
  if (!first || user === undefined) {
    addProblem(
      workload,
      'has no container with a numeric user, which its sidecars would share: give the first one securityContext.user',
    );
    return;
  }
  const { id } = workload.node;
  const identity = {
    connectTo: stayOpen,
    construct: workload,
    id,
    environment: EnvironmentScope.of(workload),
    user,
    group: first.securityContext.group ?? user,
  };
  const parts = new PodParts(identity, first.name, { image: first.image }, {});
  sidecar.bind(parts);
  addChange(ApiObject.of(workload), (rendered) => withParts(rendered, parts));
}

function withParts(rendered: KubernetesObject, parts: PodParts): KubernetesObject {
  const spec = rendered.spec as { template: PodTemplate };
  const template = {
    ...spec.template,
    metadata: withAnnotations(spec.template.metadata, parts),
    spec: withContainers(spec.template.spec!, parts),
  };
  return compact({ ...rendered, spec: { ...spec, template } });
}

function withContainers(pod: PodSpec, parts: PodParts): PodSpec {
  const { env, volumeMounts } = parts.main.render();
  const [first, ...others] = pod.containers;
  const main = { ...first!, env: joined(env, first!.env), volumeMounts: joined(first!.volumeMounts, volumeMounts) };
  return {
    ...pod,
    initContainers: joined(pod.initContainers, parts.renderInitContainers()),
    containers: [main, ...others, ...parts.renderBeside()],
    volumes: joined(pod.volumes, parts.renderVolumes()),
  };
}

function withAnnotations(metadata: PodTemplate['metadata'], parts: PodParts): PodTemplate['metadata'] {
  return { ...metadata, annotations: { ...metadata?.annotations, ...parts.podAnnotations } };
}

/** Two lists as one; none where both are empty, as an empty list would be rendered. */
function joined<T>(first: readonly T[] = [], second: readonly T[] = []): readonly T[] | undefined {
  return first.length + second.length > 0 ? [...first, ...second] : undefined;
}

/** The pods have no network policy of ours, so nothing needs to be opened. */
function stayOpen(): void {}
