#!/usr/bin/env node
import process from 'node:process';
import { runCommand } from './command-line.js';
import { converse } from './conversation.js';

// Everything this program writes is about people: nobody else on the machine may read it.
process.umask(0o077);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `taafi export | head` has seen enough.
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
const { stdin: input, stdout: output } = process;
const isSomebodyThere = input.isTTY && output.isTTY;
process.exitCode = await runCommand(process.argv.slice(2), {
  environment: process.env,
  // Who waits for it writes no faster than it is read.
  out: (text) => new Promise((resolve) => process.stdout.write(text, resolve)),
  err: (text) => process.stderr.write(text),
  converse: isSomebodyThere ? (talk) => converse(talk, { input, output }) : undefined,
});
