/** Manifests in one text. */
export function all(...texts: readonly string[]): string {
  return texts.join('\n---\n');
}

/** An object in the namespace `shop`, of which the fields beside the metadata are given. */
export function object(apiVersion: string, kind: string, name: string, fields = '', metadata = ''): string {
  const rest = metadata && `, ${metadata}`;
  return `{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: ${name}, namespace: shop${rest} }${fields && `, ${fields}`} }`;
}

/** An object without a namespace. */
export function shared(apiVersion: string, kind: string, name: string, fields = '', metadata = ''): string {
  return object(apiVersion, kind, name, fields, metadata).replace(', namespace: shop', '');
}

/** A Deployment of the namespace `shop` whose pods have the label app=<name>, and one container of this name. */
export function deployment(container = 'image: web:1', spec = 'replicas: 3', pod = '', name = 'web'): string {
  return workload('Deployment', container, spec, pod, name);
}

/** A StatefulSet `db` with a claim template `data` of 10Gi. */
export function statefulSet(spec = 'replicas: 3', container = 'image: db:1', storage = '10Gi', name = 'db'): string {
  const claim = `{ metadata: { name: data }, spec: { storageClassName: fast, accessModes: [ReadWriteOnce], resources: { requests: { storage: ${storage} } } } }`;
  return workload(
    'StatefulSet',
    container,
    `serviceName: ${name}, volumeClaimTemplates: [${claim}], ${spec}`,
    '',
    name,
  );
}

/** A workload of the group `apps`. */
export function workload(kind: string, container: string, spec: string, pod = '', name = 'web'): string {
  const containers = `containers: [{ name: ${name}, ${container} }]`;
  const template = `template: { metadata: { labels: { app: ${name} } }, spec: { ${pod && `${pod}, `}${containers} } }`;
  return object(
    'apps/v1',
    kind,
    name,
    `spec: { selector: { matchLabels: { app: ${name} } }, ${spec && `${spec}, `}${template} }`,
  );
}

/** A Service that selects the pods of a workload. */
export function service(spec = 'ports: [{ port: 80 }]', name = 'web'): string {
  return object('v1', 'Service', name, `spec: { selector: { app: ${name} }, ${spec} }`);
}
