/**
 * `npm run bench`: measures the kit against hand-written HTML with the same fields, in the same run, both in turn.
 *
 *     npm run bench                          every figure
 *     npm run bench -- keystroke heap        these figures
 *     npm run bench -- --runs=15             more repetitions (9 unless told)
 *     npm run bench -- --processor render    time of the page's main thread instead of time on the wall: steady also
 *                                            on a busy machine, for comparing two states of the code
 *     npm run bench -- --profile errors      what the kit's functions take, and a profile for the browser's own tools
 *
 * Medians, and behind ± half the distance of the quartiles. The exit code is 1 where a target is missed.
 */
import { parseArgs } from 'node:util';
import { Bench } from './bench.js';
import { ensureBuild } from './build.js';
import { outcome } from './compare.js';
import { broken } from './figures/broken.js';
import { errors } from './figures/errors.js';
import { firstField } from './figures/first-field.js';
import { heap } from './figures/heap.js';
import { keystroke } from './figures/keystroke.js';
import { lookUp } from './figures/look-up.js';
import { render } from './figures/render.js';
import { requests } from './figures/requests.js';
import { reveal } from './figures/reveal.js';
import { select } from './figures/select.js';
import { signature } from './figures/signature.js';
import { surveyResults } from './figures/survey-results.js';
import { surveyWire } from './figures/survey-wire.js';
import { typeWire } from './figures/type-wire.js';
import { wire } from './figures/wire.js';
import { FunctionTimes } from './profile.js';
import { buildReadableKit } from './readable-kit.js';
import { serve } from './server.js';
import { table } from './table.js';

const figures = [
  wire,
  surveyWire,
  typeWire,
  firstField,
  render,
  keystroke,
  reveal,
  errors,
  heap,
  select,
  signature,
  requests,
  lookUp,
  broken,
  surveyResults,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '9' },
    processor: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
  },
});

async function main() {
  const unknown = positionals.filter((name) => figures.every((figure) => figure.name !== name));
  if (unknown.length > 0) {
    const known = figures.map(({ name, what }) => `  ${name.padEnd(12)} ${what}`).join('\n');
    throw new Error(`No such figure: ${unknown.join(', ')}. There are:\n${known}`);
  }
  const wanted = figures.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  await ensureBuild();
  const server = await serve(values.profile ? await buildReadableKit() : undefined);
  const bench = new Bench({
    origin: server.origin,
    runs: Number(values.runs),
    clock: values.processor ? 'processor' : 'wall',
  });
  const rows = [];
  try {
    for (const figure of wanted) {
      console.log(`${figure.name}: ${figure.what}`);
      if (values.profile) bench.functions = new FunctionTimes();
      rows.push(...(await figure.measure(bench)));
      if (bench.functions) console.log(bench.functions.report(figure.name));
    }
  } finally {
    await bench.close();
    server.close();
  }
  console.log(`\n${table(rows)}`);
  if (rows.some((row) => outcome(row).ok === false)) process.exitCode = 1;
}

await main();
