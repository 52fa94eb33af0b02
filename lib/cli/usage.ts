/** What the command line can do. */
export const USAGE = `Usage: slipway check [options] <files or folders>
       slipway plan [options]

slipway plan tells what kubectl apply will do when the manifests change: see slipway plan --help.

slipway check judges Kubernetes manifests: YAML or JSON files, folders of them, or - for the standard input.

Options:
  --kubernetes <version>   the clusters' minor version, such as 1.33
  --pod-security <level>   privileged, baseline or restricted
  --preset <preset>        development or production
  --external <object>      an object that lives outside of the manifests: kind/name, kind/namespace/name or
                           Secret/name=key,key; may be given several times
  --crd <file or folder>   CustomResourceDefinitions that the clusters have; may be given several times
  --format <format>        text (the default), json or sarif
  --version                the version of slipway
  --help                   this text

The first line of a file that slipway has rendered says what it is for; options win. Files of one environment are
judged together. Without either, manifests are judged for the newest Kubernetes and production; what only the Pod
Security level 'restricted' forbids is a warning then.

Exit codes: 0 nothing of error level, 1 the input can't be read, 2 findings of error level
`;
