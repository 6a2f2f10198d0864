/** What pictures of the widget are taken of, and how it is opened for them. */
import { ARABIC, articleOf, pageOf } from './harness.mjs';

/** @typedef {import('../../www/element.js').NutGraf} NutGraf */

export const ARTICLE = '/demo/peacekeeping-talks-in-nagorno-karabakh.html';

const ARABIC_ARTICLE = `<div class="wrap">${articleOf(ARABIC, 'الميناء يغلق في الربيع')}</div>`;

/** @type {Readonly<Record<string, string>>} */
export const PAGES = {
  '/arabic.html': pageOf(ARABIC_ARTICLE, { html: 'lang="ar" dir="rtl"' }).replace('</head>', '<link rel="stylesheet" href="/demo/site.css"></head>'),
  // Nothing is said of how it prints, while the demo's own styles leave the widget out.
  '/plain.html': pageOf(articleOf()),
  '/headline.html': pageOf(`<div class="wrap">${articleOf([])}</div>`).replace('</head>', '<link rel="stylesheet" href="/demo/site.css"></head>'),
};

/** Opens the first widget and brings it to the top of the window. @param {import('selenium-webdriver').WebDriver} driver */
export const open = (driver) =>
  driver.executeScript(async () => {
    const host = /** @type {NutGraf} */ (document.querySelector('nut-graf'));
    host.show();
    await host.summarize().catch(() => {});
    host.scrollIntoView({ block: 'start', behavior: 'instant' });
    scrollBy({ top: -60, behavior: 'instant' });
  });
