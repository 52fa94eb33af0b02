/** What `slipway plan` can do. */
export const PLAN_USAGE = `Usage: slipway plan [options]

Tells what kubectl apply will do to each resource when the manifests change, without a cluster: nothing, an update in
place, a rolling restart, a rejection, data at risk, an orphan.

What is compared:
  --before <ref, folder or file>   the manifests as they are in the cluster; by default those committed at HEAD
  --base <branch>                  those committed where this branch left another one, as in a pull request
  --after <ref, folder or file>    the manifests as they will be; by default what the program of cdk8s.yaml renders now
  --path <folder>                  the folder of the manifests in the repository; by default the output of cdk8s.yaml
  --render <command>               a command that prints manifests, such as "helm template chart": it is run in a copy of
                                   the repository at the ref before, and here (or at the ref after)
  --environment <name>             only this environment; may be given several times

What happens to it:
  --apply <way>                    server, client or either (the default: the worse of both, told where they differ)
  --target <tool>                  kubectl (the default), kubectl-applyset, argocd or flux
  --kubernetes <version>           the clusters' minor version, such as 1.33
  --crd <file or folder>           CustomResourceDefinitions that the clusters have; may be given several times
  --assume <what>                  what only the cluster knows; may be given several times:
                                   pvc-bound=true, pvc-bound=false or pvc-bound=<claim>,<namespace>/<claim>,
                                   volume-expansion=true or false, job-started=true or false

What is told:
  --format <format>                text (the default), markdown (for a comment on a pull request) or json
  --show no-effect                 also what is only written in another way
  --fail-on <level>                the findings that make the exit code 3: error (the default) or warning

Exit codes: 0 nothing changes, 1 the input can't be read, 2 changes, 3 changes with a finding of that level
`;
