import { safeSysctls } from '../../../lib/policy/rules/safe-sysctls';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(safeSysctls, {
  accepts: {
    'settings that were always safe': container(
      'image: web',
      'securityContext: { sysctls: [{ name: net.ipv4.ip_unprivileged_port_start }] }',
    ),
    'one that has become safe': container('image: web', 'securityContext: { sysctls: [{ name: net.ipv4.tcp_rmem }] }'),
  },
  rejects: {
    'one that is not': [
      container('image: web', 'securityContext: { sysctls: [{ name: kernel.msgmax }] }'),
      'spec.securityContext.sysctls[kernel.msgmax]: the pod sets the kernel setting kernel.msgmax',
    ],
  },
});

describeRule(
  safeSysctls,
  {
    rejects: {
      'one that is not safe yet': [
        container('image: web', 'securityContext: { sysctls: [{ name: net.ipv4.tcp_rmem }] }'),
        'spec.securityContext.sysctls[net.ipv4.tcp_rmem]: the pod sets the kernel setting net.ipv4.tcp_rmem, which is safe from Kubernetes 1.32 only',
      ],
    },
  },
  { kubernetes: '1.31' },
);
