import type { Answers } from '../../core/engine.js';
import type { ExplainedProblem } from '../../locale/definition-problems.js';
import type { Receipt } from '../../transport/transport.js';

/** The form is on the page and can be filled in. */
export class TaafiReadyEvent extends Event {
  constructor() {
    super('taafi-ready', { bubbles: true, composed: true });
  }
}

/** An answer has changed. `answer` is its stored form, undefined while there is none. */
export class TaafiChangeEvent extends Event {
  readonly path: string;
  readonly answer: unknown;

  constructor(path: string, answer: unknown) {
    super('taafi-change', { bubbles: true, composed: true });
    this.path = path;
    this.answer = answer;
  }
}

/** Another page of the form is shown: the id of a step, or `start`, `review`, `receipt`. */
export class TaafiPageEvent extends Event {
  readonly page: string;

  constructor(page: string) {
    super('taafi-page', { bubbles: true, composed: true });
    this.page = page;
  }
}

/** The person has checked his answers and wants them sent. `preventDefault()` leaves the sending to the page. */
export class TaafiSubmitEvent extends Event {
  readonly answers: Answers;
  /** The answers in the shape of the JSON Schema that the form was made of; undefined where it was made of none. */
  readonly data: unknown;

  constructor(answers: Answers, data?: unknown) {
    super('taafi-submit', { bubbles: true, composed: true, cancelable: true });
    this.answers = answers;
    this.data = data;
  }
}

/** The receiver has stored the answers. */
export class TaafiSentEvent extends Event {
  readonly receipt: Receipt;

  constructor(receipt: Receipt) {
    super('taafi-sent', { bubbles: true, composed: true });
    this.receipt = receipt;
  }
}

/** The definition cannot be used; the page's own content is shown instead. `line` counts from 1. */
export class TaafiProblemEvent extends Event {
  readonly problems: readonly ExplainedProblem[];

  constructor(problems: TaafiProblemEvent['problems']) {
    super('taafi-problem', { bubbles: true, composed: true });
    this.problems = problems;
  }
}

declare global {
  interface HTMLElementEventMap {
    'taafi-ready': TaafiReadyEvent;
    'taafi-change': TaafiChangeEvent;
    'taafi-page': TaafiPageEvent;
    'taafi-submit': TaafiSubmitEvent;
    'taafi-sent': TaafiSentEvent;
    'taafi-problem': TaafiProblemEvent;
  }
}
