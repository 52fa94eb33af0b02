import { dropAllCapabilities } from '../../../lib/policy/rules/drop-all-capabilities';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(dropAllCapabilities, {
  accepts: {
    'a container that drops ALL': container('securityContext: { capabilities: { drop: [ALL] } }'),
    'one that adds NET_BIND_SERVICE again': container(
      'securityContext: { capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] } }',
    ),
    'a pod for Windows': container('image: web', 'os: { name: windows }'),
    'what no-dangerous-capabilities says already': container(
      'securityContext: { capabilities: { drop: [ALL], add: [SYS_ADMIN] } }',
    ),
  },
  rejects: {
    'a container that says nothing': [
      container('image: web'),
      'spec.containers[web].securityContext.capabilities.drop: web does not drop ALL capabilities',
    ],
    'one that drops some': [
      container('securityContext: { capabilities: { drop: [NET_RAW] } }'),
      'spec.containers[web].securityContext.capabilities.drop: web does not drop ALL capabilities, only NET_RAW',
    ],
    'one that adds others again': [
      container('securityContext: { capabilities: { drop: [ALL], add: [CHOWN] } }'),
      'spec.containers[web].securityContext.capabilities.add: web adds CHOWN',
    ],
  },
});

describeRule(
  dropAllCapabilities,
  { accepts: { 'anything at the level baseline': container('image: web') } },
  { podSecurity: 'baseline' },
);
