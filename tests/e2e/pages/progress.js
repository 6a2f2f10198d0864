// Makes a summarizer whose progress handlers fail, from the page's own script: what a driver's throws is not always reported.
import { Summarizer } from '/dist/summarizer.js';

const heard = [];
const reported = [];
addEventListener('error', ({ message }) => reported.push(message));

const failing = (monitor) => {
  monitor.ondownloadprogress = () => {
    heard.push('handler');
    throw new Error('handler failed');
  };
  monitor.addEventListener('downloadprogress', () => {
    heard.push('listener');
    throw new Error('listener failed');
  });
};

Summarizer.create({ monitor: failing }).then(String, String).then((made) => Object.assign(globalThis, { outcome: { made, heard, reported } }));
