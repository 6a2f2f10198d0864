/**
 * The environment of every command that the scripts start: scripts/env.sh, read once, so that a script run
 * by hand finds the same tools as one run by make.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's root, without a slash at the end. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** @type {NodeJS.ProcessEnv} */
export const environment = Object.fromEntries(
  execFileSync('bash', ['-c', '. scripts/env.sh && env -0'], { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean)
    .map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
);
