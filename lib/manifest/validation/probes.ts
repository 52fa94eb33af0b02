import { type Checks, exactlyOne, forbid, need, port } from './check';
import type { Field } from './field';
import { isPort, portName } from './syntax';

const PROBE_HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'];
const HOOK_HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'sleep'];

/** What asks a container and what it is told. */
export const PROBE_CHECKS: Checks = {
  'core.v1.Probe': (probe) => {
    exactlyOne(probe, PROBE_HANDLERS, 'a handler');
    if (probe.step === 'readinessProbe') {
      forbid(probe.get('terminationGracePeriodSeconds'), 'for a readinessProbe');
      return;
    }
    const threshold = probe.get('successThreshold');
    if ((threshold.number ?? 1) !== 1 && threshold.number !== 0) {
      threshold.refuse('valid-object', `must be 1 for a ${String(probe.step)}, is ${threshold.number}`);
    }
  },
  'core.v1.LifecycleHandler': (hook) => exactlyOne(hook, HOOK_HANDLERS, 'a handler'),
  'core.v1.ExecAction': (action) => need(action.get('command')),
  'core.v1.HTTPGetAction.port': portOrName,
  'core.v1.TCPSocketAction.port': portOrName,
  'core.v1.GRPCAction.port': port,
  'core.v1.HTTPHeader.name': (name) => {
    if (name.text !== undefined && !/^[-A-Za-z0-9]+$/.test(name.text)) {
      name.refuse('valid-names', `must be letters, digits and "-": ${name.text}`);
    }
  },
};

/** Refuses what is neither the number nor the name of a port. */
export function portOrName(field: Field): void {
  const { number, text } = field;
  if (number !== undefined && !isPort(number)) field.refuse('valid-ports', `must be between 1 and 65535, is ${number}`);
  const wrong = text === undefined ? undefined : portName(text);
  if (wrong === undefined) return;
  const numeric = /^\d+$/.test(text ?? '');
  field.refuse('valid-ports', numeric ? `is a text, not a number: take the quotes away from ${text}` : wrong);
}

/** Refuses a sleep that is longer than the time that a pod has to end. */
export function checkSleep(container: Field, grace: number): void {
  for (const hook of ['postStart', 'preStop']) {
    const seconds = container.at('lifecycle', hook, 'sleep', 'seconds');
    if (seconds.number !== undefined && (seconds.number < 0 || seconds.number > grace)) {
      seconds.refuse(
        'valid-object',
        `must be between 0 and terminationGracePeriodSeconds (${grace}), is ${seconds.number}`,
      );
    }
  }
}
