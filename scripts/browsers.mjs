/** Where the browsers and drivers that scripts/setup installs are on this machine. */
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { environment } from './environment.mjs';

/** Debian and Ubuntu keep WebKit's small browser outside PATH, by architecture and version. */
function miniBrowsers() {
  return readdirSync('/usr/lib').flatMap((architecture) =>
    ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((version) => join('/usr/lib', architecture, version, 'MiniBrowser')),
  );
}

/** Commands on PATH or absolute paths, the preferred one first. */
const CANDIDATES = {
  chromium: () => ['chromium', 'chromium-browser', 'google-chrome'],
  chromedriver: () => ['chromedriver'],
  // Ubuntu's `firefox` is a shell script around the snap, which geckodriver takes for no Firefox.
  firefox: () => ['firefox-esr', '/snap/firefox/current/usr/lib/firefox/firefox', 'firefox'],
  geckodriver: () => ['geckodriver'],
  miniBrowser: miniBrowsers,
  webKitWebDriver: () => ['WebKitWebDriver'],
  xvfbRun: () => ['xvfb-run'],
};

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {keyof typeof CANDIDATES} name
 * @returns {string} its absolute path
 */
export function browserPath(name) {
  const candidates = CANDIDATES[name]();
  const folders = (environment.PATH ?? '').split(delimiter);
  const files = candidates.flatMap((candidate) => (candidate.startsWith('/') ? [candidate] : folders.map((folder) => join(folder, candidate))));
  const found = files.find(isExecutable);
  if (!found) throw new Error(`none of ${candidates.join(', ') || name} is there: run scripts/setup test`);
  return found;
}

/** What makes Chromium start on any machine, in a container or as root too, and leave the network alone. */
export const CHROMIUM_FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
