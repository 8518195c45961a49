import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Person } from '../../../stories/support/person.js';
import { oneStep } from '../../../stories/support/written-definition.js';
import { press, tabTo } from '../keyboard.js';
import { openForm } from '../open-form.js';

const points = ['Bad', 'Fair', 'Good'];
const rating = { id: 'rated', type: 'rating', label: 'How was it?', points, decoration: 'faces' } as const;
const scale = {
  id: 'recommend',
  type: 'scale',
  label: 'Would you recommend us?',
  leastLabel: 'Never',
  mostLabel: 'Always',
} as const;
const matrix = {
  id: 'rights',
  type: 'matrix',
  label: 'Your rights',
  points,
  rows: [
    { id: 'respect', label: 'Respect' },
    { id: 'time', label: 'Enough time' },
  ],
} as const;
const ranking = {
  id: 'order',
  type: 'ranking',
  label: 'What matters most?',
  options: [
    { value: 'speed', ar: 'السرعة', en: 'Speed' },
    { value: 'privacy', ar: 'الخصوصية', en: 'Privacy' },
    { value: 'respect', ar: 'الاحترام', en: 'Respect' },
  ],
} as const;

type Field = Parameters<typeof oneStep>[0][number];

/** A form whose fields have been drawn: their views come when they are first wanted. */
async function open(field: Field, properties: Parameters<typeof openForm>[1] = {}): Promise<Person> {
  const person = await openForm(oneStep([field]), properties);
  await person.unseen('.awaited');
  return person;
}

const answerOf = (person: Person) => Object.values(person.form.answers)[0];
const said = (person: Person) => person.find('#announcements').textContent;
const checked = (person: Person) =>
  [...person.root.querySelectorAll<HTMLInputElement>(':checked')].map(({ id }) => id);
const click = async (person: Person, name: string) => {
  person.find(`[aria-label="${name}"]`).click();
  await person.form.updateComplete;
};

describe('a rating', () => {
  it('is taken by arrow keys, and nothing is taken before', async () => {
    const person = await open(rating);
    expect(checked(person)).to.deep.equal([]);
    await tabTo(person, '[name="rated"]');
    expect(answerOf(person)).to.equal(undefined);
    await press(' ', 'ArrowDown');
    expect(answerOf(person)).to.equal(2);
    expect(person.focused?.id).to.equal('rated.2');
  });

  it('can be taken back', async () => {
    const person = await open(rating, { prefill: { rated: 3 } });
    expect(checked(person)).to.deep.equal(['rated.3']);
    await click(person, 'Clear answer: How was it?');
    expect(answerOf(person)).to.equal(undefined);
    expect(checked(person)).to.deep.equal([]);
    expect(person.focused?.id).to.equal('rated-group');
  });

  it('can be taken back where an answer is wanted as well', async () => {
    const person = await open({ ...rating, required: true }, { prefill: { rated: 3 } });
    await click(person, 'Clear answer: How was it?');
    expect([answerOf(person), checked(person)]).to.deep.equal([undefined, []]);
  });

  it('may be left to the words of not answering', async () => {
    const person = await open({ ...rating, required: true, notApplicable: true });
    await person.isStopped();
    expect(person.text).to.contain('Choose an answer: How was it?');
    person.find('#errors a').click();
    await person.form.updateComplete;
    expect(person.focused?.id).to.equal('rated.1');
    await person.take('rated', 'notApplicable');
    expect(answerOf(person)).to.equal('notApplicable');
    await person.goOnTo('review');
    expect(person.text).to.contain('Does not apply / I would rather not say');
  });

  it('says nothing by its faces', async () => {
    const person = await open(rating);
    const faces = [...person.root.querySelectorAll('svg')];
    expect(faces).to.have.length(3);
    for (const face of faces) expect(face.getAttribute('aria-hidden')).to.equal('true');
    expect(person.find('.option').textContent?.trim()).to.equal('Bad');
  });
});

describe('a scale', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  it('takes 0, and gives its ends their words', async () => {
    const person = await open(scale);
    await person.take('recommend', '0');
    expect(answerOf(person)).to.equal(0);
    const names = ['0', '10'].map((value) =>
      (person.control('recommend', value).getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => person.find(`[id="${id}"]`).textContent)
        .join(' '),
    );
    expect(names).to.deep.equal(['0 Never', '10 Always']);
  });

  it('keeps its eleven numbers as large as a thumb on the narrowest phone, 0 on the right in Arabic', async () => {
    const person = await open(scale, { lang: 'ar' });
    // After it is there: WebKit does not look again at a style sheet that nothing on the page has while the width changes.
    await setViewport({ width: 320, height: 640 });
    const boxes = [...person.root.querySelectorAll('.number')].map((key) => key.getBoundingClientRect());
    expect(boxes).to.have.length(11);
    for (const { width, height, left, right } of boxes) {
      expect(Math.min(width, height)).to.be.at.least(40);
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(320);
    }
    expect(boxes[0]?.left).to.be.greaterThan(boxes[1]?.left ?? 0);
  });
});

