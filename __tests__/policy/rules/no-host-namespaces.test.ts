import { noHostNamespaces } from '../../../lib/policy/rules/no-host-namespaces';
import { describeRule } from '../support/describe-rule';
import { container } from '../support/manifests';

describeRule(
  noHostNamespaces,
  {
    accepts: {
      'a pod of its own': container('image: web'),
      'a pod that says no': container('image: web', 'hostNetwork: false, hostPID: false, hostIPC: null'),
    },
    rejects: {
      'each namespace by itself': [
        container('image: web', 'hostNetwork: true, hostPID: true, hostIPC: true'),
        "spec.hostNetwork: the pod shares the node's namespace: hostNetwork is true",
        "spec.hostPID: the pod shares the node's namespace: hostPID is true",
        "spec.hostIPC: the pod shares the node's namespace: hostIPC is true",
      ],
    },
  },
  { podSecurity: 'baseline' },
);

describeRule(
  noHostNamespaces,
  { accepts: { 'anything where the namespace is privileged': container('image: web', 'hostNetwork: true') } },
  { podSecurity: 'privileged' },
);
