import { isAtLeast } from '../version';
import { type About, atMost, type Checks } from './check';
import type { Field } from './field';
import { isDropped } from './features';

const MOST_RULES = 20;
const MOST_CODES = 255;

/** What becomes of a container that has ended, by its exit code. */
export const RESTART_RULE_CHECKS: Checks = {
  'core.v1.Container': (container, about) => {
    if (container.has('restartPolicyRules')) checkRules(container, about);
  },
  'core.v1.ContainerRestartRule': (rule, { version }) => {
    if (!rule.has('exitCodes')) rule.get('exitCodes').refuse('valid-object', 'is required');
    if (rule.textOf('action') === 'RestartAllContainers' && !isAtLeast(version, '1.36')) {
      rule
        .get('action')
        .refuse('available-features', `RestartAllContainers needs Kubernetes 1.36, the target is ${version}`);
    }
  },
  'core.v1.ContainerRestartRuleOnExitCodes': (codes) => atMost(codes.get('values'), MOST_CODES),
};

function checkRules(container: Field, { version }: About): void {
  if (isDropped('core.v1.Container', 'restartPolicyRules', version)) return;
  const rules = container.get('restartPolicyRules');
  atMost(rules, MOST_RULES);
  if (!rules.empty && container.get('restartPolicy').missing)
    container.get('restartPolicy').refuse('valid-object', 'is required with restartPolicyRules');
}
