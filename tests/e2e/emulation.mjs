/** Other media and other screens than the browser has. */
import { ENGINE } from './browsers.mjs';

/** @typedef {Pick<import('./harness.mjs').Page, 'driver'>} Page */

/** Only Chromium's protocol can change a page's media. */
export const EMULATES = ENGINE.startsWith('chromium');

/** @param {Page} page @param {object} media which the page has while it works @param {() => Promise<void>} work */
export const under = async ({ driver }, media, work) => {
  await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', media);
  try {
    await work();
  } finally {
    await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: '', features: [] });
  }
};

/** @param {Page} page @param {{ width: number, height: number, mobile?: boolean }} size @param {() => Promise<void>} work */
export const onScreen = async ({ driver }, { width, height, mobile = false }, work) => {
  await driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', { width, height, mobile, deviceScaleFactor: 1 });
  try {
    await work();
  } finally {
    await driver.sendDevToolsCommand('Emulation.clearDeviceMetricsOverride', {});
  }
};
