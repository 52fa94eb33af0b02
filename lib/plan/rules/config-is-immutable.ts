import { fieldsAt, isWithin } from '../fields/within';
import { kindOf } from './common/change';
import { refusal } from './common/refusal';
import { described, listed } from './common/words';

const FIELDS = ['data', 'binaryData', 'stringData', 'immutable'];

/** Applies to what is there, whatever the new manifest says of `immutable`. */
export const configIsImmutable = refusal(
  {
    id: 'config-is-immutable',
    what: 'The content of a ConfigMap or Secret with immutable: true can never change, nor can it be made mutable again.',
    why: 'The API server refuses the update, and the pods keep reading the old content.',
    link: 'https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-immutable',
    concerns: (change, { path, update }) =>
      update &&
      (kindOf(change) === '/ConfigMap' || kindOf(change) === '/Secret') &&
      FIELDS.some((field) => isWithin(path, field)),
  },
  (change, objections) => {
    const paths = [...new Set(objections.map(({ path }) => path))];
    const fields = FIELDS.flatMap((field) => fieldsAt(change, field));
    return {
      severity: 'error',
      path: paths[0],
      message: `${change.id.kind} is immutable: ${fields.length > 0 ? described(fields) : listed(paths)}`,
      remedy:
        'give it a new name, such as one with a hash of the content at its end, and let the pods refer to that: they roll out, and a rollback finds the old one',
    };
  },
);
