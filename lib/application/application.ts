import { type ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { PlainApiObject } from '../synth/plain-api-object';
import { applicationScope } from './application-scope';
import { type Environment, targetOf } from './environment';
import { freeId } from './free-id';
import { extraLabelProblems } from './labels';
import { labelProblem, toLabel } from './names';
import { addProblem } from './problem';
import type { Program } from './program';
import { type Names, unknownNames } from './unknown-names';

/** How an application is set apart from others in the cluster. */
export type ApplicationProps = {
  /** Labels of every object and pod of the application. Changing them restarts every pod. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
} & (
  | {
      /** The namespace that the application owns; it is rendered and enforces Pod Security. @default - the application's id */
      readonly namespace?: string;
      readonly sharedNamespace?: undefined;
    }
  | {
      /** A namespace that others use too: it is not rendered, and names begin with the application's id. */
      readonly sharedNamespace: string;
      readonly namespace?: undefined;
    }
);

const NAMES: Names<ApplicationProps> = { labels: true, namespace: true, sharedNamespace: true };
const APPLICATION = Symbol.for('slipway.Application');

/**
 * An application in an environment: the scope of its workloads, config and credentials. Names and labels come from ids
 * alone, so moving a construct inside an application changes nothing that is rendered.
 */
export class Application extends Chart {
  /** The application that a construct belongs to. */
  public static override of(construct: IConstruct): Application {
    const application = construct.node.scopes.toReversed().find(isApplication);
    if (!application) {
      throw new Error(`${construct.node.id}: belongs to no application: create it in an Application`);
    }
    return application;
  }

  /** The environment that the application is rendered for. */
  public readonly environment: Environment;
  /** The namespace of every object. */
  public override readonly namespace: string;
  /** Labels of every object and pod beside those that select pods. */
  public readonly extraLabels: Readonly<Record<string, string>>;
  private readonly prefix: string;

  /**
   * @param program the program that renders the application
   * @param id the application's name: the file, the namespace and the `app.kubernetes.io/instance` label
   * @param environment where this one runs
   */
  constructor(program: Program, id: string, environment: Environment, props: ApplicationProps = {}) {
    const namespace = props.sharedNamespace ?? props.namespace ?? id;
    const scope = applicationScope(program, id, environment);
    super(scope, freeId(scope, id), { namespace, disableResourceNameHashes: true });
    Object.defineProperty(this, APPLICATION, { value: true });
    this.environment = environment;
    this.namespace = namespace;
    this.extraLabels = { ...environment.labels, ...props.labels };
    this.prefix = props.sharedNamespace === undefined ? '' : `${id}-`;
    const problems = [labelProblem('id', id), labelProblem('namespace', namespace), ...propProblems(props)];
    for (const problem of problems) if (problem) addProblem(this, problem);
    if (props.sharedNamespace === undefined) this.addNamespace();
  }

  /** The name of an object, or of the workload with this id: in a shared namespace it begins with the application's id. */
  public objectName(id: string): string {
    return `${this.prefix}${id}`;
  }

  /** The labels of an object that belongs to the workload, config or claim with this id. */
  public objectLabels(id: string): Readonly<Record<string, string>> {
    return { ...this.selectorLabels(id), 'app.kubernetes.io/managed-by': 'slipway', ...this.extraLabels };
  }

  /** The labels that select the pods of a workload. They never change as long as both ids stay. */
  public selectorLabels(id: string): Readonly<Record<string, string>> {
    return { 'app.kubernetes.io/instance': this.node.id, 'app.kubernetes.io/name': id };
  }

  /** Objects of cdk8s-plus without a name of their own are named after the ids that lead to them in the application. */
  public override generateObjectName(object: ApiObject): string {
    const ids = object.node.scopes.slice(this.node.scopes.length).map(({ node }) => node.id);
    return this.objectName(toLabel(ids.filter((id) => id !== 'Resource' && id !== 'Default').join('-')));
  }

  private addNamespace(): void {
    const { kubernetes, podSecurity } = targetOf(this.environment);
    const labels = {
      'app.kubernetes.io/instance': this.node.id,
      'app.kubernetes.io/managed-by': 'slipway',
      ...this.extraLabels,
      'pod-security.kubernetes.io/enforce': podSecurity,
      'pod-security.kubernetes.io/enforce-version': `v${kubernetes}`,
    };
    new PlainApiObject(
      this,
      'namespace',
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: this.namespace, labels } },
      () => ({}),
    );
  }
}

function propProblems(props: ApplicationProps): readonly string[] {
  const { labels, namespace, sharedNamespace } = props;
  return [
    ...unknownNames('Application', props, NAMES),
    ...(namespace !== undefined && sharedNamespace !== undefined
      ? [`has both namespace '${namespace}' and sharedNamespace '${sharedNamespace}': remove one`]
      : []),
    ...extraLabelProblems('labels', labels),
  ];
}

/** `instanceof` can't tell: a `Chart` answers it for every chart. */
function isApplication(construct: IConstruct): construct is Application {
  return APPLICATION in construct;
}
