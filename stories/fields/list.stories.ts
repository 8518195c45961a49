import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/List' };

const dependants = {
  id: 'dependants',
  type: 'list',
  required: true,
  label: { ar: 'من تعولهم', en: 'People you support' },
  itemLabel: { ar: 'المعال {n}', en: 'Dependant {n}' },
  fields: [
    { id: 'name', type: 'text', required: true, label: { ar: 'الاسم', en: 'Name' } },
    {
      id: 'relation',
      type: 'choice',
      required: true,
      label: { ar: 'صلة القرابة', en: 'Relationship' },
      options: [
        { value: 'child', ar: 'ابن أو ابنة', en: 'Child' },
        { value: 'parent', ar: 'أب أو أم', en: 'Parent' },
      ],
    },
    {
      id: 'birthDate',
      type: 'date',
      required: true,
      when: { field: 'relation', is: 'child' },
      label: { ar: 'تاريخ الميلاد', en: 'Date of birth' },
    },
  ],
} as const;

const reem = {
  name: 'ريم سالم المثالي',
  relation: 'child',
  birthDate: { date: '2015-06-18', calendar: 'islamic-umalqura' },
};
const noura = { name: 'نورة المثالي', relation: 'parent' };

export const Empty: FormStory = { args: { definition: oneStep([dependants]) } };

export const Optional: FormStory = {
  args: {
    definition: oneStep([
      {
        ...dependants,
        required: false,
        hint: { ar: 'من تنفق عليهم وحدك', en: 'Those whom you alone provide for' },
        addLabel: { ar: 'أضف معالًا', en: 'Add a dependant' },
      },
    ]),
  },
};

export const TwoItems: FormStory = {
  args: { definition: oneStep([dependants]), prefill: { dependants: [reem, noura] } },
};

export const Full: FormStory = {
  args: { definition: oneStep([{ ...dependants, maxItems: 2 }]), prefill: { dependants: [reem, noura] } },
};

/** What was removed can be put back. */
export const Removed: FormStory = {
  args: { definition: oneStep([dependants]), prefill: { dependants: [reem, noura] } },
  play: by((person) => person.press('.item:nth-of-type(1) .item-tools .quiet')),
};

export const Missing: FormStory = {
  args: { definition: oneStep([dependants]) },
  play: by((person) => person.isStopped()),
};

export const TooFew: FormStory = {
  args: { definition: oneStep([{ ...dependants, minItems: 2 }]), prefill: { dependants: [reem] } },
  play: by((person) => person.isStopped()),
};

export const ItemUnfinished: FormStory = {
  args: { definition: oneStep([dependants]), prefill: { dependants: [reem, { relation: 'child' }] } },
  play: by((person) => person.isStopped()),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...dependants,
        label: {
          ar: 'كل من تنفق عليه من أسرتك وأقاربك، ومن يسكن معك أو بعيدًا عنك',
          en: 'Everyone in your family and among your relatives whom you provide for, living with you or apart',
        },
        itemLabel: {
          ar: 'الشخص رقم {n} ممن تنفق عليهم',
          en: 'Person number {n} of those whom you provide for',
        },
      },
    ]),
    prefill: { dependants: [{ ...reem, name: 'عبدالرحمن_بن_عبدالمحسن_بن_عبدالعزيز_بن_عبداللطيف' }, noura] },
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([dependants]),
  prefill: { dependants: [reem, noura] },
});

export const Disabled: FormStory = disabled({
  definition: oneStep([dependants]),
  prefill: { dependants: [reem, noura] },
});
