import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../../src/cli/command-line.js';
import { Interrupted } from '../../src/cli/conversation.js';

/** The compiled program, as npm links it. */
export const program = fileURLToPath(new URL('../../src/cli/main.js', import.meta.url));

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command within this process. Somebody is there who gives `answers` one after the other, and then leaves. */
export async function run(
  args: readonly string[],
  environment: Record<string, string> = {},
  answers?: readonly string[],
): Promise<Ran> {
  let [out, err] = ['', ''];
  const rest = [...(answers ?? [])];
  const code = await runCommand(args, {
    environment,
    ...(answers !== undefined && {
      converse: (talk) =>
        talk(async (question) => {
          out += `${question}\n`;
          const answer = rest.shift();
          if (answer === undefined) throw new Interrupted();
          return answer;
        }),
    }),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

/** A program of its own. `until` waits for a text among what it has written so far. */
export interface Program {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  written(): string;
  until(pattern: RegExp): Promise<RegExpExecArray>;
}

/** Starts `taafi` as a program of its own. */
export function startProgram(args: readonly string[], environment: Record<string, string>): Program {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const until = async (pattern: RegExp) => {
    for (let tries = 0; tries < 600; tries++) {
      const found = pattern.exec(text);
      if (found !== null) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the program never wrote ${pattern}:\n${text}`);
  };
  return { child, ended, written: () => text, until };
}
