import { equalMemoryRequestAndLimit } from '../../../lib/policy/rules/equal-memory-request-and-limit';
import { describeRule } from '../support/describe-rule';
import { workload } from '../support/manifests';

describeRule(equalMemoryRequestAndLimit, {
  accepts: {
    'an init container, which is gone when the data is written': workload(
      'StatefulSet',
      '',
      'initContainers: [{ name: a, resources: { requests: { memory: 1Gi }, limits: { memory: 2Gi } } }]',
    ),
    'the same, however it is written': workload(
      'StatefulSet',
      '',
      'containers: [{ name: db, resources: { requests: { memory: 1024Mi }, limits: { memory: 1Gi } } }]',
    ),
    'a limit alone, which is requested too': workload(
      'StatefulSet',
      '',
      'containers: [{ name: db, resources: { limits: { memory: 1Gi } } }]',
    ),
    'no limit, which another rule asks for': workload(
      'StatefulSet',
      '',
      'containers: [{ name: db, resources: { requests: { memory: 1Gi } } }]',
    ),
    'a Deployment': workload(
      'Deployment',
      '',
      'containers: [{ name: db, resources: { requests: { memory: 1Gi }, limits: { memory: 2Gi } } }]',
    ),
  },
  rejects: {
    'less than the limit': [
      workload(
        'StatefulSet',
        '',
        'containers: [{ name: db, resources: { requests: { memory: 1Gi }, limits: { memory: 2Gi } } }]',
      ),
      'spec.template.spec.containers[db].resources.requests.memory: db requests 1Gi of memory, and may use 2Gi',
    ],
  },
});
