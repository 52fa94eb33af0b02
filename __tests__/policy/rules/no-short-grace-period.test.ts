import { noShortGracePeriod } from '../../../lib/policy/rules/no-short-grace-period';
import { describeRule } from '../support/describe-rule';
import { workload } from '../support/manifests';

describeRule(noShortGracePeriod, {
  accepts: {
    'the usual one': workload(
      'StatefulSet',
      'volumeClaimTemplates: [{ metadata: { name: data } }]',
      'terminationGracePeriodSeconds: 30',
    ),
    nothing: workload(
      'StatefulSet',
      'volumeClaimTemplates: [{ metadata: { name: data } }]',
      'containers: [{ name: db, volumeMounts: [{ name: data, mountPath: /data }], image: db:1 }]',
    ),
    'a longer one': workload(
      'StatefulSet',
      'volumeClaimTemplates: [{ metadata: { name: data } }]',
      'terminationGracePeriodSeconds: 120, containers: []',
    ),
    'a StatefulSet without data': workload('StatefulSet', '', 'terminationGracePeriodSeconds: 5'),
    'a Deployment': workload('Deployment', '', 'terminationGracePeriodSeconds: 5'),
  },
  rejects: {
    'a second less than usual': [
      workload(
        'StatefulSet',
        'volumeClaimTemplates: [{ metadata: { name: data } }]',
        'terminationGracePeriodSeconds: 29',
      ),
      'spec.template.spec.terminationGracePeriodSeconds: the pod has 29 s to end',
    ],
    'a shorter one': [
      workload(
        'StatefulSet',
        'volumeClaimTemplates: [{ metadata: { name: data } }]',
        'terminationGracePeriodSeconds: 0',
      ),
      'spec.template.spec.terminationGracePeriodSeconds: the pod has 0 s to end',
    ],
  },
});
