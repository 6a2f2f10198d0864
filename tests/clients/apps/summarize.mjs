// A server or a script: prints a summary, and ends at once.
import 'nutgraf';
import { Summarizer } from 'nutgraf/summarizer';

const [text] = process.argv.slice(2);
const summarizer = await Summarizer.create({ type: 'tldr', format: 'plain-text', length: 'short' });
console.log(await summarizer.summarize(text));
