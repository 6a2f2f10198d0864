/** What crates.io gets: the packed crate is whole, so that the library and the command line build from it alone. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { test } from 'node:test';
import { environment, ROOT } from '../../scripts/environment.mjs';

/** Cargo takes what lies here for a crate by itself, whatever the checkout around it is. */
const PACKAGES = `${ROOT}/target/package`;

/** @param {string} command @param {string[]} args */
const run = (command, args) => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: ROOT, env: environment, encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
};

const version = /^version = "(.+)"$/m.exec(readFileSync(`${ROOT}/Cargo.toml`, 'utf8'))?.[1];
const unpacked = `${PACKAGES}/nutgraf-${version}`;

test('the packed crate builds with its command line, as the checkout does', () => {
  rmSync(unpacked, { recursive: true, force: true });
  // A checkout that is being worked on is packed as it is.
  run('cargo', ['package', '--no-verify', '--allow-dirty', '--quiet', '--locked']);
  run('tar', ['--extract', '--gzip', '--file', `${unpacked}.crate`, '--directory', PACKAGES]);
  // In the checkout's own target directory, where the dependencies are checked already.
  run('cargo', ['check', '--manifest-path', `${unpacked}/Cargo.toml`, '--target-dir', `${ROOT}/target`, '--features', 'cli', '--locked', '--quiet']);
});

/** What a lock file says that nutgraf depends on. @param {string} file @returns {string[]} */
const dependencies = (file) => {
  const entry = readFileSync(`${ROOT}/${file}`, 'utf8').split('[[package]]').find((each) => each.includes('name = "nutgraf"\n')) ?? '';
  return [...entry.matchAll(/^ "([^" ]+)/gm)].map(([, name]) => /** @type {string} */ (name));
};

test('the lock file of the benchmark has what the crate depends on', () => {
  const metadata = spawnSync('cargo', ['metadata', '--no-deps', '--format-version', '1', '--locked'], { cwd: ROOT, env: environment, encoding: 'utf8' });
  // The benchmark has the command line without Parquet.
  const declared = JSON.parse(metadata.stdout).packages.find((/** @type {any} */ { name }) => name === 'nutgraf').dependencies.filter((/** @type {any} */ { kind, name }) => kind !== 'dev' && name !== 'parquet');
  const locked = dependencies('bench/native/Cargo.lock');
  assert.deepEqual(declared.map((/** @type {any} */ { name }) => name).filter((/** @type {string} */ name) => !locked.includes(name)), []);
});
