import { cleanParagraphs, isolate } from '../../core/characters.js';
import { firstBytes } from '../../core/file-signature.js';
import type { ChosenFile } from '../../fields/file/file.type.js';
import { storedName } from '../../fields/file/file.type.js';
import { listed } from '../../locale/listed.js';
import { newKey } from '../../transport/key.js';
import { SendError } from '../../transport/transport.js';
import { ChosenFiles } from '../form/chosen-files.js';
import { MOST_FILES, problemOf, usual } from './chosen-list.js';
import { Sending } from './sending.js';
import type { TrackerHost } from './tracker-host.js';

/** What a person has gathered for one thing that is missing, until it has arrived. */
export class ItemDraft {
  readonly #host: TrackerHost;
  readonly #bytes = new ChosenFiles(newKey);
  /** Ids of files that the receiver has already. */
  readonly #uploaded = new Set<string>();
  #stopping: AbortController | undefined;
  readonly sending: Sending;
  /** Stands in ids of the page: what the receiver calls the item may hold anything. */
  readonly number: number;
  text = '';
  files: readonly ChosenFile[] = [];
  /** Nothing was chosen or written when the button was pressed, or too much. */
  problem: 'nothing' | 'tooMany' | undefined;
  /** Bytes that have arrived; undefined while nothing is under way. */
  progress: number | undefined;
  isStopped = false;

  constructor(host: TrackerHost, number: number) {
    this.#host = host;
    this.number = number;
    this.sending = new Sending(host);
  }

  /** Whether there is a file among them that cannot be sent. */
  get isRefused(): boolean {
    return this.files.some((file) => problemOf(file) !== undefined);
  }

  get total(): number {
    return this.files.reduce((sum, { size }) => sum + size, 0);
  }

  async take(files: readonly File[]): Promise<void> {
    const chosen = await this.#bytes.take(files, firstBytes);
    this.files = [...this.files, ...chosen];
    this.#mended();
    const taken = await this.#ready(chosen);
    const { words, language } = this.#host.telling;
    const names = listed(
      taken.map(({ name }) => isolate(name)),
      language,
    );
    const problems = taken.map(problemOf).filter((problem) => problem !== undefined);
    const sentences = [...new Set(problems)].map((problem) => words.missing.fileProblems[problem]);
    this.#host.say([words.missing.added(names), ...sentences].join('. '));
  }

  /** The files as they are sent, with the photos among them made ready. */
  async #ready(chosen: readonly ChosenFile[]): Promise<readonly ChosenFile[]> {
    const settle = (settled: ChosenFile) => {
      this.files = this.files.map((file) => (file.id === settled.id ? settled : file));
      this.#host.requestUpdate();
    };
    // Few people have anything to send: it is loaded for those.
    const later = await import('../../fields/file/ready-files.js').catch(() => undefined);
    if (later !== undefined) return later.readyFiles(chosen, this.#bytes, usual, settle);
    const unready = chosen.map(({ isPending, ...file }) => ({
      ...file,
      ...(isPending && { isUncleaned: true }),
    }));
    for (const file of unready) settle(file);
    return unready;
  }

  remove(file: ChosenFile): void {
    this.files = this.files.filter((other) => other !== file);
    this.#mended();
    this.#host.say(this.#host.telling.words.missing.removed(isolate(file.name)));
  }

  write(text: string): void {
    this.text = text;
    this.#mended();
  }

  /** Whether all of it has arrived, and is known to belong to what was missing. */
  async sendFiles(item: string, done: string): Promise<boolean> {
    if (this.files.length === 0) this.problem = 'nothing';
    else if (this.files.length > MOST_FILES) this.problem = 'tooMany';
    if (this.problem !== undefined || this.isRefused) return false;
    const hasAll = await this.sending.during(() => this.#upload());
    this.progress = undefined;
    if (!hasAll || this.isStopped) return this.#left();
    const files = this.files.map(({ id, name, size, type = '' }) => ({
      id,
      name: storedName(name, type),
      type,
      size,
    }));
    const hasArrived = await this.sending.send('items', { item, files }, done);
    // What the receiver does not have after all is sent again.
    if (this.sending.trouble?.kind === 'notArrived') this.#uploaded.clear();
    return hasArrived;
  }

  async sendText(item: string, done: string): Promise<boolean> {
    const text = cleanParagraphs(this.text);
    this.problem = text === '' ? 'nothing' : undefined;
    return this.problem === undefined && this.sending.send('items', { item, text }, done);
  }

  /** Stops what is under way; the files stay chosen. */
  stop(): void {
    this.isStopped = true;
    this.#stopping?.abort();
  }

  async #upload(): Promise<void> {
    this.isStopped = false;
    this.#stopping = new AbortController();
    const { signal } = this.#stopping;
    this.progress = 0;
    // Few people have anything to send: it is loaded for those.
    const { upload } = await import('./uploading.js').catch((cause: unknown) => {
      throw new SendError('unreachable', { cause });
    });
    let before = 0;
    for (const file of this.files) {
      const bytes = this.#bytes.get(file.id);
      if (bytes === undefined || signal.aborted) return;
      if (!this.#uploaded.has(file.id)) {
        await upload(this.#host, bytes, file, signal, (sent) => {
          this.progress = before + sent;
          this.#host.requestUpdate();
        });
        if (signal.aborted) return;
        this.#uploaded.add(file.id);
      }
      before += file.size;
    }
  }

  #left(): false {
    if (this.isStopped) {
      this.sending.trouble = undefined;
      this.#host.say(this.#host.telling.words.missing.stopped);
    }
    this.#host.requestUpdate();
    return false;
  }

  #mended(): void {
    this.problem = undefined;
    this.isStopped = false;
    this.#host.requestUpdate();
  }
}
