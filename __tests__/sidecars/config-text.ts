import type { Rendered } from '../support/render';

/** The text of the only key in the ConfigMap whose name begins like this. */
export function configText({ objects }: Rendered, name: string): string {
  const configs = objects.filter(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name.startsWith(`${name}-`));
  const texts = configs.flatMap(({ data }) => Object.values(data as Record<string, string>));
  if (texts.length !== 1) throw new Error(`${texts.length} texts are in ConfigMaps named ${name}-…`);
  return texts[0]!;
}
