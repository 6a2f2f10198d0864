/** What the contexts of the Summarizer do: of a text of two things the sentences come that are about the one asked for. */
import assert from 'node:assert/strict';
import { behaviour, setUp } from './harness.mjs';
import { TEXT, WITH_WORKERS, open, use } from './summarizer-page.mjs';

setUp();

/** In each language a text of two things, and by context the words by which the sentences are known that are about it. @type {[text: string, topics: [context: string, about: string][]][]} */
const TEXTS = [
  [
    'The mayor of Riga opened the repaired bridge over the Daugava on Monday. Lorries may cross the bridge from June on, the mayor said. ' +
      'The repairs had cost the city eleven million euros.\n\nThe ice hockey team of Latvia beat Sweden in Stockholm the same evening. ' +
      'The goalkeeper stopped thirty shots of the Swedish attackers. Coach Harijs Vitolins praised the goalkeeper and the defence.',
    [
      ['What do drivers need to know about the bridge?', 'bridge|Lorries|repairs'],
      ['For readers who follow the hockey team', 'hockey|goalkeeper|Vitolins'],
    ],
  ],
  [
    'Der Bürgermeister von Riga hat am Montag die sanierte Brücke über die Daugava eröffnet. Lastwagen dürfen die Brücke ab Juni befahren, sagte der Bürgermeister. ' +
      'Die Arbeiten kosteten die Stadt elf Millionen Euro.\n\nDie Eishockeymannschaft von Lettland schlug am selben Abend Schweden in Stockholm. ' +
      'Der Torwart hielt dreißig Schüsse der schwedischen Stürmer. Trainer Harijs Vitolins lobte den Torwart und die Abwehr.',
    [
      ['Die Brücke und der Bürgermeister', 'Brücke|Arbeiten'],
      ['Eishockey: der Torwart', 'Eishockey|Torwart'],
    ],
  ],
  [
    '里加市长周一为修复后的大桥举行了通车仪式。市长说，卡车从六月起可以通过大桥。修复工程耗资一千一百万欧元。\n\n' +
      '拉脱维亚冰球队当晚在斯德哥尔摩击败了瑞典队。守门员挡住了瑞典队的三十次射门。教练称赞了守门员和后卫的表现。',
    [
      ['大桥通车', '大桥|工程'],
      ['冰球队的守门员', '冰球队|守门员'],
    ],
  ],
];

behaviour('context and sharedContext choose the sentences that are about them, in the page and in a worker', async (page) => {
  page.setPolicy(WITH_WORKERS);
  await open(page);
  for (const [text, topics] of TEXTS) {
    for (const [context, about] of topics) {
      const summaries = await use(
        page,
        async ({ Summarizer }, text, context) => {
          const options = { type: 'tldr', format: 'plain-text' };
          const shared = await Summarizer.create({ ...options, sharedContext: context });
          const plain = await Summarizer.create(options);
          const off = await Summarizer.create({ ...options, worker: true });
          return [await shared.summarize(text), await plain.summarize(text, { context }), await off.summarize(text, { context })];
        },
        text,
        context,
      );
      for (const summary of summaries) {
        assert.match(summary, new RegExp(about), context);
        assert.equal(summary, summaries[0]);
      }
    }
  }
});

behaviour('extract() tells what the context adds to a sentence; one that is not about the text changes nothing', async (page) => {
  await open(page);
  const [plain, unrelated, asked] = await use(
    page,
    async ({ Summarizer }, text) => {
      const summarizer = await Summarizer.create();
      return [await summarizer.extract(text), await summarizer.extract(text, { context: 'Zebras graze quietly' }), await summarizer.extract(text, { context: 'ships' })];
    },
    TEXT,
  );
  assert.deepEqual(unrelated, plain);
  assert.ok(plain.sentences.every((/** @type {any} */ { signals }) => !('context' in signals)));
  const [first] = asked.sentences.filter((/** @type {any} */ { text }) => /ships/i.test(text));
  assert.ok(first.signals.context > 0 && first.signals.context <= first.rankScore, JSON.stringify(asked));
});
