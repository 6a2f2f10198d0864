/**
 * The pictures of the README, and what they were taken of: docs/pictures.json has a hash of the files that decide how the
 * widget looks on them, so that a test can tell when they are out of date.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ROOT } from './environment.mjs';

/** Style sheets are all looked at. */
const STYLES = 'www/styles';
const OTHERS = ['www/template.js', 'www/toolbar.js', 'www/labels/en.json', 'www/labels/ar.json', 'www/demo/site.css', 'www/demo/peacekeeping-talks-in-nagorno-karabakh.html'];

const RECORD = `${ROOT}/docs/pictures.json`;

/** A hash of what the pictures show. */
export function inputsOfPictures() {
  const hash = createHash('sha256');
  for (const path of [...readdirSync(`${ROOT}/${STYLES}`).sort().map((name) => `${STYLES}/${name}`), ...OTHERS]) hash.update(`${path}\n`).update(readFileSync(`${ROOT}/${path}`));
  return hash.digest('hex');
}

/** The hash of what the pictures were taken of. @returns {string} */
export const inputsWhenTaken = () => JSON.parse(readFileSync(RECORD, 'utf8')).inputs;

/** Says that the pictures are of what is there now. */
export const recordInputs = () => writeFileSync(RECORD, `${JSON.stringify({ inputs: inputsOfPictures() }, null, 2)}\n`);
