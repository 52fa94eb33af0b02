import { completeClaimTemplate } from '../../../lib/policy/rules/complete-claim-template';
import { databaseBelowMount } from '../../../lib/policy/rules/database-below-mount';
import { explicitClaimRetention } from '../../../lib/policy/rules/explicit-claim-retention';
import { validObject } from '../../../lib/policy/rules/valid-object';
import { validQuantities } from '../../../lib/policy/rules/valid-quantities';
import { describeRule } from '../support/describe-rule';

const DATA = 'accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }';
const statefulSet = (template: string, more = '', pod = '{}'): string => `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  template: { spec: ${pod} }
  volumeClaimTemplates: [${template}]
  ${more}
`;
const template = (spec: string): string => `{ metadata: { name: data }, spec: { ${spec} } }`;

describeRule(completeClaimTemplate, {
  accepts: { 'size and access mode': statefulSet(template(DATA)), 'no template': statefulSet('') },
  rejects: {
    neither: [
      statefulSet(template('storageClassName: ssd')),
      'spec.volumeClaimTemplates[data].spec.resources.requests.storage: the template has no size',
      'spec.volumeClaimTemplates[data].spec.accessModes: the template has no access mode',
    ],
  },
});

// one mistake, one finding
for (const rule of [validObject, validQuantities]) {
  describeRule(rule, {
    accepts: {
      'a template without size and access mode, of which complete-claim-template tells': `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: db, image: db:1 }] } }
  volumeClaimTemplates: [{ metadata: { name: data }, spec: {} }]
`,
    },
  });
}

describeRule(explicitClaimRetention, {
  accepts: {
    'a policy': statefulSet(template(DATA), 'persistentVolumeClaimRetentionPolicy: { whenDeleted: Retain }'),
    'no claims': statefulSet(''),
  },
  rejects: {
    'no policy': [
      statefulSet(template(DATA)),
      'spec.persistentVolumeClaimRetentionPolicy: it does not say whether the claims are kept',
    ],
  },
});

const postgres = (image: string, mount: string, env = ''): string =>
  statefulSet(
    template(DATA),
    '',
    `{ containers: [{ name: db, image: "${image}", env: [${env}], volumeMounts: [{ name: data, ${mount} }] }] }`,
  );
const MOUNT = 'mountPath: /var/lib/postgresql/data';

describeRule(databaseBelowMount, {
  accepts: {
    'a folder below': postgres('postgres:17', MOUNT, '{ name: PGDATA, value: /var/lib/postgresql/data/pgdata }'),
    'a part of the volume': postgres('postgres:17', `${MOUNT}, subPath: data`),
    'a folder that comes from elsewhere': postgres('postgres:17', MOUNT, '{ name: PGDATA, valueFrom: {} }'),
    'an image with its data below': postgres('postgres:18', 'mountPath: /var/lib/postgresql'),
    'another image': postgres('mysql:8', 'mountPath: /var/lib/mysql'),
  },
  rejects: {
    'the mount itself': [
      postgres('docker.io/library/postgres:17-alpine', 'mountPath: /var/lib/postgresql/data/'),
      'spec.template.spec.containers[db].volumeMounts[/var/lib/postgresql/data/]: PGDATA is /var/lib/postgresql/data, which is the mount itself',
    ],
    'the mount itself, as said': [
      postgres('postgis/postgis:16-3.4', 'mountPath: /data', '{ name: PGDATA, value: /data }'),
      'spec.template.spec.containers[db].volumeMounts[/data]: PGDATA is /data, which is the mount itself',
    ],
  },
});
