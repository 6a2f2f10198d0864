/** A publisher's code in TypeScript, on the package as npm installs it: compiling this file is the test. */
import { NutGraf, stop, type CustomLabels, type Summary } from 'nutgraf';
import { Summarizer, install, type DraftSummarizerClass } from 'nutgraf/summarizer';

const button = document.querySelector('nut-graf');
if (button) {
  button.length = 'long';
  button.open = true;
  const labels: CustomLabels = { call: 'Le résumé', ready: { one: '{count} phrase', other: '{count} phrases' }, errors: { csp: 'Interdit.' } };
  button.labels = labels;
  button.labels = '/labels.json';
  // @ts-expect-error -- no such label
  button.labels = { cal: 'Le résumé' };
  button.labels = null;
  const summary: Summary = await button.summarize();
  const first: string | undefined = summary.sentences[0]?.text;
  console.log(first, button.text, button instanceof NutGraf);
  const headline: string = summary.headline ?? document.title;
  const people = summary.entities.filter(({ kind }) => kind === 'person');
  console.log(headline, people);
  // @ts-expect-error -- an article may have no headline
  summary.headline.trim();
  // @ts-expect-error -- no such kind
  summary.entities.filter(({ kind }) => kind === 'planet');
  // @ts-expect-error -- what is summarized is read-only
  button.summary = null;
  button.addEventListener('nutgraf:ready', ({ detail }) => console.log(detail.entities[0]?.name));
}

const made: NutGraf = document.createElement('nut-graf');
made.htmlFor = 'story';
document.addEventListener('nutgraf:error', ({ detail: { code } }) => {
  if (code === 'no-article') stop();
  // @ts-expect-error -- no such code
  if (code === 'nonsense') stop();
});

const summarizer = await Summarizer.create({ type: 'tldr', format: 'plain-text', monitor: (m) => m.addEventListener('downloadprogress', console.log) });
const words: string = await summarizer.summarize('It rained in Riga on Monday.', { signal: AbortSignal.timeout(1000) });
console.log(words);
// @ts-expect-error -- no such type
await Summarizer.create({ type: 'haiku' });
// @ts-expect-error -- made by create alone
new Summarizer();

const thorough = await Summarizer.create({ worker: true, preference: 'capability', expectedInputLanguages: ['de'] });
const result: Summary | null = await thorough.extract('Es regnete am Montag in Riga.');
console.log(result?.sentences[0]?.offset, thorough.preference, thorough.outputLanguage ?? 'the language of the input');
// @ts-expect-error -- input without words has no result
result.sentences.at(0);
const { Summarizer: current, native, installed } = await install({ where: 'missing' });
const either: DraftSummarizerClass = installed ? current : (native ?? current);
for await (const sentence of (await either.create()).summarizeStreaming('It rained in Riga on Monday.')) console.log(sentence.trim());
// @ts-expect-error -- no such place
await install({ where: 'sometimes' });
