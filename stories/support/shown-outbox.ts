import { useOutbox } from '../../src/elements/form/outbox-of-page.js';
import type { Letter } from '../../src/transport/outbox/letter.js';
import type { Entry, State } from '../../src/transport/outbox/outbox.js';
import { Outbox } from '../../src/transport/outbox/outbox.js';
import { exampleAnswers, exampleApplication } from './example-application.js';
import type { Person } from './person.js';
import { now, receiptFor } from './pretended-transport.js';

const DAY = 24 * 60 * 60 * 1000;

/** What is to be seen of an outbox. */
export interface Holding {
  readonly entries?: readonly Entry[];
  readonly gone?: number;
  readonly unreadable?: readonly string[];
}

/** An outbox that only shows: nothing is kept on the device of who looks at a story, and nothing is sent. */
class ShownOutbox extends Outbox {
  readonly #holding: Holding;

  constructor(holding: Holding) {
    super();
    this.#holding = holding;
  }

  override get entries(): readonly Entry[] {
    return this.#holding.entries ?? [];
  }

  override get gone(): number {
    return this.#holding.gone ?? 0;
  }

  override get unreadable(): readonly string[] {
    return this.#holding.unreadable ?? [];
  }

  override start(): Promise<void> {
    return Promise.resolve();
  }
}

/** Has the form of a person show what is kept on his device. */
export async function holding({ form }: Person, held: Holding): Promise<void> {
  useOutbox(new ShownOutbox(held));
  try {
    await form.loadLater();
    await form.keeping?.open();
  } finally {
    useOutbox(undefined);
  }
  await form.updateComplete;
}

const submission = {
  form: { id: exampleApplication.id, version: exampleApplication.version, sha256: '0'.repeat(64) },
  language: 'ar',
  answers: exampleAnswers,
  consents: [],
};

const letter: Letter = {
  key: 'x'.repeat(22),
  unknown: [submission],
  files: [],
  receiver: 'https://receiver.example/',
  title: exampleApplication.title,
  languages: ['ar', 'en'],
  submittedAt: '2026-11-21T15:40:00Z',
};

/** A request that is kept since the day before. */
export function keptRequest(state: State = { kind: 'waiting' }, more: Partial<Entry> = {}): Entry {
  return { id: letter.key, until: Date.parse(letter.submittedAt) + 7 * DAY, letter, state, ...more };
}

/** The receipt of one. */
export function keptReceipt(more: Partial<Letter> = {}): Entry {
  const receipt = { ...receiptFor(submission), receivedAt: now.toISOString() };
  const state: State = { kind: 'sent', stored: { receipt, submission, isEarlier: false } };
  return keptRequest(state, { letter: { ...letter, ...more } });
}
