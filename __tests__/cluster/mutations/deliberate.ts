/** Where the gate says more than the API server, on purpose: the server accepts these, and they fail later. */
export const DELIBERATE: readonly RegExp[] = [
  // No ConfigMap or Secret can have such a key: the pod would never start.
  /only the gate refuses Deployment .*\.items\.\d\.key: /,
  // No Job could be created from it.
  /only the gate refuses CronJob spec\.jobTemplate\.metadata\.labels/,
  // No metric could be asked for with it.
  /only the gate refuses HorizontalPodAutoscaler .*\.metric\.selector\.matchLabels/,
  // The server makes up a name; kubectl apply needs one.
  /only the gate refuses LimitRange metadata\.name/,
  // Null for a number or quantity is zero for the server, and nothing for whoever reads the manifest.
  /only the server refuses .*: null: /,
  // A list of numbers is accepted for bytes.
  /only the gate refuses .*: a list for a value: /,
];
