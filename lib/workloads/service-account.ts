import type { IServiceAccount } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
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
  if (existing !== undefined) return typeof existing === 'string' ? existing : existing.name;
  new PlainApiObject(scope, 'service-account', { apiVersion: 'v1', kind: 'ServiceAccount', metadata }, () => ({
    automountServiceAccountToken: false,
  }));
  return metadata.name;
}
