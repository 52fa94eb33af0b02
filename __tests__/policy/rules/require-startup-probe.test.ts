import { requireStartupProbe } from '../../../lib/policy/rules/require-startup-probe';
import { describeRule } from '../support/describe-rule';
import { workload } from '../support/manifests';

describeRule(requireStartupProbe, {
  accepts: {
    'a startup probe': workload(
      'StatefulSet',
      'volumeClaimTemplates: [{ metadata: { name: data } }]',
      'containers: [{ name: db, volumeMounts: [{ name: data, mountPath: /data }], livenessProbe: { exec: {} }, startupProbe: { exec: {} } }]',
    ),
    'no liveness probe': workload(
      'StatefulSet',
      'volumeClaimTemplates: [{ metadata: { name: data } }]',
      'containers: [{ name: db, volumeMounts: [{ name: data, mountPath: /data }], image: db:1 }]',
    ),
    'a late one': workload(
      'StatefulSet',
      'volumeClaimTemplates: [{ metadata: { name: data } }]',
      'containers: [{ name: db, volumeMounts: [{ name: data, mountPath: /data }], livenessProbe: { initialDelaySeconds: 60 } }]',
    ),
    'a patient one': workload(
      'StatefulSet',
      'volumeClaimTemplates: [{ metadata: { name: data } }]',
      'containers: [{ name: db, volumeMounts: [{ name: data, mountPath: /data }], livenessProbe: { failureThreshold: 6 } }]',
    ),
    'a container without data': workload(
      'StatefulSet',
      'volumeClaimTemplates: [{ metadata: { name: data } }]',
      'containers: [{ name: agent, livenessProbe: {} }]',
    ),
    'a Deployment': workload('Deployment', '', 'containers: [{ name: web, livenessProbe: {} }]'),
  },
  rejects: {
    'a second less than enough': [
      workload(
        'StatefulSet',
        'volumeClaimTemplates: [{ metadata: { name: data } }]',
        'containers: [{ name: db, volumeMounts: [{ name: data, mountPath: /data }], livenessProbe: { initialDelaySeconds: 29 } }]',
      ),
      'spec.template.spec.containers[db].startupProbe: db is killed if it takes longer than 59 s to start',
    ],
    'the usual patience': [
      workload(
        'StatefulSet',
        'volumeClaimTemplates: [{ metadata: { name: data } }]',
        'containers: [{ name: db, volumeMounts: [{ name: data, mountPath: /data }], livenessProbe: { exec: {} } }]',
      ),
      'spec.template.spec.containers[db].startupProbe: db is killed if it takes longer than 30 s to start',
    ],
  },
});
