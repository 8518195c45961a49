import { createInterface } from 'node:readline';

/** Asks one question and gives the line that was typed, trimmed. @throws Interrupted */
export type Ask = (question: string) => Promise<string>;

/** Thrown where somebody has left instead of answering: Ctrl+C, or the end of the input. */
export class Interrupted extends Error {}

/** Where questions are asked. */
export interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Talks to somebody at a terminal, line by line. Lines that were typed ahead or pasted answer the questions to come. */
export async function converse<Result>(
  talk: (ask: Ask) => Promise<Result>,
  { input, output }: Streams,
): Promise<Result> {
  const lines = createInterface({ input, output, terminal: true });
  lines.on('SIGINT', () => lines.close());
  const typed = lines[Symbol.asyncIterator]();
  try {
    return await talk(async (question) => {
      lines.setPrompt(`${question}\n> `);
      lines.prompt();
      const { value, done } = await typed.next();
      if (done === true) throw new Interrupted();
      return String(value).trim();
    });
  } finally {
    lines.close();
  }
}
