import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';
import type { Api } from '../harness/api';
import { until } from '../harness/until';

/** An object as it is sent. */
export interface Submission {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** What the API server says to an object. */
export interface Verdict {
  readonly accepted: boolean;
  /** Why not, in the server's words. */
  readonly message: string;
  readonly warnings: readonly string[];
}

/** What came of creating an object. */
export type Stored =
  | { readonly accepted: false; readonly message: string }
  | { readonly accepted: true; readonly object: KubernetesObject; remove(): Promise<void> };

interface ServedKinds {
  readonly resources: readonly { readonly name: string; readonly kind: string; readonly namespaced: boolean }[];
}

/** Asks an API server for its verdict on objects: validation and admission in full, but nothing is stored. */
export class Judge {
  private readonly served = new Map<string, Promise<ServedKinds>>();

  constructor(
    private readonly api: Api,
    private readonly namespace: string,
  ) {}

  /** Creates the object in a dry run with strict field validation. */
  async create(object: Submission): Promise<Verdict> {
    const path = await this.path(object);
    if (!path) return refused(`no matches for kind "${object.kind}" in version "${object.apiVersion}"`);
    return this.send('POST', `${path}?dryRun=All&fieldValidation=Strict`, { body: object });
  }

  /** Applies the object on the server's side in a dry run with strict field validation. */
  async apply(object: Submission): Promise<Verdict> {
    const path = await this.path(object);
    if (!path) return refused(`no matches for kind "${object.kind}" in version "${object.apiVersion}"`);
    const query = 'dryRun=All&fieldValidation=Strict&fieldManager=slipway-test&force=true';
    const content = { body: object, type: 'application/apply-patch+yaml' };
    return this.send('PATCH', `${path}/${object.metadata.name}?${query}`, content);
  }

  /** Creates the object, and reads it back unless it is a dry run; a field that the server drops is no error. */
  async store(object: Submission, { dryRun = false } = {}): Promise<Stored> {
    const path = await this.path(object);
    if (!path) return { accepted: false, message: `no matches for kind "${object.kind}"` };
    const own = `${path}/${object.metadata.name}`;
    const query = dryRun ? '?dryRun=All' : '';
    const { status, body } = await this.api.request<KubernetesObject & { message?: string }>('POST', path + query, {
      body: object,
    });
    if (status >= 300) return { accepted: false, message: body.message ?? String(body) };
    const read = dryRun ? body : await this.api.get<KubernetesObject>(own);
    return { accepted: true, object: read, remove: () => (dryRun ? Promise.resolve() : this.remove(own)) };
  }

  /** Waits until the object is gone, which takes a moment for what is protected; a namespace takes too long for that. */
  private async remove(path: string): Promise<void> {
    await this.api.request('DELETE', path, { body: { gracePeriodSeconds: 0, propagationPolicy: 'Background' } });
    if (/\/namespaces\/[^/]+$/.test(path)) return;
    await until(async () => (await this.api.request('GET', path)).status === 404, { what: `${path} is gone` });
  }

  private async send(method: string, path: string, content: { body: unknown; type?: string }): Promise<Verdict> {
    const { status, body, warnings } = await this.api.request<{ message?: string }>(method, path, content);
    return { accepted: status < 300, message: status < 300 ? '' : (body.message ?? String(body)), warnings };
  }

  private async path({ apiVersion, kind, metadata }: Submission): Promise<string | undefined> {
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    if (!this.served.has(root)) this.served.set(root, this.kinds(root));
    const { resources } = (await this.served.get(root)) ?? { resources: [] };
    const found = resources.find((resource) => resource.kind === kind && !resource.name.includes('/'));
    if (!found?.namespaced) return found && `${root}/${found.name}`;
    return `${root}/namespaces/${metadata.namespace ?? this.namespace}/${found.name}`;
  }

  private async kinds(root: string): Promise<ServedKinds> {
    const { status, body } = await this.api.request<ServedKinds>('GET', root);
    return status === 200 ? body : { resources: [] };
  }
}

function refused(message: string): Verdict {
  return { accepted: false, message, warnings: [] };
}
