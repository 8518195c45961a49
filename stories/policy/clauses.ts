import { aims } from './aims.js';
import { channels, tools } from './channels.js';
import type { Clause, Said } from './clause.js';
import { goals } from './goals.js';
import { procedure } from './procedure.js';
import { trust } from './trust.js';

/** A part of the policy under its own heading. */
export interface Part {
  readonly id: string;
  readonly title: Said;
  readonly clauses: readonly Clause[];
}

/** «سياسة تنظيم العلاقة مع المستفيدين», all of it, in its order. */
export const policy: readonly Part[] = [
  { id: 'aims', title: { ar: 'التمهيد والهدف العام', en: 'Preamble and general objective' }, clauses: aims },
  {
    id: 'goals',
    title: { ar: 'الأهداف التفصيلية', en: 'Detailed objectives' },
    clauses: [...goals, ...trust],
  },
  {
    id: 'channels',
    title: { ar: 'القنوات المستخدمة للتواصل مع المستخدمين', en: 'Channels of contact' },
    clauses: channels,
  },
  {
    id: 'tools',
    title: { ar: 'الأدوات المتاحة لموظف علاقات المستخدمين', en: 'Tools of the relations officer' },
    clauses: tools,
  },
  {
    id: 'procedure',
    title: { ar: 'التعامل مع المستفيد', en: 'How a beneficiary is served' },
    clauses: procedure,
  },
];
