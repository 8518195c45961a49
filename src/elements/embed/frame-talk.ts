import type { FrameMessage, PageMessage } from '../../core/embedding/messages.js';
import { EMBED_VERSION, frameMessageIn } from '../../core/embedding/messages.js';

/** What a page and its frame say to each other: to this frame's window and origin, and from there, and nothing else. */
export class FrameTalk {
  readonly #frame: HTMLIFrameElement;
  readonly #origin: string;
  readonly #hear: (message: FrameMessage) => void;
  #isLoaded = false;
  /** What was said last, by its type. */
  readonly #said = new Map<string, string>();

  /**
   * @param origin - Of the document that the frame is to show.
   * @param hear - Told of each message that has the shape it should have.
   */
  constructor(frame: HTMLIFrameElement, origin: string, hear: (message: FrameMessage) => void) {
    this.#frame = frame;
    this.#origin = origin;
    this.#hear = hear;
    addEventListener('message', this.#onMessage);
  }

  /** To be called whenever the frame has loaded a document: it has heard nothing yet. */
  begin(): void {
    this.#isLoaded = true;
    this.#said.clear();
  }

  /** Says what has not just been said; a wish for the focus each time. */
  say(message: PageMessage): void {
    if (!this.#isLoaded) return;
    const text = JSON.stringify(message);
    if (message.type !== 'focus' && this.#said.get(message.type) === text) return;
    this.#said.set(message.type, text);
    this.#frame.contentWindow?.postMessage({ taafi: EMBED_VERSION, ...message }, this.#origin);
  }

  end(): void {
    removeEventListener('message', this.#onMessage);
  }

  readonly #onMessage = ({ source, origin, data }: MessageEvent): void => {
    if (source !== this.#frame.contentWindow || origin !== this.#origin) return;
    const message = frameMessageIn(data);
    if (message !== undefined) this.#hear(message);
  };
}
