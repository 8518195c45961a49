import type { MeasureResult } from './survey.js';

/** Of a measure, what its formula depends on. */
type Measured = Pick<MeasureResult, 'kind' | 'range'>;

/** How the figure of a measure is worked out, in words: it stands beside each number, for others count otherwise. */
export function formulaOf({ kind, range = { least: 1, most: 5 } }: Measured, language: string): string {
  const highest = (count: number) =>
    Array.from({ length: count }, (_, index) => range.most - count + 1 + index);
  if (language === 'ar') {
    const or = (points: readonly number[]) => points.join(' أو ');
    return {
      csat: `عدد من اختاروا ${or(highest(2))} ÷ عدد من أجابوا × 100`,
      ces: `عدد من اختاروا ${or(highest(3))} ÷ عدد من أجابوا × 100`,
      nps: 'نسبة من اختاروا 9 أو 10، مطروحًا منها نسبة من اختاروا من 0 إلى 6',
      shares: 'عدد من اختاروا الجواب ÷ عدد من أجابوا × 100',
      ranking: 'عدد من وضعوا الجواب أولًا ÷ عدد من رتّبوا × 100',
    }[kind];
  }
  const or = (points: readonly number[]) => `${points.slice(0, -1).join(', ')} or ${points.at(-1)}`;
  return {
    csat: `number of answers ${or(highest(2))} ÷ number of answers × 100`,
    ces: `number of answers ${or(highest(3))} ÷ number of answers × 100`,
    nps: 'per cent of answers 9 or 10, less per cent of answers 0 to 6',
    shares: 'number who chose the option ÷ number who answered × 100',
    ranking: 'number who put the option first ÷ number who ranked × 100',
  }[kind];
}

/** How the rates of those who took part are worked out. */
export function rateFormula(rate: 'response' | 'completion', language: string): string {
  if (language === 'ar')
    return rate === 'response' ? 'عدد من أكملوا ÷ عدد من دُعوا × 100' : 'عدد من أكملوا ÷ عدد من بدؤوا × 100';
  return rate === 'response'
    ? 'number who completed ÷ number invited × 100'
    : 'number who completed ÷ number who started × 100';
}

/** How the 95% interval of a kind is worked out. */
export function intervalFormula(kind: MeasureResult['kind'], language: string): string {
  if (kind === 'nps')
    return language === 'ar'
      ? 'مجال الثقة 95٪: الفرق ± 1.96 × √((م + ن − (م − ن)²) ÷ عدد من أجابوا)، م نسبة من اختاروا 9 أو 10، ون نسبة من اختاروا من 0 إلى 6'
      : '95% interval: the difference ± 1.96 × √((p + d − (p − d)²) ÷ number of answers), p being the share of 9 and 10, d that of 0 to 6';
  return language === 'ar' ? 'مجال الثقة 95٪ بطريقة ويلسون' : '95% Wilson interval';
}
