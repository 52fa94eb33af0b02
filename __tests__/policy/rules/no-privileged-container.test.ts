import { noPrivilegedContainer } from '../../../lib/policy/rules/no-privileged-container';
import { describeRule } from '../support/describe-rule';
import { container, object, pod, workload } from '../support/manifests';

describeRule(
  noPrivilegedContainer,
  {
    accepts: {
      'a container that says nothing': container('image: web'),
      'a container that says no': container('securityContext: { privileged: false }'),
      'an object that is no workload': object(
        'v1',
        'ConfigMap',
        'containers: [{ securityContext: { privileged: true } }]',
      ),
      'a kind of the same name in another group': object(
        'example.com/v1',
        'Deployment',
        'template: { spec: { containers: [{ securityContext: { privileged: true } }] } }',
      ),
    },
    rejects: {
      'a container': [
        container('securityContext: { privileged: true }'),
        'spec.containers[web].securityContext.privileged: web is privileged',
      ],
      'an init container of a Deployment': [
        workload('Deployment', '', 'initContainers: [{ name: init, securityContext: { privileged: true } }]'),
        'spec.template.spec.initContainers[init].securityContext.privileged: init is privileged',
      ],
      'a CronJob': [
        '{ apiVersion: batch/v1, kind: CronJob, spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: job, securityContext: { privileged: true } }] } } } } } }',
        'spec.jobTemplate.spec.template.spec.containers[job].securityContext.privileged: job is privileged',
      ],
      'an ephemeral container': [
        pod('ephemeralContainers: [{ name: debug, securityContext: { privileged: true } }]'),
        'spec.ephemeralContainers[debug].securityContext.privileged: debug is privileged',
      ],
    },
  },
  { podSecurity: 'baseline' },
);

describeRule(
  noPrivilegedContainer,
  { accepts: { 'anything where the namespace is privileged': container('securityContext: { privileged: true }') } },
  { podSecurity: 'privileged' },
);
