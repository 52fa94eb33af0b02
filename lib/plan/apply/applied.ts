import type { KubernetesObject } from '../../manifest/kubernetes-object';
import type { Objection } from '../prediction';

/** The object that the API server is asked to store, before it decodes it and fills in defaults; or why it comes to none. */
export type Applied = { readonly object: KubernetesObject } | { readonly failure: Objection };
