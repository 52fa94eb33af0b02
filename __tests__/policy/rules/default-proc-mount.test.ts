import { defaultProcMount } from '../../../lib/policy/rules/default-proc-mount';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(
  defaultProcMount,
  {
    accepts: { nothing: container('image: web'), Default: container('securityContext: { procMount: Default }') },
    rejects: {
      Unmasked: [
        container('securityContext: { procMount: Unmasked }'),
        'spec.containers[web].securityContext.procMount: web mounts /proc Unmasked',
      ],
    },
  },
  { podSecurity: 'baseline' },
);

describeRule(
  defaultProcMount,
  {
    accepts: {
      'Unmasked at baseline with users of its own, from 1.35': container(
        'securityContext: { procMount: Unmasked }',
        'hostUsers: false',
      ),
    },
  },
  { kubernetes: '1.35', podSecurity: 'baseline' },
);

describeRule(
  defaultProcMount,
  {
    rejects: {
      'the same at restricted': [
        container('securityContext: { procMount: Unmasked }', 'hostUsers: false'),
        'spec.containers[web].securityContext.procMount: web mounts /proc Unmasked',
      ],
    },
  },
  { kubernetes: '1.35' },
);
