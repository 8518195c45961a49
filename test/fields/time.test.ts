import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { time } from '../../src/fields/time/time.type.js';
import { inArabDigits } from '../../src/locale/arab-digits.js';
import { definitionProblems, keepsOneForm, pasted, TrialField, typedText } from './trial-field.js';

const plain = new TrialField(time);
const visit = new TrialField(time, { min: '08:00', max: '16:30' });

const clock = (least: number, most: number) =>
  fc
    .integer({ min: least, max: most })
    .map((minutes) =>
      [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':'),
    );

describe('time', () => {
  it('reads twelve and twenty-four hours, on every keyboard', () => {
    const read = {
      '08:30': '08:30',
      '8:30': '08:30',
      '٨:٣٠': '08:30',
      '۸:۳۰': '08:30',
      '8.30': '08:30',
      '8٫30': '08:30',
      '830': '08:30',
      '20:30': '20:30',
      '2030': '20:30',
      '8:30 ص': '08:30',
      '8:30ص': '08:30',
      '٨:٣٠ م': '20:30',
      '8:30 صباحًا': '08:30',
      '8:30 صباحا': '08:30',
      '8:30 مساءً': '20:30',
      'الساعة 8 مساء': '20:00',
      '8 م': '20:00',
      '8 PM': '20:00',
      '8:30 p.m.': '20:30',
      '12:15 am': '00:15',
      '12:15 ص': '00:15',
      '12:15 ظهرًا': '12:15',
      '3 عصرا': '15:00',
      '4 العصر': '16:00',
      '11 ظهرا': '11:00',
      '1 الظهر': '13:00',
      '9 ليلًا': '21:00',
      '11:30 بالليل': '23:30',
      '2 ليلا': '02:00',
      '12 ليلًا': '00:00',
      '12:00 منتصف الليل': '00:00',
      '12:15 بعد منتصف الليل': '00:15',
      '12:15': '12:15',
      '14:00 م': '14:00',
      '0:00': '00:00',
      '\u200f8:30\u200e': '08:30',
    };
    for (const [typed, answer] of Object.entries(read))
      assert.deepEqual(plain.read(typed), { answer }, typed);
    for (const typed of ['', ' ', '\u200f']) assert.deepEqual(plain.read(typed), {}, typed);
  });

  it('has one sentence for each cause', () => {
    const wrong = {
      'not-a-time': ['الصباح', '8:3', '8:30:15', '12345', '8:30 نم', 'half past eight', ':30'],
      'no-such-time': ['24:00', '8:60', '99', '25 م'],
      'two-halves': ['14:00 ص', '0:30 م', '13 am'],
    };
    for (const [problem, texts] of Object.entries(wrong))
      for (const typed of texts) assert.deepEqual(plain.read(typed), { problem }, typed);
    assert.equal(plain.sentence('not-a-time', 'ar'), 'اكتب الساعة والدقائق، مثل 8:30 صباحًا: الاسم');
  });

  it('says on which side of its hours a time lies', () => {
    assert.equal(visit.problem('08:00'), undefined);
    assert.equal(visit.problem('16:30'), undefined);
    assert.equal(visit.problem('07:59'), 'too-early');
    assert.equal(visit.problem('16:31'), 'too-late');
    assert.equal(visit.sentence('too-early', 'ar'), 'يجب أن يكون الوقت 8:00 صباحًا أو بعده: الاسم');
    assert.equal(visit.sentence('too-late', 'en'), 'Name must be 4:30 pm or earlier');
  });

  it('is shown as people say it', () => {
    assert.equal(plain.show('08:30', 'ar'), '8:30 صباحًا');
    assert.equal(plain.show('20:05', 'ar'), '8:05 مساءً');
    assert.equal(plain.show('12:15', 'ar'), '12:15 ظهرًا');
    assert.equal(plain.show('00:00', 'ar'), '12:00 منتصف الليل');
    assert.equal(plain.show('00:15', 'ar'), '12:15 بعد منتصف الليل');
    assert.equal(plain.show('00:15', 'en'), '12:15 am');
    assert.equal(plain.show('12:15', 'en'), '12:15 pm');
    assert.equal(inArabDigits(plain.show('20:05', 'ar')), '٨:٠٥ مساءً');
  });

  it('refuses what is not stored so', () => {
    for (const sent of ['8:30', '24:00', '08:60', '08:30 ', '٠٨:٣٠', ''])
      assert.equal(plain.problem(sent), 'not-a-time', sent);
    for (const sent of [null, 830, [], {}]) assert.equal(plain.problem(sent), 'type');
  });

  it('refuses definitions that nothing can meet', () => {
    assert.deepEqual(definitionProblems({ type: 'time', min: '16:00', max: '08:00' }), {
      '/max': 'empty-range',
    });
    assert.deepEqual(definitionProblems({ type: 'time', min: '8:00' }), { '/min': 'clock-time' });
    assert.deepEqual(definitionProblems({ type: 'time', max: 'today' }), { '/max': 'clock-time' });
  });

  describe('at any time', () =>
    keepsOneForm(plain, {
      typed: fc.oneof(typedText, pasted(fc.stringMatching(/^\d{1,2}[:.]?\d{0,2}$/))),
      stored: clock(0, 1439),
      sent: fc.stringMatching(/^[0-2]\d:[0-6]\d$/),
    }));
  describe('in working hours', () =>
    keepsOneForm(visit, {
      typed: fc.oneof(typedText, clock(0, 1439)),
      stored: clock(480, 990),
      sent: clock(0, 1439),
    }));
});
