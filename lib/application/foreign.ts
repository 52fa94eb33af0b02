import { Chart } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { EnvironmentScope } from './environment-scope';

/**
 * What is wrong with an object that is used where it is not: pods find only what is in their own namespace.
 *
 * @param what the user's word for it, such as `volume 'files'`
 * @param object a construct of the program; of anything else nobody knows where it is
 */
export function foreignProblem(what: string, object: unknown, user: IConstruct): string | undefined {
  if (!Construct.isConstruct(object)) return undefined;
  const [there, here] = [object, user].map((construct) => EnvironmentScope.of(construct).name);
  if (there !== here) {
    return `${what} is in environment '${there}', and this is '${here}': create one in each environment`;
  }
  const [theirs, own] = [object, user].map(namespaceOf);
  if (theirs === undefined || own === undefined || theirs === own) return undefined;
  return (
    `${what} is in namespace '${theirs}', where pods of '${own}' can't find it: ` +
    'create one in each application, or have them share a namespace'
  );
}

/** The namespace that a construct is rendered in; `undefined` where nobody says it. */
function namespaceOf(construct: IConstruct): string | undefined {
  const chart = construct.node.scopes.findLast((scope): scope is Chart => Chart.isChart(scope));
  return chart?.namespace;
}
