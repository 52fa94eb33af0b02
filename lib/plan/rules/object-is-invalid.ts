import { mergeIsRejected } from './merge-is-rejected';
import { refusal } from './common/refusal';

/** Refusals of updates are `field-is-immutable` and its like. */
export const objectIsInvalid = refusal(
  {
    id: 'object-is-invalid',
    what: 'The API server refuses an object whatever the cluster holds.',
    why: 'Nothing of the object gets into the cluster, while the other objects do: kubectl apply goes on after an error.',
    link: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
    concerns: (change, objection) => !objection.update && !mergeIsRejected.concerns(change, objection),
  },
  (_change, objections) =>
    objections.map(({ path, message }) => ({
      severity: 'error',
      path,
      message: `${path}: ${message}`,
      remedy:
        REMEDIES.find(([pattern]) => pattern.test(`${path} ${message}`))?.[1] ?? 'correct the field in the program',
    })),
);

/** What to do where the message of the server does not say it. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [
    /^spec\.(l|L)oadBalancer|externalTrafficPolicy|healthCheckNodePort/,
    'remove the field: it is for Services of type LoadBalancer only',
  ],
  [
    /not declared in schema|unknown field/,
    'correct the name of the field, or remove it; another version of Kubernetes may have it',
  ],
  [/no matches for kind|not served/, 'use an apiVersion that the cluster serves'],
];
