/** How the wasm is made: for the build, and for the reports of its size. */
import { ROOT } from './environment.mjs';

const TRIPLE = 'wasm32-unknown-unknown';
const PROFILE = 'wasm-release';

/** A folder of its own: what is built beside the native build must not make either build the other's parts anew. */
export const WASM_TARGET_DIR = `${ROOT}/target/wasm`;

/**
 * A compiler switch beyond the profile of Cargo.toml. None of them is promised to stay: most are still marked unstable, and
 * those of LLVM come and go with its versions.
 *
 * @typedef {object} Switch
 * @property {string} name as in the table of docs/building.md, which shows what it saves
 * @property {string} what it does
 * @property {string[]} [cargo] arguments
 * @property {string[]} [rustc] arguments
 * @property {string} [needs] the switch without which it does nothing
 */

const BUILD_STD = '-Zbuild-std';

/** @type {(argument: string, what: string) => Switch} */
const llvm = (argument, what) => ({ name: argument, what, rustc: [`-Cllvm-args=${argument}`] });

/**
 * Each one stays only while docs/building.md shows that it saves bytes. Calls stay calls and loops as they are written
 * unless another form is clearly faster: engines optimize once more, so that nothing gets slower by it.
 *
 * @type {readonly Switch[]}
 */
export const SWITCHES = [
  { name: BUILD_STD, what: 'builds the standard library with this profile and these switches', cargo: [`${BUILD_STD}=std,panic_abort`] },
  {
    name: 'optimize_for_size',
    what: "takes the standard library's smaller algorithms",
    cargo: ['-Zbuild-std-features=optimize_for_size'],
    needs: BUILD_STD,
  },
  { name: '-Cpanic=immediate-abort', what: 'panics trap at once and format no message', rustc: ['-Zunstable-options', '-Cpanic=immediate-abort'], needs: BUILD_STD },
  { name: '-Zfmt-debug=none', what: 'writes no value as `{:?}` does, which nobody sees', rustc: ['-Zfmt-debug=none'] },
  llvm('-inline-threshold=75', "inlines less (LLVM's own threshold is 225)"),
  llvm('-unroll-threshold=20', "unrolls less (LLVM's own threshold is 150)"),
  llvm('-unroll-max-count=1', 'unrolls no loop in part'),
  llvm('-disable-lsr', 'no loop strength reduction: no second counter to save a multiplication'),
  llvm('-enable-pre=false', 'no partial redundancy elimination: nothing is copied to where it might be known already'),
  llvm('-rotation-max-header-size=2', 'no copy of a long loop condition before the loop'),
];

/**
 * What cargo is called with.
 *
 * @param {string} targetDir
 * @param {readonly Switch[]} [switches] none: a build that any stable compiler makes
 * @returns {{ args: string[], env: Record<string, string>, output: string }} `output`: the module that cargo writes
 */
export function cargoRecipe(targetDir, switches = SWITCHES) {
  const library = ['rustc', '--lib', '--crate-type', 'cdylib', '--target', TRIPLE, '--profile', PROFILE, '--target-dir', targetDir];
  // English alone: the packs of the other languages are files beside the module.
  const features = ['--no-default-features', '--features', 'serde'];
  return {
    // A library for Rust beside it would keep functions in the module that nothing there calls.
    args: [...library, ...features, ...switches.flatMap(({ cargo = [] }) => cargo)],
    env: {
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: switches.flatMap(({ rustc = [] }) => rustc).join(' '),
      // The stable compiler takes unstable switches only when it is told so.
      ...(switches.length > 0 ? { RUSTC_BOOTSTRAP: '1' } : {}),
    },
    output: `${cargoOutput(targetDir)}/nutgraf.wasm`,
  };
}

/** Where cargo puts it. @param {string} targetDir */
export const cargoOutput = (targetDir) => `${targetDir}/${TRIPLE}/${PROFILE}`;

// The page names the wasm itself (www/engine.js), so the glue needs no default address, which bundlers would try to resolve.
export const BINDGEN_FLAGS = ['--target', 'web', '--out-name', 'nutgraf', '--omit-default-module-path', '--remove-producers-section'];
// The features are those that every engine with reference types has, and no more: `--all-features` is refused by them.
export const OPT_FLAGS = [
  '--flatten',
  '--rereloop',
  '-O3',
  '-O3',
  '--strip-target-features',
  '--enable-reference-types',
  '--enable-bulk-memory',
  '--enable-nontrapping-float-to-int',
  '--enable-sign-ext',
  '--enable-mutable-globals',
  '--enable-multivalue',
];
