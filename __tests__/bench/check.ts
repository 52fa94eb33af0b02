/**
 * How long `slipway check` takes on the files of 1,000 objects, beside kubeconform on the same files, in one run and in
 * turn. Kubeconform judges every object by its schema; the gate does that too, and then by all its rules. `npm run bench`
 */
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { slipway } from './compiled';
import type { Ended } from './command';
import { kubeconform } from './kubeconform';
import { writeShops } from './shops';
import { inFolder, inTurn } from './timing';

const OBJECTS = 1000;
const RUNS = 7;

/** Objects with a field that Kubernetes does not have: whoever takes them does not look. */
const BROKEN = '\n---\napiVersion: v1\nkind: Service\nmetadata: { name: broken, namespace: a }\nspec: { prots: [] }\n';

inFolder((folder) => {
  const [files, compiled] = [join(folder, 'files'), join(folder, 'compiled')];
  writeShops(files, OBJECTS);
  const check = slipway(compiled);
  const tools: (readonly [name: string, run: () => Ended])[] = [['slipway check', () => check('check', files)]];
  const other = kubeconform();
  if (other) tools.push(['kubeconform', () => other(files)]);
  else console.log('kubeconform is left out: there is no Go to build it with');
  for (const [name, run] of tools) expectEnd(name, run(), true);
  const times = inTurn(
    tools.map(([, run]) => run),
    RUNS,
  );
  console.log(`${OBJECTS} objects in files        s   objects/s   ratio to slipway check`);
  for (const [index, [name]] of tools.entries()) {
    const [time, ours] = [times[index]!, times[0]!];
    const speed = (OBJECTS / time).toFixed(0).padStart(11);
    console.log(`${name.padEnd(21)} ${time.toFixed(3)} ${speed}   ${(time / ours).toFixed(2).padStart(22)}`);
  }
  appendFileSync(join(files, 'prod', readdirSync(join(files, 'prod'))[0]!), BROKEN);
  for (const [name, run] of tools) expectEnd(name, run(), false);
});

/** A tool that finds fault with good files, or none with broken ones, is not worth a comparison. */
function expectEnd(name: string, { exitCode, output }: Ended, accepts: boolean): void {
  const refuses = exitCode !== 0 && output.includes('prots');
  if (accepts ? exitCode !== 0 : !refuses) throw new Error(`${name} ends with ${exitCode}:\n${output}`);
}
