import { references } from '../../../lib/manifest/references/references';
import { resourcesOf } from '../../policy/support/describe-rule';

/** The references of one object, as `kind namespace/name[keys]:port` with the path. */
function referencesOf(text: string): readonly string[] {
  return references(resourcesOf(text)[0]!).map(({ kind, namespace, name, keys, port, optional, path }) => {
    const asked = keys.map(({ value }) => value).join(' ');
    const more = `${asked && `[${asked}]`}${port ? `:${port.value}` : ''}${optional ? '?' : ''}`;
    return `${path} → ${kind} ${namespace && `${namespace}/`}${name}${more}`;
  });
}

test('a pod refers to what its containers, volumes and its start need', () => {
  const found = referencesOf(`
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  serviceAccountName: web
  priorityClassName: high
  runtimeClassName: gvisor
  imagePullSecrets: [{ name: registry }]
  initContainers:
    - { name: init, envFrom: [{ configMapRef: { name: init, optional: true } }, { secretRef: { name: init } }] }
  containers:
    - name: web
      env:
        - { name: LEVEL, valueFrom: { configMapKeyRef: { name: config, key: LOG_LEVEL } } }
        - { name: TOKEN, valueFrom: { secretKeyRef: { name: web, key: TOKEN, optional: true } } }
        - { name: IP, valueFrom: { fieldRef: { fieldPath: status.podIP } } }
      volumeMounts: [{ name: files, mountPath: /etc/app.yaml, subPath: app.yaml }]
  volumes:
    - { name: files, configMap: { name: files } }
    - { name: tls, secret: { secretName: tls, items: [{ key: tls.crt, path: a }, { key: tls.key, path: b }] } }
    - { name: all, projected: { sources: [{ secret: { name: a } }, { configMap: { name: b, optional: true } }] } }
    - { name: data, persistentVolumeClaim: { claimName: data } }
    - { name: scratch, ephemeral: { volumeClaimTemplate: { spec: { storageClassName: fast } } } }
    - { name: vault, csi: { volumeAttributes: { secretProviderClass: vault } } }
    - { name: tmp, emptyDir: {} }
`);

  expect(found).toEqual([
    'spec.initContainers[init].envFrom[0].configMapRef.name → ConfigMap shop/init?',
    'spec.initContainers[init].envFrom[1].secretRef.name → Secret shop/init',
    'spec.containers[web].env[LEVEL].valueFrom.configMapKeyRef.name → ConfigMap shop/config[LOG_LEVEL]',
    'spec.containers[web].env[TOKEN].valueFrom.secretKeyRef.name → Secret shop/web[TOKEN]?',
    'spec.volumes[files].configMap.name → ConfigMap shop/files[app.yaml]',
    'spec.volumes[tls].secret.secretName → Secret shop/tls[tls.crt tls.key]',
    'spec.volumes[all].projected.sources[0].secret.name → Secret shop/a',
    'spec.volumes[all].projected.sources[1].configMap.name → ConfigMap shop/b?',
    'spec.volumes[data].persistentVolumeClaim.claimName → PersistentVolumeClaim shop/data',
    'spec.volumes[scratch].ephemeral.volumeClaimTemplate.spec.storageClassName → StorageClass fast',
    'spec.volumes[vault].csi.volumeAttributes.secretProviderClass → SecretProviderClass shop/vault',
    'spec.imagePullSecrets[registry].name → Secret shop/registry',
    'spec.serviceAccountName → ServiceAccount shop/web',
    'spec.priorityClassName → PriorityClass high',
    'spec.runtimeClassName → RuntimeClass gvisor',
  ]);
});

const META = 'metadata: { name: web, namespace: shop }';

