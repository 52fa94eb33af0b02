const COLORS = { error: '31', warning: '33', note: '36', bold: '1', dim: '2', plain: '' } as const;

/** Colors a text, or leaves it as it is. */
export type Paint = (text: string, as: keyof typeof COLORS) => string;

/** Colors for a terminal that shows them. */
export function painter(colored: boolean): Paint {
  return (text, as) => (colored && COLORS[as] !== '' ? `\u001B[${COLORS[as]}m${text}\u001B[0m` : text);
}
