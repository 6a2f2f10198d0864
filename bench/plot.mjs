/** The figures as a picture, as wide as a README: a dot a text and peer on a logarithmic axis; follows the reader's light or dark. */
import { digits } from './report.mjs';
import { PEERS } from './peers.mjs';

const WIDTH = 860;
const ROW = 38;
const TOP = 78;
const LABELS = 258;
const COLUMNS = { size: 726, cold: WIDTH - 12 };
const AXIS = { left: LABELS + 12, right: 660 };
const TEXTS = ['600 words', '3,000 words', '20,000 words'];

const STYLE = `
text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;fill:#1f2328}
.title{font-size:15px;font-weight:600}.quiet,.tick{fill:#59636e;font-size:12px}.value{font-size:11px;fill:#59636e}
.ours{font-weight:700}.grid{stroke:#d1d9e0;stroke-width:1}.band{fill:#0969da14}.link{stroke:#8c959f;stroke-width:1.5}
.d0{fill:#54aeff}.d1{fill:#0969da}.d2{fill:#0a3069}
@media (prefers-color-scheme:dark){text{fill:#f0f6fc}.quiet,.tick,.value{fill:#9198a1}.grid{stroke:#3d444d}.band{fill:#4493f81f}.link{stroke:#656c76}.d0{fill:#1f6feb}.d1{fill:#58a6ff}.d2{fill:#cae8ff}}
`.trim();

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @param {number} x @param {number} y @param {string} words @param {string} [kind] @param {'start' | 'middle' | 'end'} [anchor] */
const text = (x, y, words, kind = '', anchor = 'start') =>
  `<text x="${x.toFixed(1)}" y="${y}"${kind ? ` class="${kind}"` : ''}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escape(words)}</text>`;

/** @param {import('./run.mjs').Figures} figures */
export function plot({ speed, sizes, cold }) {
  const shown = PEERS.toSorted((one, other) => (speed[one.key][TEXTS[2]].ms ?? Infinity) - (speed[other.key][TEXTS[2]].ms ?? Infinity));
  const times = shown.flatMap(({ key }) => TEXTS.flatMap((name) => speed[key][name].ms ?? []));
  const [low, high] = [Math.floor(Math.log10(Math.min(...times))), Math.ceil(Math.log10(Math.max(...times)))];
  const x = (/** @type {number} */ ms) => AXIS.left + ((Math.log10(ms) - low) / (high - low)) * (AXIS.right - AXIS.left);
  const bottom = TOP + shown.length * ROW;
  const height = bottom + 34;
  const parts = [
    text(12, 24, 'CPU time for a summary of three sentences, in Chromium (ms, logarithmic; less is better)', 'title'),
    ...TEXTS.flatMap((name, at) => [`<circle class="d${at}" cx="${AXIS.left + 8 + at * 112}" cy="48" r="5.5"/>`, text(AXIS.left + 18 + at * 112, 52, name, 'quiet')]),
    text(COLUMNS.size, 52, 'brotli', 'quiet', 'end'),
    text(COLUMNS.cold, 52, 'cold mobile', 'quiet', 'end'),
  ];
  for (let power = low; power <= high; power++) {
    const at = x(10 ** power).toFixed(1);
    parts.push(`<line class="grid" x1="${at}" x2="${at}" y1="${TOP - 12}" y2="${bottom}"/>`, text(Number(at), bottom + 18, String(10 ** power), 'tick', 'middle'));
  }
  for (const [row, { key, label, role }] of shown.entries()) {
    const y = TOP + row * ROW + ROW / 2;
    const dots = TEXTS.flatMap((name, at) => {
      const { ms } = speed[key][name];
      return ms === undefined ? [] : [{ at, ms, x: x(ms) }];
    });
    if (role === 'ours') parts.push(`<rect class="band" x="4" y="${y - ROW / 2 + 1}" width="${WIDTH - 8}" height="${ROW - 2}" rx="6"/>`);
    parts.push(text(12, y + 4, label, role === 'ours' ? 'ours' : ''));
    if (dots.length > 1) parts.push(`<line class="link" x1="${dots[0].x.toFixed(1)}" x2="${dots[dots.length - 1].x.toFixed(1)}" y1="${y + 4}" y2="${y + 4}"/>`);
    for (const dot of dots) {
      parts.push(`<circle class="d${dot.at}" cx="${dot.x.toFixed(1)}" cy="${y + 4}" r="5.5"/>`, text(dot.x, y - 6, digits(dot.ms), 'value', 'middle'));
    }
    parts.push(text(COLUMNS.size, y + 4, `${digits(sizes[key].brotli / 1000)} KB`, role === 'ours' ? 'ours' : '', 'end'));
    parts.push(text(COLUMNS.cold, y + 4, `${(cold[key].ms / 1000).toFixed(2)} s`, role === 'ours' ? 'ours' : '', 'end'));
  }
  const alternative = `CPU time of nutgraf and its peers: ${shown.map(({ key, label }) => `${label} ${digits(speed[key][TEXTS[0]].ms ?? NaN)} ms for 600 words`).join(', ')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escape(alternative)}">\n<style>${STYLE}</style>\n${parts.join('\n')}\n</svg>\n`;
}
