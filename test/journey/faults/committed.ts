// A program of its own: what crashes in the database's library must not take the whole campaign with it. For each line with
// SQL that it gets it writes how many rows the file has, read past the receivers.
import { createInterface } from 'node:readline';
import Database from 'libsql';

const file = new Database(process.argv[2] ?? '', { readonly: true });
for await (const sql of createInterface({ input: process.stdin }))
  process.stdout.write(`${file.prepare(sql).all().length}\n`);
