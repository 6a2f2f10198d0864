/**
 * Writes the names known by heart, src/analysis/entity/gazetteer/xx.txt, a file a language: `make gazetteer`.
 *
 * Countries, regions of the world and the cities that time zones are named after come from the Unicode CLDR, in the
 * language's own words; all else is kept in by_hand.txt beside this file. What stands in English's file is left out of
 * the others: it is read with every language's.
 */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const { version } = require('cldr-core/package.json');

/** As in src/language/lexicon.rs. English comes first: the others leave out what it has. */
const LANGUAGES = 'en da de fr es pt it nl sv pl cs ru uk tr ar fa hi id vi zh ja ko th'.split(' ');
const SECTIONS = ['place', 'given_name'];
/** Countries of fewer people are seldom in the news but for some. */
const LEAST_PEOPLE = 10_000_000;
const SMALLER = `AE AL AM AT AZ BA BG BH BY CH CY DK EE ER FI GE HK HR HU IE IL IS JO KW LA LB LT LV LY MD MN NO NZ OM PS QA RS
  SE SG SI SK TM`.split(/\s+/);
/** Africa, the Americas, South and North America, Asia, Europe, Oceania; the European Union is no place. */
const REGIONS = ['002', '003', '005', '019', '142', '150', '009'];
/** Other names that CLDR has for a territory: "UK", "USA". Variants say the same with another word order. */
const SHORT = '-alt-short';
/** The zones whose cities are often in the news. */
const ZONES = `Africa/Algiers Africa/Cairo Africa/Juba Africa/Khartoum Africa/Nairobi Africa/Tripoli Africa/Tunis
  America/Bahia America/Caracas America/Chicago America/El_Salvador America/Guatemala America/Havana America/Los_Angeles
  America/Mexico_City America/New_York Asia/Baghdad Asia/Bahrain Asia/Baku Asia/Bangkok Asia/Beirut Asia/Calcutta
  Asia/Damascus Asia/Gaza Asia/Hong_Kong Asia/Irkutsk Asia/Jakarta Asia/Jerusalem Asia/Kabul Asia/Krasnoyarsk Asia/Omsk
  Asia/Qatar Asia/Rangoon Asia/Saigon Asia/Seoul Asia/Shanghai Asia/Singapore Asia/Tbilisi Asia/Tehran Asia/Tokyo
  Asia/Yerevan Atlantic/Azores Australia/Sydney Europe/Amsterdam Europe/Athens Europe/Belgrade Europe/Berlin
  Europe/Brussels Europe/Bucharest Europe/Budapest Europe/Copenhagen Europe/Dublin Europe/Helsinki Europe/Istanbul
  Europe/Kiev Europe/Lisbon Europe/London Europe/Madrid Europe/Minsk Europe/Moscow Europe/Oslo Europe/Paris Europe/Prague
  Europe/Riga Europe/Rome Europe/Sofia Europe/Stockholm Europe/Tallinn Europe/Vatican Europe/Vienna Europe/Vilnius
  Europe/Warsaw Europe/Zagreb Europe/Zurich`.split(/\s+/);

/** Languages that inflect names at their end: what stands there is left out, if enough is left to be looked up by. */
const INFLECTED = new Set(['pl', 'cs', 'ru', 'uk']);
const ENDING = /[aeioyąęáéíýěůаяоёеиіїыуюьй]$/u;
/** As STEM_LETTERS in src/analysis/entity/gazetteer.rs. */
const STEM_LETTERS = 4;
/** Lines are wrapped at so many characters. */
const WIDTH = 120;

/**
 * A name as the files have it: in lower case, apostrophes and hyphens as ASCII's, `_` between words.
 * @param {string} name
 * @param {string} language
 */
function written(name, language) {
  // "Myanmar (Birma)", "Гонконг, САР Китаю"
  const bare = name.normalize('NFC').replace(/( \(|,|（).*$/u, '').replace(/[’ʼ]/gu, "'").replace(/[‐‑]/gu, '-');
  // The Turkish dotted capital becomes a plain i, as src/case.rs has it.
  const lower = bare.replaceAll('İ', 'i').toLowerCase().trim().replace(/[\s\u00a0]+/gu, '_');
  if (!INFLECTED.has(language)) return lower;
  const stem = lower.replace(ENDING, '');
  return [...stem].length >= STEM_LETTERS ? stem : lower;
}

/**
 * The names of territories and cities in a language, by CLDR.
 * @param {string} language
 * @returns {string[]}
 */
function ofCldr(language) {
  /** @param {string} file */
  const load = (file) => require(file).main[language];
  const { territories } = load(`cldr-localenames-full/main/${language}/territories.json`).localeDisplayNames;
  const { zone: zones } = load(`cldr-dates-full/main/${language}/timeZoneNames.json`).dates.timeZoneNames;
  const people = require('cldr-core/supplemental/territoryInfo.json').supplemental.territoryInfo;
  /** @param {string} code */
  const isLarge = (code) => Number(people[code]._population) >= LEAST_PEOPLE;
  const countries = [...Object.keys(people).filter(isLarge), ...SMALLER];
  const named = [...REGIONS, ...countries.flatMap((code) => [code, code + SHORT])].map((code) => territories[code]);
  // English names no city that is written as its zone is.
  /** @param {string} id */
  const city = (id) => {
    const zone = id.split('/').reduce((at, part) => at?.[part], zones);
    return zone?.exemplarCity ?? id.replace(/^.*\//u, '');
  };
  return [...named, ...ZONES.map(city)].filter((name) => name !== undefined);
}

/**
 * The words of the sections of by_hand.txt by their names, `en place`.
 * @returns {Map<string, string[]>}
 */
function byHand() {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  const source = readFileSync(new URL('by_hand.txt', import.meta.url), 'utf8');
  for (const section of source.split('\n[').slice(1)) {
    const [name = '', words = ''] = section.split(']');
    const [language = '', kind = ''] = name.split(' ');
    assert.ok(LANGUAGES.includes(language) && SECTIONS.includes(kind), `by_hand.txt: no section may be called [${name}]`);
    found.set(name, words.split(/\s+/u).filter(Boolean));
  }
  return found;
}

/** @param {string[]} words */
function wrapped(words) {
  /** @type {string[]} */
  const lines = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

const hand = byHand();
/** @type {Map<string, Set<string>>} */
const shared = new Map();
for (const language of LANGUAGES) {
  const source =
    `# Names known by heart in ${language}, by tools/gazetteer/make.mjs. Source: Unicode CLDR ${version}, and compiled for ` +
    'this project by hand (tools/gazetteer/by_hand.txt). Licence: Unicode-3.0 (see NOTICE), MIT OR Apache-2.0.';
  const sections = SECTIONS.map((section) => {
    const cldr = section === 'place' ? ofCldr(language).map((name) => written(name, language)) : [];
    const names = new Set([...cldr, ...(hand.get(`${language} ${section}`) ?? [])]);
    if (language === 'en') shared.set(section, names);
    else shared.get(section)?.forEach((name) => names.delete(name));
    // By code points, as Rust sorts.
    const sorted = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    return sorted.length === 0 ? '' : `\n[${section}]\n${wrapped(sorted)}`;
  });
  const file = `${source}${sections.join('')}\n`;
  writeFileSync(new URL(`../../src/analysis/entity/gazetteer/${language}.txt`, import.meta.url), file);
  console.log(`${language}: ${file.split(/\s+/u).length} words, ${brotliCompressSync(file).length} bytes after brotli`);
}
