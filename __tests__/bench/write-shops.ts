/** Writes so many shops into a folder: `tsx __tests__/bench/write-shops.ts <folder> <shops>` */
import * as lib from '../../lib';
import { writeFiles } from '../../lib/synth/write';
import { shopProgram } from './shop-program';

const [folder = '', shops = '1'] = process.argv.slice(2);
const { files, findings } = shopProgram(lib, Number(shops), ['prod']).render();
writeFiles(folder, files);
console.log(`objects: ${files.flatMap(({ resources }) => resources).length}, findings: ${findings.length}`);
