import { fieldAt, mapsAt, textsAt } from '../../manifest/fields';
import { describeSelector, type Selector } from '../../manifest/references/label-selector';
import { portsOf, servicePorts } from '../../manifest/references/ports';
import { namespaceOf } from '../../manifest/references/reference';
import { ResourceIndex } from '../../manifest/references/resource-index';
import { selectors } from '../../manifest/references/selectors';
import type { Resource } from '../../manifest/resource';
import { meansOthers } from '../operators';
import { PRODUCTION_WARNING, type Rule, type Violation } from '../rule';

const MONITORS = [
  ['ServiceMonitor', 'endpoints'],
  ['PodMonitor', 'podMetricsEndpoints'],
] as const;

/** A monitor of Prometheus should find what it scrapes. */
export const monitorFindsTargets: Rule = {
  id: 'monitor-finds-targets',
  severity: PRODUCTION_WARNING,
  group: 'references',
  what: 'A ServiceMonitor or PodMonitor should select a Service or pod with the port that it names.',
  why: 'Nothing is scraped, and an alert on what is missing stays silent.',
  remedy: "correct the selector, the namespaceSelector or the port's name",
  link: 'https://prometheus-operator.dev/docs/developer/getting-started/',
  check: (resources) => {
    const index = ResourceIndex.of(resources);
    return MONITORS.flatMap(([kind, endpoints]) =>
      index.ofKind(kind, 'monitoring.coreos.com').flatMap((monitor) => problemsOf(monitor, endpoints, index)),
    );
  },
};

function problemsOf(resource: Resource, endpoints: string, index: ResourceIndex): readonly Violation[] {
  const namespaces = namespacesOf(resource, index);
  const reference = selectors(resource).find(({ role }) => role === 'monitor');
  if (!reference || namespaces.length === 0) return [];
  const targets = namespaces.flatMap((namespace) => portNames(reference.of, namespace, reference.selector, index));
  if (targets.length === 0) {
    if (namespaces.some((namespace) => meansOthers(namespace, reference.selector, index))) return [];
    const what = reference.of === 'pods' ? 'pod' : 'Service';
    const labels = describeSelector(reference.selector);
    return [{ resource, path: reference.path, message: `no ${what} has ${labels || 'any label'}` }];
  }
  const known = new Set<unknown>(targets.flat());
  return mapsAt(resource.object, 'spec', endpoints).flatMap(({ port }, at) => {
    if (typeof port !== 'string' || known.has(port)) return [];
    return [{ resource, path: `spec.${endpoints}[${at}].port`, message: `nothing selected has a port '${port}'` }];
  });
}

/** The names of the ports of each thing that is selected. */
function portNames(
  of: 'pods' | 'services',
  namespace: string,
  selector: Selector,
  index: ResourceIndex,
): readonly (readonly unknown[])[] {
  return of === 'pods'
    ? index.selectPods(namespace, selector).map((pod) => portsOf(pod).map(({ name }) => name))
    : index.selectServices(namespace, selector).map(servicePorts);
}

/** Where it looks; nowhere, if the manifests don't know what is there. */
function namespacesOf(resource: Resource, index: ResourceIndex): readonly string[] {
  const selector = fieldAt(resource.object, 'spec', 'namespaceSelector');
  if (fieldAt(selector, 'any') === true) return [];
  const names = textsAt(selector, 'matchNames');
  if (names.length === 0) return [namespaceOf(resource)];
  return names.every((name) => index.knowsNamespace(name)) ? names : [];
}
