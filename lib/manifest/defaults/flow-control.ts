import { type Fields, fieldAt } from '../fields';
import { change, type Defaults, fill } from './fill';

const SHARES = 30;
const PRECEDENCE: Fields = { matchingPrecedence: 1000 };
const EXEMPT: Fields = { nominalConcurrencyShares: 0, lendablePercent: 0 };
const QUEUES: Fields = { handSize: 8, queues: 64, queueLengthLimit: 50 };
const KEEP_ZERO = 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares';

/**
 * How the API server shares itself out.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/flowcontrol/v1/defaults.go and `v1beta3`
 */
export const FLOW_CONTROL: Readonly<Record<string, Defaults>> = {
  'flowcontrol.v1.FlowSchemaSpec': PRECEDENCE,
  'flowcontrol.v1.ExemptPriorityLevelConfiguration': EXEMPT,
  'flowcontrol.v1.LimitedPriorityLevelConfiguration': { nominalConcurrencyShares: SHARES, lendablePercent: 0 },
  'flowcontrol.v1.QueuingConfiguration': QUEUES,
  'flowcontrol.v1beta3.FlowSchemaSpec': PRECEDENCE,
  'flowcontrol.v1beta3.ExemptPriorityLevelConfiguration': EXEMPT,
  'flowcontrol.v1beta3.LimitedPriorityLevelConfiguration': { lendablePercent: 0 },
  'flowcontrol.v1beta3.QueuingConfiguration': QUEUES,
  'flowcontrol.v1beta3.PriorityLevelConfiguration': (level) => {
    const keepsZero = fieldAt(level, 'metadata', 'annotations', KEEP_ZERO) !== undefined;
    const nominalConcurrencyShares = keepsZero ? undefined : SHARES;
    return change(level, 'spec', (spec) =>
      change(spec, 'limited', (limited) => fill(limited, { nominalConcurrencyShares })),
    );
  },
  'flowcontrol.v1beta2.FlowSchemaSpec': PRECEDENCE,
  'flowcontrol.v1beta2.ExemptPriorityLevelConfiguration': EXEMPT,
  'flowcontrol.v1beta2.LimitedPriorityLevelConfiguration': { assuredConcurrencyShares: SHARES, lendablePercent: 0 },
  'flowcontrol.v1beta2.QueuingConfiguration': QUEUES,
};
