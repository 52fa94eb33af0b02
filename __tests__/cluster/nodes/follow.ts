import type { Api } from '../harness/api';
import { sleep } from '../harness/until';
import type { Metadata } from './types';

interface List<T> {
  readonly metadata: Metadata;
  readonly items: readonly T[];
}

/** Calls `on` for every object of a list path now and whenever one changes, for ever; a lost connection is taken up again. */
export async function follow<T extends { metadata: Metadata }>(
  api: Api,
  path: string,
  on: (object: T, gone: boolean) => void,
): Promise<never> {
  for (;;) {
    try {
      const list = await api.get<List<T>>(path);
      for (const object of list.items) on(object, false);
      await api.watch<T>(`${path}?watch=1&resourceVersion=${list.metadata.resourceVersion}`, ({ type, object }) => {
        if (type === 'ADDED' || type === 'MODIFIED' || type === 'DELETED') on(object, type === 'DELETED');
      });
    } catch {
      // The API server restarts in one of the tests; kubelets wait for it too.
    }
    await sleep(200);
  }
}
