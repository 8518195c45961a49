import type { Language } from './appearances.js';
import type { Found, ListedStory } from './story-visit.js';

interface Line {
  readonly stories: Set<string>;
  looks: number;
  faults: number;
  errors: number;
  reports: number;
  foreign: number;
}

const columns = ['looks', 'faults', 'errors', 'reports', 'foreign'] as const;

/** What was found, by the title under which the stories stand. Each thing found is said at once. */
export class Counts {
  readonly #lines = new Map<string, Line>();

  add({ id, title }: ListedStory, language: Language, found: Found): void {
    const line = this.#lineOf(title);
    line.stories.add(id);
    line.looks += found.looks;
    line.faults += found.faults.length;
    for (const kind of ['errors', 'reports', 'foreign'] as const) {
      line[kind] += found[kind].length;
      for (const text of found[kind]) console.log(`${id} ${language}: ${kind}: ${text}`);
    }
    for (const { width, scheme, text } of found.faults)
      console.log(`${id} ${language} ${width} ${scheme}: ${text}`);
  }

  /** Whether something was looked at, and nothing found. */
  get isClean(): boolean {
    const { looks, faults, errors, reports, foreign } = this.#sum();
    return looks > 0 && faults + errors + reports + foreign === 0;
  }

  /** One line for each title, and their sum. */
  table(): string {
    const lines = [...this.#lines].sort(([one], [other]) => one.localeCompare(other));
    return [
      row('title', 'stories', ...columns),
      ...lines.map(([title, line]) => rowOf(title, line)),
      rowOf('all', this.#sum()),
      '',
      'looks: a story in one language, width and scheme; faults: what axe found, or a page too wide; errors: what',
      'was thrown; reports: of the content policy; foreign: requests to other origins.',
    ].join('\n');
  }

  #lineOf(title: string): Line {
    const line = this.#lines.get(title) ?? empty();
    this.#lines.set(title, line);
    return line;
  }

  #sum(): Line {
    const sum = empty();
    for (const { stories, ...counted } of this.#lines.values()) {
      for (const id of stories) sum.stories.add(id);
      for (const column of columns) sum[column] += counted[column];
    }
    return sum;
  }
}

const empty = (): Line => ({ stories: new Set(), looks: 0, faults: 0, errors: 0, reports: 0, foreign: 0 });

const rowOf = (title: string, line: Line) =>
  row(title, `${line.stories.size}`, ...columns.map((column) => `${line[column]}`));

const row = (title: string, ...cells: string[]) =>
  title.padEnd(42) + cells.map((cell) => cell.padStart(9)).join('');
