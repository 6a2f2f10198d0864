// A server or a script: prints a summary, then what the process still waits for where the runtime tells it, and ends.
import 'nutgraf';
import process from 'node:process';
import { Summarizer } from 'nutgraf/summarizer';

const [text] = process.argv.slice(2);
const summarizer = await Summarizer.create({ type: 'tldr', format: 'plain-text', length: 'short' });
console.log(await summarizer.summarize(text));
console.log(process.getActiveResourcesInfo?.().join(' ') ?? '');
