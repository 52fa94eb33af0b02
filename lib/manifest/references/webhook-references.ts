import { fieldAt, mapsAt, textAt } from '../fields';
import type { Resource } from '../resource';
import { type Reference, refer } from './reference';

/** Whom the API server asks before it stores an object. https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/ */
export function webhookReferences({ object }: Resource): readonly Reference[] {
  return mapsAt(object, 'webhooks').flatMap((webhook, index) =>
    called(
      fieldAt(webhook, 'clientConfig', 'service'),
      `webhooks[${textAt(webhook, 'name') ?? index}].clientConfig.service`,
    ),
  );
}

/** Who serves a part of the API. https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/apiserver-aggregation/ */
export function apiServiceReferences({ object }: Resource): readonly Reference[] {
  return called(fieldAt(object, 'spec', 'service'), 'spec.service');
}

/** Who converts custom resources between their versions. https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/ */
export function conversionReferences({ object }: Resource): readonly Reference[] {
  const webhook = fieldAt(object, 'spec', 'conversion', 'webhook');
  return called(fieldAt(webhook, 'clientConfig', 'service'), 'spec.conversion.webhook.clientConfig.service');
}

/** A Service that the API server calls, at port 443 unless another is named. */
function called(service: unknown, path: string): readonly Reference[] {
  const port = fieldAt(service, 'port');
  return refer('Service', fieldAt(service, 'name'), `${path}.name`, {
    namespace: textAt(service, 'namespace'),
    port: typeof port === 'number' ? { value: port, path: `${path}.port` } : { value: 443, path },
  });
}
