import type { ReactiveControllerHost } from 'lit';
import type { TrackedView } from '../../transport/tracked-view.js';
import type { Doing } from '../../transport/tracking.js';
import type { Line } from '../../transport/world.js';
import type { Telling } from './telling.js';

/** What the parts of the page need of the element they are parts of. */
export interface TrackerHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly telling: Telling;
  readonly line: Line;
  /** Address where uploads are created. */
  readonly uploads: string;
  /** The request that is open. */
  readonly view: TrackedView | undefined;
  /** Tells a screen reader. */
  say(sentence: string): void;
  /** Leads the person to a place of the page, as soon as it is drawn. */
  focusOn(id: string): void;
  /**
   * Does something, and shows the request as it is then.
   * @throws TrackingError
   */
  act(doing: Doing, body: object, key: string): Promise<TrackedView>;
}
