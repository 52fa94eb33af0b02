import { ApiObject, type JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import type { KubernetesObject } from '../manifest/kubernetes-object';
import { compact } from './compact';
import { addPatches } from './patch';

/** What identifies an object; the rest is its body. */
export interface PlainApiObjectProps {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
}

/**
 * An `ApiObject` whose body is plain values, computed when it is rendered and written as it is: fields keep the order in
 * which they are given, and none is dropped for being newer than the authoring library.
 */
export class PlainApiObject extends ApiObject {
  private readonly body: () => object;

  constructor(scope: Construct, id: string, props: PlainApiObjectProps, body: () => object) {
    super(scope, id, props);
    this.body = body;
  }

  /** Patches the rendered object; each operation has to take effect. */
  public override addJsonPatch(...operations: JsonPatch[]): void {
    addPatches(this, operations);
  }

  public override toJson(): KubernetesObject {
    const { name, namespace, labels, annotations, ...other } = this.metadata.toJson() as KubernetesObject['metadata'];
    const metadata = { name, namespace, labels, annotations, ...other };
    return compact({ apiVersion: this.apiVersion, kind: this.kind, metadata, ...this.body() });
  }
}
