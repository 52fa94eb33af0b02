import { annotationsOf } from '../../manifest/references/annotation-references';
import { ResourceIndex } from '../../manifest/references/resource-index';
import { ERROR, type Rule } from '../rule';

/** An Ingress must not hold configuration that its controller runs as it is. */
export const noSnippetAnnotations: Rule = {
  id: 'no-snippet-annotations',
  severity: ERROR,
  group: 'networking',
  what: 'An Ingress must not have annotations with snippets of configuration or Lua.',
  why: 'Who may edit the Ingress runs code in the controller, which reads every Secret of the cluster (CVE-2021-25742).',
  remedy: 'use the annotation that the controller has for it, or do it in the application',
  link: 'https://kubernetes.io/docs/concepts/security/security-checklist/',
  check: (resources) =>
    ResourceIndex.of(resources)
      .ofKind('Ingress')
      .flatMap((resource) =>
        Object.keys(annotationsOf(resource))
          .filter((key) => /\/([a-z-]+-)?snippets?$|\/lua-|haproxy-ingress\.github\.io\/config-/.test(key))
          .map((key) => ({ resource, path: `metadata.annotations[${key}]`, message: `${key} is a snippet` })),
      ),
};