test.each([
  [
    'an Ingress',
    `{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: web, namespace: shop, annotations: { cert-manager.io/issuer: ca } },
       spec: { ingressClassName: traefik, tls: [{ secretName: tls }], rules: [{ http: { paths: [{ backend: { service: { name: web, port: { name: http } } } }] } }] } }`,
    [
      'spec.rules[0].http.paths[0].backend.service.name → Service shop/web:http',
      'spec.tls[0].secretName → Secret shop/tls',
      'spec.ingressClassName → IngressClass traefik',
      'metadata.annotations[cert-manager.io/issuer] → Issuer shop/ca',
    ],
  ],
  [
    'an HTTPRoute',
    `{ apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, ${META},
       spec: { parentRefs: [{ name: public, namespace: gateway }], rules: [{ backendRefs: [{ name: web, port: 80 }] }] } }`,
    ['spec.parentRefs[0].name → Gateway gateway/public', 'spec.rules[0].backendRefs[0].name → Service shop/web:80'],
  ],
  [
    'a Gateway',
    `{ apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, ${META},
       spec: { gatewayClassName: envoy, listeners: [{ name: https, tls: { certificateRefs: [{ name: tls }] } }] } }`,
    [
      'spec.gatewayClassName → GatewayClass envoy',
      'spec.listeners[https].tls.certificateRefs[0].name → Secret shop/tls',
    ],
  ],
  [
    'a webhook',
    `{ apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingWebhookConfiguration, metadata: { name: web },
       webhooks: [{ name: a.example.com, clientConfig: { service: { name: web, namespace: shop, path: /a } } },
                  { name: b.example.com, clientConfig: { url: 'https://b.example.com' } },
                  { clientConfig: { service: { name: web, namespace: shop, port: 8443 } } }] }`,
    [
      'webhooks[a.example.com].clientConfig.service.name → Service shop/web:443',
      'webhooks[2].clientConfig.service.name → Service shop/web:8443',
    ],
  ],
  [
    'a part of the API that a Service serves',
    `{ apiVersion: apiregistration.k8s.io/v1, kind: APIService, metadata: { name: v1beta1.metrics.k8s.io },
       spec: { service: { name: metrics-server, namespace: kube-system } } }`,
    ['spec.service.name → Service kube-system/metrics-server:443'],
  ],
  [
    'a part of the API that the API server serves itself',
    `{ apiVersion: apiregistration.k8s.io/v1, kind: APIService, metadata: { name: v1.apps }, spec: { group: apps, version: v1 } }`,
    [],
  ],
  [
    'a conversion of custom resources',
    `{ apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: { name: carts.example.com },
       spec: { conversion: { strategy: Webhook, webhook: { clientConfig: { service: { name: web, namespace: shop, port: 9443 } } } } } }`,
    ['spec.conversion.webhook.clientConfig.service.name → Service shop/web:9443'],
  ],
  [
    'a Service with a transport of Traefik',
    `{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop, annotations: { traefik.ingress.kubernetes.io/service.serverstransport: shop-web@kubernetescrd } } }`,
    ['metadata.annotations[traefik.ingress.kubernetes.io/service.serverstransport] → ServersTransport shop/web'],
  ],
  [
    'a StatefulSet',
    `{ apiVersion: apps/v1, kind: StatefulSet, ${META},
       spec: { serviceName: db, volumeClaimTemplates: [{ metadata: { name: data }, spec: { storageClassName: ssd } }] } }`,
    ['spec.serviceName → Service shop/db', 'spec.volumeClaimTemplates[data].spec.storageClassName → StorageClass ssd'],
  ],
  [
    'an autoscaler',
    `{ apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, ${META}, spec: { scaleTargetRef: { kind: StatefulSet, name: db } } }`,
    ['spec.scaleTargetRef.name → StatefulSet shop/db'],
  ],
  [
    'a claim',
    `{ apiVersion: v1, kind: PersistentVolumeClaim, ${META},
       spec: { storageClassName: ssd, volumeName: pv, dataSource: { apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: old } } }`,
    [
      'spec.storageClassName → StorageClass ssd',
      'spec.volumeName → PersistentVolume pv',
      'spec.dataSource.name → VolumeSnapshot shop/old',
    ],
  ],
  [
    'a binding',
    `{ apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, ${META},
       roleRef: { kind: Role, name: read }, subjects: [{ kind: ServiceAccount, name: web, namespace: blog }, { kind: User, name: jane }] }`,
    ['roleRef.name → Role shop/read', 'subjects[0].name → ServiceAccount blog/web'],
  ],
  [
    'an account',
    `{ apiVersion: v1, kind: ServiceAccount, ${META}, imagePullSecrets: [{ name: registry }] }`,
    ['imagePullSecrets[0].name → Secret shop/registry'],
  ],
  [
    'a certificate',
    `{ apiVersion: cert-manager.io/v1, kind: Certificate, ${META}, spec: { issuerRef: { kind: ClusterIssuer, name: ca } } }`,
    ['spec.issuerRef.name → ClusterIssuer ca'],
  ],
  [
    'an object of the same kind and another group',
    `{ apiVersion: example.com/v1, kind: StatefulSet, ${META}, spec: { serviceName: db } }`,
    [],
  ],
  ['an object without a body', `{ apiVersion: apps/v1, kind: StatefulSet, ${META} }`, []],
])('%s refers to what it names', (_, text, found) => {
  expect(referencesOf(text)).toEqual(found);
});

test('a name that is no text, or empty, is no reference', () => {
  expect(
    referencesOf(`{ apiVersion: apps/v1, kind: StatefulSet, ${META}, spec: { serviceName: '', template: { spec: {
      priorityClassName: 7, volumes: [null, { configMap: [] }], containers: [{ env: {}, envFrom: [{ secretRef: { name: null } }] }] } } } }`),
  ).toEqual([]);
});
