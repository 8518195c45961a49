import { nothing } from 'lit';

/** How a story shows numbers and dates, as its toolbars say. */
export interface ShownAs {
  readonly numerals: 'latn' | 'arab';
  /** `nothing` for the usual calendar of each date. */
  readonly calendar: 'gregory' | 'islamic-umalqura' | typeof nothing;
}

/** The attributes of an element for what the toolbars say; without toolbars, as in tests, the usual ones. */
export function shownAs({ numerals, calendar }: Readonly<Record<string, unknown>>): ShownAs {
  return {
    numerals: numerals === 'arab' ? 'arab' : 'latn',
    calendar: calendar === 'gregory' || calendar === 'islamic-umalqura' ? calendar : nothing,
  };
}
