import { expect } from '@open-wc/testing';
import type { Person } from '../../../stories/support/person.js';
import { oneStep } from '../../../stories/support/written-definition.js';
import { press, tabTo, write } from '../keyboard.js';
import { openForm } from '../open-form.js';

const children = oneStep([
  {
    id: 'children',
    type: 'list',
    required: true,
    maxItems: 3,
    label: 'Children',
    itemLabel: 'Child {n}',
    fields: [
      { id: 'name', type: 'text', required: true, label: 'Name' },
      {
        id: 'sex',
        type: 'choice',
        label: 'Sex',
        options: [
          { value: 'boy', ar: 'ولد', en: 'Boy' },
          { value: 'girl', ar: 'بنت', en: 'Girl' },
        ],
      },
    ],
  },
  { id: 'count', type: 'computed', value: { count: 'children' }, label: 'Number of children' },
]);

const reem = { name: 'Reem', sex: 'girl' };
const omar = { name: 'Omar', sex: 'boy' };
const huda = { name: 'Huda', sex: 'girl' };

const names = (person: Person) =>
  (person.form.answers.children as { name: string }[] | undefined)?.map(({ name }) => name);
const said = (person: Person) => person.find('#announcements').textContent;
const button = (person: Person, name: string) => person.find(`[aria-label="${name}"]`);
const act = async (person: Person, name: string) => {
  button(person, name).click();
  await person.form.updateComplete;
};

