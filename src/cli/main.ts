#!/usr/bin/env node
import process from 'node:process';
import { runCommand } from './command-line.js';

// Everything this program writes is about people: nobody else on the machine may read it.
process.umask(0o077);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `taafi export | head` has seen enough.
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.exitCode = await runCommand(process.argv.slice(2), {
  environment: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
