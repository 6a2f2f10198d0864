/**
 * CPU time a call: for each text every peer in a fresh page, one after the other, in rounds. A machine has slow minutes:
 * peers are compared within a round, where they are seconds apart.
 */
import { readFileSync } from 'node:fs';
import { LENGTHS, OUT } from './bundle.mjs';
import { median, spread } from './browser.mjs';
import { PEERS } from './peers.mjs';
import { SEEDS } from './texts.mjs';

/**
 * @typedef {object} Timing
 * @property {number} [ms] for one text, the median of the rounds
 * @property {number} [spread] half the distance between the rounds' quartiles, as a share of the median
 * @property {number} [wall] the same as `ms` by the clock on the wall
 * @property {number} [ratio] to nutgraf's time in the same round, the median of the rounds
 * @property {number} [rounds]
 * @property {string} [gaveUp] why there is no time
 */

/** A peer whose call is expected to last longer is not asked. */
const LIMIT_MS = 6_000;
/** What a call may last to be measured in every round, not in the first two alone. */
const QUICK_MS = 600;

/** @type {[string, string[]][]} */
export const TEXTS = [
  ['five seeds', Object.values(SEEDS)],
  ...LENGTHS.map((words) => /** @type {[string, string[]]} */ ([`${words.toLocaleString('en')} words`, []])),
];

/**
 * @param {import('./browser.mjs').Bench} bench
 * @param {number} rounds
 * @param {(words: string) => void} say
 */
export async function measureSpeed(bench, rounds, say) {
  const texts = TEXTS.map(([name, given], at) => ({ name, given: given.length > 0 ? given : [readFileSync(`${OUT}/${LENGTHS[at - 1]}.txt`, 'utf8')] }));
  bench.pages.set('/bench/texts.json', { body: JSON.stringify(texts.map(({ given }) => given)) });
  /** @type {Record<string, Record<string, { round: number, cpu: number, wall: number }[]>>} */
  const measured = Object.fromEntries(PEERS.map(({ key }) => [key, Object.fromEntries(texts.map(({ name }) => [name, []]))]));
  /** @type {Record<string, Record<string, string>>} */
  const gaveUp = Object.fromEntries(PEERS.map(({ key }) => [key, {}]));

  for (let round = 0; round < rounds; round++) {
    say(`round ${round + 1} of ${rounds}`);
    // Each round begins with another peer.
    const order = PEERS.map((_, at) => PEERS[(at + round) % PEERS.length]);
    for (const [at, { name }] of texts.entries()) {
      for (const { key } of order) {
        // What was not asked of a text is not asked of a longer one: there is nothing to tell its time from.
        const known = at > 0 ? gaveUp[key][texts[at - 1].name] : undefined;
        if (known) gaveUp[key][name] ??= known;
        if (gaveUp[key][name]) continue;
        const times = measured[key][name].map(({ cpu }) => cpu);
        if (times.length > 1 && median(times) > QUICK_MS) continue;
        const expected = times.length > 0 ? median(times) : extrapolate(measured[key], at, texts.map(({ given }) => given));
        if (expected > LIMIT_MS) {
          gaveUp[key][name] = `> ${LIMIT_MS / 1000} s`;
          continue;
        }
        await bench.inFreshPage('/bench/', async () => {
          await load(bench, key);
          try {
            measured[key][name].push({ round, ...(await once(bench, at)) });
          } catch (error) {
            gaveUp[key][name] = /timeout/i.test(String(error)) ? 'hangs' : 'fails';
          }
        });
      }
    }
  }
  return Object.fromEntries(
    PEERS.map(({ key }) => [
      key,
      Object.fromEntries(
        texts.map(({ name, given }) => {
          const values = measured[key][name];
          const own = measured.nutgraf[name];
          /** @type {Timing} */
          const timing = gaveUp[key][name]
            ? { gaveUp: gaveUp[key][name] }
            : {
                ms: median(values.map(({ cpu }) => cpu)) / given.length,
                spread: spread(values.map(({ cpu }) => cpu)),
                wall: median(values.map(({ wall }) => wall)) / given.length,
                ratio: median(values.flatMap(({ round, cpu }) => own.filter((ours) => ours.round === round).map((ours) => cpu / ours.cpu))),
                rounds: values.length,
              };
          return [name, timing];
        }),
      ),
    ]),
  );
}

/**
 * Makes a peer ready in the page, and sees that it gives sentences.
 *
 * @param {import('./browser.mjs').Bench} bench
 * @param {string} key
 */
const load = (bench, key) =>
  bench.run(async (module) => {
    const page = /** @type {any} */ (window);
    page.texts = await (await fetch('/bench/texts.json')).json();
    page.peer = await import(module);
    await page.peer.ready();
    const summary = page.peer.summarize(page.texts[0][0], 3);
    if (summary.length === 0 || !summary.every((/** @type {unknown} */ sentence) => typeof sentence === 'string')) {
      throw new Error(`${module} gives no sentences: ${JSON.stringify(summary)}`);
    }
  }, `/bench/${key}.js`);

/**
 * What a call on the next text will take, from how the time grew over the last two.
 *
 * @param {Record<string, { cpu: number }[]>} measured by text, in order
 * @param {number} at
 * @param {string[][]} given
 */
function extrapolate(measured, at, given) {
  if (at < 3) return 0;
  const [earlier, last] = Object.values(measured).slice(at - 2, at).map((values) => median(values.map(({ cpu }) => cpu)));
  const length = (/** @type {number} */ place) => given[place][0].length;
  const power = Math.max(1, Math.log(last / earlier) / Math.log(length(at - 1) / length(at - 2)));
  return last * (length(at) / length(at - 1)) ** power;
}

/**
 * Warms the peer up on a text and measures a batch, or the first call alone when it is so slow that neither matters.
 *
 * @param {import('./browser.mjs').Bench} bench
 * @param {number} at the text
 */
async function once(bench, at) {
  // Sent into the page as text, so it closes over nothing.
  const work = `(count) => {
    const start = performance.now();
    for (let i = 0; i < count; i++) for (const text of window.texts[${at}]) window.peer.summarize(text, 3);
    return performance.now() - start;
  }`;
  const first = await bench.timed(/** @type {any} */ (work), 1);
  if (first.cpu > QUICK_MS) return first;
  return bench.steady(work);
}
