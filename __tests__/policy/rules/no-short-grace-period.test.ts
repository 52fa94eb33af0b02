import { noShortGracePeriod } from '../../../lib/policy/rules/no-short-grace-period';
import { describeRule } from '../support/describe-rule';
import { workload } from '../support/manifests';

describeRule(noShortGracePeriod, {
  accepts: {
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