describe('a matrix', () => {
  it('has one group for each row, and answers for the rows alone', async () => {
    const person = await open(matrix);
    const groups = [...person.root.querySelectorAll('.row')];
    expect(groups.map((group) => group.querySelector('legend')?.textContent)).to.deep.equal([
      'Respect',
      'Enough time',
    ]);
    await person.take('rights.time', '3');
    expect(answerOf(person)).to.deep.equal({ time: 3 });
    await person.take('rights.respect', '1');
    expect(answerOf(person)).to.deep.equal({ respect: 1, time: 3 });
  });

  it('wants every row where it is required, and leads to the one that is missing', async () => {
    const person = await open({ ...matrix, required: true });
    await person.take('rights.respect', '2');
    await person.isStopped();
    expect(person.text).to.contain('Choose an answer in every row: Your rights');
    expect([...person.root.querySelectorAll('.missing legend')].map((row) => row.textContent)).to.deep.equal([
      'Enough time',
    ]);
    person.find('#errors a').click();
    await person.form.updateComplete;
    expect(person.focused?.id).to.equal('rights.time.1');
    await person.take('rights.time', '2');
    await person.goOnTo('review');
    expect(person.text).to.contain('Respect: Fair Enough time: Fair');
  });

  it('gives each row back by itself', async () => {
    const person = await open(matrix, { prefill: { rights: { respect: 1, time: 2 } } });
    await click(person, 'Clear answer: Respect');
    expect(answerOf(person)).to.deep.equal({ time: 2 });
    expect(checked(person)).to.deep.equal(['rights.time.2']);
    expect(person.focused?.id).to.equal('rights.respect-group');
  });
});

describe('a ranking', () => {
  const items = (person: Person) =>
    [...person.root.querySelectorAll('.ranks .option-text')].map((item) => item.textContent);

  it('has no order until somebody gives one, by keyboard', async () => {
    const person = await open(ranking);
    expect(answerOf(person)).to.equal(undefined);
    await tabTo(person, '[id="order.respect-up"]');
    await press('Enter');
    expect(answerOf(person)).to.deep.equal(['respect']);
    expect(said(person)).to.equal('Respect is now 1 of 3');
    expect(person.focused?.id).to.equal('order.respect-out');
    await tabTo(person, '[id="order.privacy-up"]');
    await press('Enter');
    expect(person.focused?.id).to.equal('order.privacy-up');
    await press('Enter');
    expect(items(person)).to.deep.equal(['Privacy', 'Respect', 'Speed']);
    expect(said(person)).to.equal('Privacy is now 1 of 3');
    expect(person.focused?.id).to.equal('order.privacy-down');
    expect(person.focused?.getAttribute('aria-label')).to.equal('Move Privacy down');
  });

  it('lets an option be taken out again, and all of them', async () => {
    const person = await open(ranking, { prefill: { order: ['speed', 'privacy', 'respect'] } });
    await click(person, 'Take out Speed');
    expect(answerOf(person)).to.deep.equal(['privacy', 'respect']);
    expect(said(person)).to.equal('Speed taken out of the order');
    expect(person.focused?.id).to.equal('order.speed-up');
    await click(person, 'Clear answer: What matters most?');
    expect(answerOf(person)).to.equal(undefined);
  });

  it('takes places by number: who stands there moves on', async () => {
    const person = await open(ranking, { prefill: { order: ['speed', 'privacy'] } });
    await person.take('order.respect', '1');
    expect(answerOf(person)).to.deep.equal(['respect', 'speed', 'privacy']);
    expect(checked(person)).to.deep.equal(['order.speed.2', 'order.privacy.3', 'order.respect.1']);
    expect(said(person)).to.equal('Respect is now 1 of 3');
  });

  it('tells of a place that was left free', async () => {
    const person = await open(ranking);
    await person.take('order.respect', '2');
    expect(answerOf(person)).to.equal(undefined);
    await person.isStopped();
    expect(person.text).to.contain('Leave no gap between the places');
    await person.take('order.speed', '1');
    await person.goOnTo('review');
    expect(person.text).to.contain('1. Speed 2. Respect');
  });

  it('goes into the page’s own form in its order', async () => {
    const person = await open(ranking, { prefill: { order: ['respect', 'speed'] }, name: 'survey' });
    expect([...person.form.entries()]).to.deep.equal([
      ['survey.order', 'respect'],
      ['survey.order', 'speed'],
    ]);
  });
});

it('the rows of a matrix go into the page’s own form under names of their own', async () => {
  const person = await open(matrix, { prefill: { rights: { respect: 1, time: 2 } } });
  expect([...person.form.entries()]).to.deep.equal([
    ['rights.respect', '1'],
    ['rights.time', '2'],
  ]);
});
