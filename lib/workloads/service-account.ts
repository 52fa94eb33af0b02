import type { IServiceAccount } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { Application } from '../application/application';
import { addExternal } from '../application/external';
import { PlainApiObject, type PlainApiObjectProps } from '../synth/plain-api-object';

/**
 * The name of a workload's ServiceAccount: an existing one, or one of its own that gets no API token.
 * https://kubernetes.io/docs/concepts/security/service-accounts/
 */
export function serviceAccountOf(
  scope: Construct,
  existing: string | IServiceAccount | undefined,
  metadata: PlainApiObjectProps['metadata'],
): string {
  if (typeof existing === 'string') {
    addExternal(scope, { kind: 'ServiceAccount', namespace: Application.of(scope).namespace, name: existing });
    return existing;
  }
  if (existing !== undefined) return existing.name;
  new PlainApiObject(scope, 'service-account', { apiVersion: 'v1', kind: 'ServiceAccount', metadata }, () => ({
    automountServiceAccountToken: false,
  }));
  return metadata.name;
}
