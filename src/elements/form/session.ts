import type { FormDefinition } from '../../core/definition.js';
import { Engine, withInner } from '../../core/engine.js';
import type { Catalog, Context } from '../../core/field-type.js';
import type { FieldNode, Issue } from '../../core/nodes.js';
import { StepNode } from '../../core/nodes.js';
import type { Stored } from '../../transport/delivery.js';
import { Signings } from './signing.js';

/** What is shown: the start, a step, the review, or the receipt. */
export type Page = 'start' | StepNode | 'review' | 'receipt';

/** Where and when a statement was agreed to, for the record of consents. */
export interface Agreement {
  readonly language: string;
  readonly at: string;
}

/** One person's way through one form: the answers, the page he is on, and the problems he has been told of. */
export class Session {
  readonly engine: Engine;
  readonly agreements = new Map<FieldNode, Agreement>();
  page: Page;
  /** Names of the pages that have been shown. */
  readonly visited = new Set<string>();
  /** A change from the review leads straight back to it. */
  returnToReview = false;
  /** Problems told on this page, in order. */
  told: readonly FieldNode[] = [];
  readonly signing: Signings;
  /** What the receiver has stored, once it has. */
  stored: Stored | undefined;
  /** Whether the person has given anything yet that would be lost. */
  touched = false;

  constructor(definition: FormDefinition, catalog: Catalog, context: Context) {
    this.engine = new Engine(definition, catalog, context);
    this.signing = new Signings(this.engine);
    this.page = this.first;
    this.visited.add(this.nameOf(this.page));
  }

  /** Whether the answers are looked through before they are sent: a survey is over in two minutes, and asks for that only where it says so. */
  get hasReview(): boolean {
    const { survey, review } = this.engine.definition;
    return survey === undefined || review !== undefined || this.closing.length > 0;
  }

  /** Whether the answers are sent from this page. */
  get isLast(): boolean {
    return !this.hasReview && this.page === this.steps.at(-1);
  }

  /** The page a form begins with. */
  get first(): Page {
    return this.engine.definition.start === undefined ? (this.steps[0] ?? 'review') : 'start';
  }

  /** All steps with something to ask, after conditions. */
  get asked(): readonly StepNode[] {
    return this.engine.steps.filter((step) => step.visible && step.fields.some((node) => node.visible));
  }

  /** Those that are pages of their own. */
  get steps(): readonly StepNode[] {
    return this.asked.filter((step) => pageOf(step) === step);
  }

  /** Those that stand under the answers on the review. */
  get closing(): readonly StepNode[] {
    return this.asked.filter((step) => pageOf(step) !== step);
  }

  /** The problems told on this page that are still there. */
  get issues(): readonly { node: FieldNode; issue: Issue }[] {
    return this.told.flatMap((node) =>
      node.issue && node.visible && isPresent(node) ? [{ node, issue: node.issue }] : [],
    );
  }

  /** Name of a page in the history of the browser and in events: never anything a person typed. */
  nameOf(page: Page): string {
    return page instanceof StepNode ? page.definition.id : page;
  }

  /** The page of a name, if it can be gone to now. */
  pageNamed(name: string): Page | undefined {
    if (name === 'start') return this.engine.definition.start === undefined ? undefined : 'start';
    if (name === 'review') return this.hasReview ? 'review' : undefined;
    const step = this.asked.find(({ definition }) => definition.id === name);
    return step && pageOf(step);
  }

  /** Tells what is wrong with the answers of this page; gives the next one where nothing is. */
  advance(): Page | undefined {
    const { page, steps } = this;
    if (page === 'start') return steps[0] ?? 'review';
    if (!(page instanceof StepNode)) return undefined;
    if (!this.check([page])) return undefined;
    if (this.returnToReview) return 'review';
    return this.steps.find(({ index }) => index > page.index) ?? 'review';
  }

  /** The page before this one; undefined at the beginning. */
  before(): Page | undefined {
    const { page, steps } = this;
    if (page === 'review') return steps.at(-1);
    if (!(page instanceof StepNode)) return undefined;
    const earlier = steps.filter(({ index }) => index < page.index).at(-1);
    return earlier ?? this.pageNamed('start');
  }

  /** Whether every answer that is shown is known to be right. */
  get isRight(): boolean {
    const { engine } = this;
    return (
      engine.judge !== undefined &&
      [...engine.shownFields()].every((node) => engine.issueOf(node) === undefined)
    );
  }

  /** Tells what is wrong with the answers of some steps; true where nothing is. */
  check(steps: readonly StepNode[]): boolean {
    const fields = steps.flatMap((step) => step.fields);
    const issues = this.engine.report(fields);
    this.told = issues.length === 0 ? [] : [...withInner(fields)].filter((node) => node.issue !== undefined);
    return issues.length === 0;
  }

  /** Shows problems that the receiver found. */
  refuse(problems: readonly { pointer: string; code: string }[]): void {
    const nodes = problems.flatMap(({ pointer, code }) => {
      const node = this.engine.find(pointer.slice(1).replaceAll('/', '.'));
      if (node !== undefined) this.engine.reportIssue(node, code);
      return node ?? [];
    });
    this.told = [...new Set(nodes)];
  }

  /** Goes to a page; what was told on the last one is over there. */
  go(page: Page): void {
    if (page === 'review') this.returnToReview = false;
    this.page = page;
    this.visited.add(this.nameOf(page));
    this.told = this.told.filter((node) => pageOf(node.step) === page);
  }
}

/** The page a step is shown on. */
export function pageOf(step: StepNode): Page {
  return step.definition.at ?? step;
}

/** Whether a field still stands in the form, and not in an item that was removed. */
function isPresent(node: FieldNode): boolean {
  for (let { group } = node; group.list !== undefined; { group } = group.list) {
    if (!group.list.items.includes(group)) return false;
  }
  return true;
}
