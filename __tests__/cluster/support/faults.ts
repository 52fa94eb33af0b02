import { api } from './cluster';
import { called, type Manifest } from './objects';
import { Judge } from './submit';

/** The server's errors and warnings about an object in a namespace, each with the object that they are about. */
export async function faults(object: Manifest, namespace: string): Promise<string[]> {
  const metadata = object.metadata.namespace ? { ...object.metadata, namespace } : object.metadata;
  const { accepted, message, warnings } = await new Judge(api(), namespace).apply({ ...object, metadata });
  return [...(accepted ? [] : [message]), ...warnings].map((text) => `${called(object)}: ${text}`);
}
