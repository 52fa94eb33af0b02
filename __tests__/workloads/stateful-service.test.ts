import { ClaimTemplate, StatefulService, type StatefulServiceProps, type WorkloadProps } from '../../lib';
import { podOf } from '../support/objects';
import { render } from '../support/render';
import { yaml } from '../support/yaml';

const props = { image: 'docker.io/acme/search:9', user: 1000, ports: { http: 9200 } };
const data = new ClaimTemplate('data', { size: '10Gi', accessMode: 'ReadWriteOnce' });

test('a stateful service is a StatefulSet with a headless Service', () => {
  const { get } = render((shop) => new StatefulService(shop, 'search', props).mount('/data', data));

  expect(get('StatefulSet').spec).toMatchObject(yaml`
    replicas: 1
    serviceName: search
    selector: { matchLabels: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: search } }
    persistentVolumeClaimRetentionPolicy: { whenDeleted: Retain, whenScaled: Retain }
    template:
      spec:
        securityContext: { fsGroup: 1000 }
        containers: [{ volumeMounts: [{ name: tmp, mountPath: /tmp }, { name: data, mountPath: /data }] }]
        volumes: [{ name: tmp }]
    volumeClaimTemplates:
      - metadata: { name: data }
        spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 10Gi } } }
  `);
  expect(get('Service')).toMatchObject(yaml`
    metadata: { name: search }
    spec: { clusterIP: None, ports: [{ name: http, port: 9200, targetPort: http }] }
  `);
});

test('every prop of a stateful service reaches the field that it means', () => {
  type Own = Omit<StatefulServiceProps, keyof WorkloadProps>;
  const every: Required<Own> = {
    ports: { http: 9200, peers: 9300 },
    scale: 3,
    service: { publishNotReadyAddresses: true, annotations: { 'example.com/dns': 'search' } },
    podManagement: 'Parallel',
    updateStrategy: { partition: 2 },
    retention: { whenDeleted: 'Delete', whenScaled: 'Delete' },
    serviceName: 'search-peers',
  };
  const { get } = render((shop) => {
    const search = new StatefulService(shop, 'search', { ...props, ...every });
    search.mount('/data', data);
  });

  expect(get('StatefulSet').spec).toMatchObject(yaml`
    replicas: 3
    serviceName: search-peers
    podManagementPolicy: Parallel
    updateStrategy: { type: RollingUpdate, rollingUpdate: { partition: 2 } }
    persistentVolumeClaimRetentionPolicy: { whenDeleted: Delete, whenScaled: Delete }
  `);
  expect(get('Service')).toMatchObject(yaml`
    metadata: { name: search-peers, annotations: { example.com/dns: search } }
    spec: { clusterIP: None, publishNotReadyAddresses: true, ports: [{ name: http }, { name: peers }] }
  `);
});

test('what the API fills in is left to it', () => {
  const { get } = render((shop) => new StatefulService(shop, 'search', props));

  for (const field of ['podManagementPolicy', 'updateStrategy', 'persistentVolumeClaimRetentionPolicy']) {
    expect(get('StatefulSet').spec).not.toHaveProperty(field);
  }
  expect(get('StatefulSet').spec).not.toHaveProperty('volumeClaimTemplates');
});

test('an update can be left to whoever deletes the pods', () => {
  const { get } = render((shop) => new StatefulService(shop, 'search', { ...props, updateStrategy: 'OnDelete' }));

  expect(get('StatefulSet').spec).toMatchObject({ updateStrategy: { type: 'OnDelete' } });
});

test('a claim of each replica has the class of the environment', () => {
  const { get } = render((shop) => new StatefulService(shop, 'search', props).mount('/data', data), {
    name: 'prod',
    kubernetes: '1.33',
    storageClass: 'fast',
  });

  expect(get('StatefulSet').spec).toMatchObject(yaml`
    volumeClaimTemplates: [{ spec: { storageClassName: fast } }]
  `);
});

test('a replica is ready before it gets traffic, and ends at once', () => {
  const { get } = render((shop) => new StatefulService(shop, 'search', props));

  const [container] = podOf(get('StatefulSet')).spec.containers;
  expect(container).toMatchObject({ readinessProbe: { tcpSocket: { port: 'http' } } });
  expect(container).not.toHaveProperty('lifecycle');
});

test('one template can be mounted twice, in different folders', () => {
  const { get } = render((shop) => {
    const search = new StatefulService(shop, 'search', props);
    search.mount('/data', data, { subPath: 'data' });
    search.mount('/logs', data, { subPath: 'logs' });
  });

  expect(get('StatefulSet').spec).toMatchObject(yaml`
    volumeClaimTemplates: [{ metadata: { name: data } }]
    template: { spec: { containers: [{ volumeMounts: [{ name: tmp }, { mountPath: /data }, { mountPath: /logs }] }] } }
  `);
});
