import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { KubernetesObject } from '../manifest/kubernetes-object';
import type { Resource } from '../manifest/resource';
import { compareObjects, withoutStrayNamespace } from './order';
import { applyChanges } from './patch';

/** What a chart renders to, patched and in the order in which it is applied. */
export function collectResources(chart: Chart, environment: string): Resource[] {
  return chart.node
    .findAll()
    .filter((construct): construct is ApiObject => ApiObject.isApiObject(construct) && outermost(construct) === chart)
    .map((construct) => ({
      object: withoutStrayNamespace(applyChanges(construct, construct.toJson() as KubernetesObject)),
      origin: { constructPath: construct.node.path, environment },
    }))
    .toSorted((a, b) => compareObjects(a.object, b.object));
}

/** The outermost charts below a scope: each becomes a file, with the charts inside it. */
export function outermostCharts(scope: IConstruct): readonly Chart[] {
  return scope.node.children.flatMap((child) => (Chart.isChart(child) ? [child as Chart] : outermostCharts(child)));
}

function outermost(construct: IConstruct): Chart | undefined {
  return construct.node.scopes.find((scope): scope is Chart => Chart.isChart(scope));
}
