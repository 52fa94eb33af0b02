/** Manifests in one text. */
export function manifests(...texts: readonly string[]): string {
  return texts.join('\n---\n');
}

/** A Pod, of which the fields of `spec` are given. */
export function pod(spec: string): string {
  return `{ apiVersion: v1, kind: Pod, ${METADATA}, spec: { ${spec} } }`;
}

/** A Pod with one container, of which the fields are given. */
export function container(fields: string, spec = ''): string {
  return pod(`${spec && `${spec}, `}containers: [{ name: web, ${fields} }]`);
}

/** A workload of the group `apps`, of which the fields of `spec` and of the pod are given. */
export function workload(kind: 'Deployment' | 'StatefulSet' | 'DaemonSet', spec: string, podSpec = CONTAINERS): string {
  return `{ apiVersion: apps/v1, kind: ${kind}, ${METADATA}, spec: { ${spec && `${spec}, `}${template(podSpec)} } }`;
}

/** A Job, of which the fields of the pod are given. */
export function job(podSpec: string): string {
  return `{ apiVersion: batch/v1, kind: Job, ${METADATA}, spec: { ${template(podSpec)} } }`;
}

/** An object named `web`, of which the fields of `spec` are given. */
export function object(apiVersion: string, kind: string, spec: string): string {
  return `{ apiVersion: ${apiVersion}, kind: ${kind}, ${METADATA}, spec: { ${spec} } }`;
}

/** A Service that selects the pods of the others. */
export function service(fields = 'ports: [{ port: 80 }]'): string {
  return object('v1', 'Service', `selector: { app: web }, ${fields}`);
}

const METADATA = 'metadata: { name: web, namespace: shop, labels: { app: web } }';
const CONTAINERS = 'containers: [{ name: web, image: web:1 }]';

function template(podSpec: string): string {
  return `template: { metadata: { labels: { app: web } }, spec: { ${podSpec} } }`;
}
