import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { KubernetesObject } from '../manifest/kubernetes-object';
import type { ExternalReference } from '../manifest/target';

const KEY = 'slipway:external';

/**
 * Says that something a part of the program refers to is created by somebody else.
 *
 * @param reference what; without a namespace, it is in that of the chart
 */
export function addExternal(construct: IConstruct, reference: ExternalReference): void {
  const { namespace } = Chart.of(construct);
  construct.node.addMetadata(KEY, 'namespace' in reference ? reference : { ...reference, namespace });
}

/** What somebody else creates for a part of the program, but for what the program renders itself. */
export function externalsOf(scope: IConstruct, rendered: readonly KubernetesObject[]): readonly ExternalReference[] {
  const own = new Set(rendered.map(({ kind, metadata }) => `${kind}/${metadata.namespace}/${metadata.name}`));
  return scope.node
    .findAll()
    .flatMap(({ node }) => node.metadata.filter(({ type }) => type === KEY))
    .map(({ data }) => data as ExternalReference)
    .filter(({ kind, namespace, name }) => !own.has(`${kind}/${namespace}/${name}`));
}
