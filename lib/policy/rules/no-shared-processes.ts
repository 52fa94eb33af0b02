import { fieldAt } from '../../manifest/fields';
import { checkPods } from '../each-container';
import { PRODUCTION_NOTE, type Rule } from '../rule';

/** A note, as some sidecars need it, to send a signal to the program beside them. */
export const noSharedProcesses: Rule = {
  id: 'no-shared-processes',
  severity: PRODUCTION_NOTE,
  group: 'security',
  what: 'The containers of a pod must not see the processes of each other.',
  why: 'Over /proc each container reads the environment and the files of the others, and with them their secrets.',
  remedy: 'leave out shareProcessNamespace',
  link: 'https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/',
  ...checkPods(({ spec }) =>
    fieldAt(spec, 'shareProcessNamespace') === true
      ? ['shareProcessNamespace', 'the containers of the pod see the processes of each other']
      : undefined,
  ),
};
