import type { EvidenceProblem } from '../../evidence/verify.js';

/** A receipt was checked. It is genuine where there is no problem. */
export class TaafiCheckedEvent extends Event {
  readonly isGenuine: boolean;
  readonly problems: readonly EvidenceProblem[];

  constructor(problems: readonly EvidenceProblem[]) {
    super('taafi-checked', { bubbles: true, composed: true });
    this.isGenuine = problems.length === 0;
    this.problems = problems;
  }
}

declare global {
  interface HTMLElementEventMap {
    'taafi-checked': TaafiCheckedEvent;
  }
}
