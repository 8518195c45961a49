import type * as z from 'zod/mini';
import type { Answers } from '../engine.js';
import type { Text } from '../text.js';
import type { surveySchema } from './survey-shape.js';

/** What makes a survey of a form: its answers are kept without a reference, and counted. */
export type SurveyDefinition = z.infer<typeof surveySchema>;

export type Measure = SurveyDefinition['measures'][number];

/** One filled-in survey as it is kept: nothing in it leads to a person, a request or an employee. */
export interface SurveyResponse {
  /** The occasion on which he was asked, such as `decision`; empty where he was not invited for one. */
  readonly step: string;
  /** Month (`2026-11`, in Riyadh) in which the answers came. */
  readonly month: string;
  /** In their stored form; comments as they were screened. */
  readonly answers: Answers;
}

/** How many took part, of those invited in one month for one step. Nothing says who. */
export interface Participation {
  readonly step: string;
  /** Month (`2026-11`, in Riyadh) of the invitation. */
  readonly month: string;
  readonly invited: number;
  readonly started: number;
  readonly completed: number;
  /** How many of those who started and did not complete came to which page (its id) and no further. */
  readonly brokeOff: Readonly<Record<string, number>>;
}

/** Which responses are looked at; a member that is absent leaves nothing out. Months are inclusive. */
export interface SurveyFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly step?: string | undefined;
  /** By name of a dimension: the value that it has. */
  readonly dimensions?: Readonly<Record<string, string>> | undefined;
}

/** A share of people or a score, in per cent and not rounded, with its 95% interval. */
export interface Figure {
  /** How many answers it is made of; undefined where they are too few to show anything, this number included. */
  readonly n: number | undefined;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  /** Enough to be shown, too few to be compared. */
  readonly isFew?: boolean;
}

/** One measure: its figure, and what it is made of. */
export interface MeasureResult {
  readonly id: string;
  readonly kind: Measure['kind'];
  readonly title: Text;
  /** Clause of the policy that it is about, such as `S1`. */
  readonly clause?: string | undefined;
  readonly figure: Figure;
  /** The least and the greatest number an answer may be, where it is one. */
  readonly range?: { readonly least: number; readonly most: number } | undefined;
  /** Mean of the points, where they are numbers. */
  readonly mean?: number | undefined;
  /** How many said that it does not apply or did not want to say; they are not in `n`. */
  readonly notApplicable?: number | undefined;
  /** In the order of the field. Absent below five answers. */
  readonly parts?: readonly MeasurePart[];
}

/** One point or option of a measure. */
export interface MeasurePart {
  readonly id: string;
  readonly label: Text;
  /** How many have chosen it; of a ranking, how many have put it first. */
  readonly count: number;
  /** The same as a share. */
  readonly figure: Figure;
  /** Of a ranking: the mean of its places, 1 being the first, with those who gave it one; absent where they are below five. */
  readonly meanPlace?: number;
}

/** The same measures of one month, of one step or of those with one value of a dimension. */
export interface Slice {
  readonly id: string;
  readonly label: Text;
  readonly n: number | undefined;
  /** By id of the measure. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** Against the slice before it, where the intervals part; months only. */
  readonly changes?: Readonly<Record<string, 'up' | 'down'>>;
}

/** The slices by the options of one field, in its order; those who did not say come last, under an empty id. */
export interface DimensionResult {
  readonly id: string;
  readonly label: Text;
  readonly slices: readonly Slice[];
}

/** How many took part. A number of people below five is undefined, nobody is 0. */
export interface ParticipationResult {
  readonly invited: number | undefined;
  readonly started: number | undefined;
  readonly completed: number | undefined;
  /** Completed of invited, completed of started. */
  readonly response: Figure;
  readonly completion: Figure;
  /**
   * Of those who did not complete, by the page they came to: the page most left first, then in the order of the form those
   * of which nothing is told. Empty where fewer than five left, or fewer than five completed: the one would tell the other.
   */
  readonly brokeOff: readonly BreakOff[];
}

/** How many came to one page and no further. */
export interface BreakOff {
  readonly id: string;
  readonly label: Text;
  /** Undefined where they are below five, or would tell of a page at which they are. */
  readonly count: number | undefined;
  /** Their share of all who did not complete. */
  readonly figure: Figure;
}

/** What a survey has come to. All that anybody is shown of it. */
export interface SurveyResults {
  readonly survey: {
    readonly id: string;
    readonly title: Text;
    readonly audience: 'external' | 'internal';
    readonly languages: readonly string[];
  };
  readonly filter: SurveyFilter;
  /** Responses that pass the filter; undefined below five. */
  readonly n: number | undefined;
  /** Absent where anybody may answer, or where the filter leaves out by what only responses tell. */
  readonly participation?: ParticipationResult;
  readonly measures: readonly MeasureResult[];
  readonly months: readonly Slice[];
  readonly steps: readonly Slice[];
  /** For each dimension its slices. */
  readonly dimensions: readonly DimensionResult[];
  /** Screened, in an order that tells nothing. Empty below five responses. */
  readonly comments: readonly { readonly field: string; readonly text: string }[];
}
