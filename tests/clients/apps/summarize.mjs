// A server or a script: prints as JSON what the Summarizer gives, and what the process still waits for where the runtime tells it.
import 'nutgraf';
import process from 'node:process';
import { Summarizer, install } from 'nutgraf/summarizer';

const [text] = process.argv.slice(2);
const progress = [];
const summarizer = await Summarizer.create({
  type: 'tldr',
  format: 'plain-text',
  monitor: (monitor) => monitor.addEventListener('downloadprogress', ({ loaded, total }) => progress.push([loaded, total])),
});
const streamed = [];
for await (const sentence of summarizer.summarizeStreaming(text)) streamed.push(sentence);
const refused = await Summarizer.create({ signal: AbortSignal.abort() }).catch(({ name }) => name);
const { installed } = await install();
console.log(
  JSON.stringify({
    summary: await summarizer.summarize(text),
    streamed,
    progress,
    refused,
    installed,
    usage: await summarizer.measureInputUsage('Blåbær', { context: 'ø' }),
    waitsFor: process.getActiveResourcesInfo?.() ?? [],
  }),
);
