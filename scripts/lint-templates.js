/** Checks the bindings in `html` templates against the types of elements and attributes, with lit-analyzer. */
import { runTool } from './run-tool.js';

/** What lit-analyzer 2 takes for a fault and is none. */
const known = [
  // It does not know that Lit's `nothing` removes an attribute.
  /Symbol\(undefined\)/,
  // Its list of autofill tokens allows no value that is computed.
  /^Type 'string' is not assignable to '"on" \| "off" \| "additional-name"/,
  // Its HTML is older than the global attribute.
  /^Unknown attribute '(autofocus|aria-description)'/,
  // And so is its CSS.
  /^Unknown property: '(accent-color|color-scheme|contain-intrinsic-size|container-type|content-visibility|forced-color-adjust|print-color-adjust|text-wrap|vector-effect)'/,
  /^Unknown at rule @container$/,
];

// The folders come first: --strict takes the word after it for its value.
const { code, output } = await runTool('lit-analyzer', ['src', 'stories', '--strict', '--format', 'list'], {
  capture: true,
  env: { FORCE_COLOR: '0' },
});
const lines = output.split('\n');

/** @type {string[]} */
const faults = [];
let ignored = 0;
let file = '';
for (const line of lines) {
  if (/^\.?\.?\//.test(line)) file = line.trim();
  const [, place, message] = /^\s+(\d+:\d+)\s+(?:error|warning)\s+(.*)$/.exec(line) ?? [];
  if (!message) continue;
  if (known.some((pattern) => pattern.test(message))) ignored += 1;
  else faults.push(`${file}:${place} ${message}`);
}

const analyzed = lines.find((line) => /^Analyzing \d+ files?/.test(line));
// It ends with an error for known faults too; without its first line it did not get as far as looking.
if (!analyzed) console.error(output || `lit-analyzer ended with ${code} and said nothing.`);
if (faults.length > 0) console.error(faults.join('\n'));
console.log(`${analyzed ?? 'No file analyzed:'} ${faults.length} faults, ${ignored} known false alarms`);
process.exitCode = analyzed && faults.length === 0 ? 0 : 1;