describe('a list', () => {
  it('adds an item by keyboard, leads to it and says so', async () => {
    const person = await openForm(children);
    await tabTo(person, '[id="children"]');
    await press('Enter');
    expect(person.focused?.textContent).to.equal('Child 1');
    expect(said(person)).to.equal('Child 1 added');
    await tabTo(person, '[name="children.0.name"]');
    await write('Reem');
    expect(names(person)).to.deep.equal(['Reem']);
    expect(person.find('output').textContent).to.equal('1');
  });

  it('leaves nothing of what it said on the next page', async () => {
    const person = await openForm(children);
    await person.press('[id="children"]');
    await person.fill('children.0.name', 'Reem');
    expect(said(person)).to.equal('Child 1 added');
    await person.goOnTo('review');
    expect(said(person)).to.equal('');
  });

  it('leaves nothing of what it said when the form is begun anew', async () => {
    const person = await openForm(children);
    await person.press('[id="children"]');
    expect(said(person)).to.equal('Child 1 added');
    person.form.reset();
    await person.form.updateComplete;
    expect(said(person)).to.equal('');
  });

  it('removes an item with a way back, and puts it back where it was with all that was in it', async () => {
    const person = await openForm(children, { prefill: { children: [reem, omar, huda] } });
    await act(person, 'Remove Child 2');
    expect(names(person)).to.deep.equal(['Reem', 'Huda']);
    expect(said(person)).to.equal('Child 2 removed. 2 left');
    expect(person.focused?.textContent?.trim()).to.equal('Undo removal');
    expect(person.find('output').textContent).to.equal('2');

    await press('Enter');
    expect(person.form.answers.children).to.deep.equal([reem, omar, huda]);
    expect(person.control('children.1.name').value).to.equal('Omar');
    expect(person.focused?.textContent).to.equal('Child 2');
  });

  it('removes an empty item at once', async () => {
    const person = await openForm(children);
    await person.press('[id="children"]');
    await act(person, 'Remove Child 1');
    expect(person.root.querySelector('[id="children-undo"]')).to.equal(null);
    expect(person.focused?.id).to.equal('children');
  });

  it('moves an item and keeps the focus on its arrow', async () => {
    const person = await openForm(children, { prefill: { children: [reem, omar, huda] } });
    button(person, 'Move Child 1 down').focus();
    await press('Enter');
    expect(names(person)).to.deep.equal(['Omar', 'Reem', 'Huda']);
    expect(said(person)).to.equal('Child 1 is now 2 of 3');
    expect(person.focused?.getAttribute('aria-label')).to.equal('Move Child 2 down');
    await press('Enter');
    expect(names(person)).to.deep.equal(['Omar', 'Huda', 'Reem']);
    expect(person.focused?.getAttribute('aria-label'), 'at the end of the way the other arrow').to.equal(
      'Move Child 3 up',
    );
    await press('Enter', 'Enter');
    expect(person.form.answers.children).to.deep.equal([reem, omar, huda]);
    expect(person.focused?.getAttribute('aria-label')).to.equal('Move Child 1 down');
  });

  it('renames the controls after the places of the items', async () => {
    const person = await openForm(children, { prefill: { children: [reem, omar] } });
    await act(person, 'Move Child 2 up');
    expect(person.control('children.0.name').value).to.equal('Omar');
    expect(person.control('children.1.name').value).to.equal('Reem');
    expect((person.control('children.0.sex', 'boy') as HTMLInputElement).checked).to.equal(true);
    expect((person.control('children.1.sex', 'girl') as HTMLInputElement).checked).to.equal(true);
    await person.fill('children.0.name', 'Omar A.');
    expect(names(person)).to.deep.equal(['Omar A.', 'Reem']);
    await act(person, 'Remove Child 1');
    await person.fill('children.0.name', 'Reem B.');
    expect(names(person)).to.deep.equal(['Reem B.']);
  });

  it('keeps what was told about an item with the item', async () => {
    const person = await openForm(children, { prefill: { children: [reem, { sex: 'boy' }] } });
    await person.isStopped();
    await act(person, 'Move Child 2 up');
    expect(person.control('children.0.name').getAttribute('aria-invalid')).to.equal('true');
    expect(person.control('children.1.name').getAttribute('aria-invalid')).to.equal(null);
    await act(person, 'Remove Child 1');
    expect(person.root.querySelector('#errors')).to.equal(null);
  });

  it('takes no more than it can hold, and says so', async () => {
    const person = await openForm(children, { prefill: { children: [reem, omar] } });
    await person.press('[id="children"]');
    expect(person.find('[id="children"]').localName).to.equal('p');
    expect(person.find('[id="children"]').textContent).to.contain('3');
    await act(person, 'Remove Child 3');
    expect(person.find('[id="children"]').localName).to.equal('button');
  });

  it('wants as many items as it asks for', async () => {
    const person = await openForm(
      oneStep([
        {
          id: 'references',
          type: 'list',
          minItems: 2,
          label: 'People who know you',
          itemLabel: 'Person {n}',
          fields: [{ id: 'name', type: 'text', label: 'Name' }],
        },
      ]),
    );
    await person.isStopped();
    expect(person.find('#errors a').textContent).to.equal('Add more until there are 2: People who know you');
    await person.press('[id="references"]');
    await person.press('[id="references"]');
    expect(person.root.querySelector('#errors')).to.equal(null);
  });

  it('inside a list keeps apart what belongs to each item', async () => {
    const person = await openForm(
      oneStep([
        {
          id: 'homes',
          type: 'list',
          label: 'Homes',
          itemLabel: 'Home {n}',
          fields: [
            { id: 'city', type: 'text', label: 'City' },
            {
              id: 'people',
              type: 'list',
              label: 'People',
              itemLabel: 'Person {n}',
              fields: [{ id: 'name', type: 'text', label: 'Name' }],
            },
          ],
        },
      ]),
      { prefill: { homes: [{ city: 'Dammam' }, { city: 'Riyadh', people: [{ name: 'Reem' }] }] } },
    );
    await person.press('[id="homes.0.people"]');
    await person.fill('homes.0.people.0.name', 'Omar');
    expect(person.form.answers).to.deep.equal({
      homes: [
        { city: 'Dammam', people: [{ name: 'Omar' }] },
        { city: 'Riyadh', people: [{ name: 'Reem' }] },
      ],
    });
  });
});
