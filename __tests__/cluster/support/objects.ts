import type { Pod } from '../nodes/types';

/** A pod template's part that the tests read: that of a pod, with labels. */
export interface PodTemplate {
  metadata: { labels: Record<string, string>; annotations?: Record<string, string> };
  spec: Pod['spec'] & { serviceAccountName?: string };
}

/** An object of a manifest, or as the API server returns it; only what the tests read. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    labels?: Record<string, string>;
    ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
  };
  data?: Record<string, string>;
  spec?: Spec;
  status?: Status;
}

/** The fields of several kinds' specs. */
export interface Spec {
  replicas?: number;
  minReplicas?: number;
  nodeName?: string;
  storageClassName?: string;
  selector?: { matchLabels?: Record<string, string> } & Record<string, unknown>;
  scaleTargetRef?: { kind: string; name: string };
  strategy?: { type?: string; rollingUpdate?: { maxUnavailable?: number | string } };
  template?: PodTemplate;
  volumeClaimTemplates?: readonly { metadata: { name: string }; spec: Spec }[];
}

/** The fields of several kinds' statuses. */
export interface Status {
  phase?: string;
  replicas?: number;
  readyReplicas?: number;
  updatedReplicas?: number;
  observedGeneration?: number;
  disruptionsAllowed?: number;
  expectedPods?: number;
  conditions?: readonly { type: string; status: string; reason?: string; message?: string }[];
}

/** The objects of these kinds. */
export function ofKind(objects: readonly Manifest[], ...kinds: readonly string[]): Manifest[] {
  return objects.filter(({ kind }) => kinds.includes(kind));
}

/** What keeps pods running. */
export function workloads(objects: readonly Manifest[]): Manifest[] {
  return ofKind(objects, 'Deployment', 'StatefulSet');
}

/** How many pods a workload is to have: its autoscaler's minimum, else its own number. */
export function promised(workload: Manifest, objects: readonly Manifest[]): number {
  const scaler = ofKind(objects, 'HorizontalPodAutoscaler').find(
    ({ spec }) => spec?.scaleTargetRef?.kind === workload.kind && spec.scaleTargetRef.name === workload.metadata.name,
  );
  return scaler?.spec?.minReplicas ?? workload.spec?.replicas ?? 1;
}

/** Whether every label of a selector is among the labels. */
export function selects(
  selector: Readonly<Record<string, unknown>>,
  labels: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

/** `Deployment/web`, for messages. */
export function called({ kind, metadata }: Manifest): string {
  return `${kind}/${metadata.name}`;
}

/** Whether Kubernetes itself serves the kind, with no custom resource definition. */
export function isBuiltIn({ apiVersion }: { readonly apiVersion: string }): boolean {
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  return !group.includes('.') || (group.endsWith('.k8s.io') && !group.startsWith('gateway.'));
}
