import type { ThemeToken } from './theme-tokens.js';

/**
 * What the page around a form and the form in its frame say to each other, as `postMessage` carries it. Each message
 * names the version it is of; of another version, or of another shape, it counts as not said.
 */
export const EMBED_VERSION = 1;

/** From the page to the frame. */
export type PageMessage =
  /** Begins the talk. Said again when something of it has changed: what it holds takes the place of what it held. */
  | {
      readonly type: 'hello';
      /** BCP 47 code. */
      readonly language: string;
      readonly scheme: ColorScheme;
      readonly theme: Readonly<Partial<Record<ThemeToken, string>>>;
      /** What a partner has signed for the person. It stands in no address, and so in no history and no log. */
      readonly referral?: string;
    }
  /** How much of the frame is out of sight above and below, in CSS pixels: what opens over the form must be in sight. */
  | { readonly type: 'view'; readonly above: number; readonly below: number }
  /** The form is to have the focus. */
  | { readonly type: 'focus' };

/**
 * From the frame to the page. What is answered, which page of the form is shown and whether it was sent are not told:
 * all of that is between the person and the association.
 */
export type FrameMessage =
  /** The form can be filled in. */
  | { readonly type: 'ready' }
  /** How high the form is, in CSS pixels. */
  | { readonly type: 'height'; readonly height: number }
  /** Another page of the form is shown, from its top. */
  | { readonly type: 'page' }
  /** The person wants to be gone from here at once. */
  | { readonly type: 'exit' };

/** What `color-scheme` comes to on the page. */
export type ColorScheme = 'light' | 'dark' | 'light dark';

const schemes: readonly unknown[] = ['light', 'dark', 'light dark'] satisfies ColorScheme[];

/** Longest referral, in characters. */
const LONGEST_REFERRAL = 16_000;
/** No form is higher than that, in CSS pixels. */
const HIGHEST = 100_000;

/** A message of the page as the frame may act on it; undefined for anything else. Never throws. */
export function pageMessageIn(data: unknown): PageMessage | undefined {
  const said = saidIn(data);
  if (said?.type === 'focus') return { type: 'focus' };
  if (said?.type === 'view') {
    const { above, below } = said;
    return isLength(above) && isLength(below) ? { type: 'view', above, below } : undefined;
  }
  if (said?.type !== 'hello') return undefined;
  const { language, scheme, theme, referral } = said;
  const isRight =
    typeof language === 'string' &&
    /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/.test(language) &&
    schemes.includes(scheme) &&
    typeof theme === 'object' &&
    theme !== null &&
    (referral === undefined || isReferral(referral));
  if (!isRight) return undefined;
  return {
    type: 'hello',
    language,
    scheme: scheme as ColorScheme,
    theme,
    ...(referral !== undefined && { referral }),
  };
}

/** A message of the frame as the page may act on it; undefined for anything else. Never throws. */
export function frameMessageIn(data: unknown): FrameMessage | undefined {
  const said = saidIn(data);
  const type = said?.type;
  if (type === 'ready' || type === 'page' || type === 'exit') return { type };
  return type === 'height' && isLength(said?.height) ? { type, height: said.height } : undefined;
}

/** The members of a message of this version. */
function saidIn(data: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const said = data as Readonly<Record<string, unknown>>;
  return said.taafi === EMBED_VERSION ? said : undefined;
}

function isLength(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= HIGHEST;
}

function isReferral(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_REFERRAL && /^[\w-]+(\.[\w-]+){2}$/.test(value);
}
