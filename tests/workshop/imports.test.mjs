/** The modules of src import one way, and the check of it finds what it should. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults, sources } from '../../scripts/imports.mjs';

test('the rooms of src import one way, and no files of a room in a circle', () => {
  assert.deepEqual(faults(sources()), []);
});

/** @param {Record<string, string>} files */
const faultsOf = (files) => faults(new Map(Object.entries(files)));

test('an import against the order is found, by use, by path and by what a module hands on', () => {
  const article = { 'src/article.rs': 'pub struct Article;\n', 'src/text/mod.rs': 'pub(crate) mod span;\n' };
  for (const span of ['use crate::article::Article;\n', 'fn f() -> crate::article::Article {}\n', 'use crate::{\n    article::{self, Article},\n};\n']) {
    const [fault] = faultsOf({ ...article, 'src/text/span.rs': span });
    assert.match(fault, /against the order[^]*src\/text\/span\.rs:1: crate::article.*text is above article/);
  }
  const handedOn = faultsOf({ ...article, 'src/lib.rs': 'mod article;\npub use article::Article;\n', 'src/text/span.rs': 'use crate::Article;\n' });
  assert.match(handedOn[0], /src\/text\/span\.rs:1: crate::Article \(src\/article\.rs\)/);
  assert.deepEqual(faultsOf({ ...article, 'src/article.rs': 'use crate::text::span;\n', 'src/text/span.rs': '' }), []);
});

test('a circle of files is found, however long', () => {
  const files = { 'src/text/a.rs': 'use super::b::B;\n', 'src/text/b.rs': '\nuse crate::text::c;\n', 'src/text/c.rs': 'use crate::text::a::{A, Z as Y};\n' };
  const [fault] = faultsOf(files);
  assert.match(fault, /circle of files/);
  for (const line of ['src/text/a.rs:1: super::b::B', 'src/text/b.rs:2: crate::text::c', 'src/text/c.rs:1: crate::text::a::A']) assert.ok(fault.includes(line), fault);
});

test('comments, texts and tests import nothing', () => {
  const source = `/// [\`crate::article\`]
fn f() { g("use crate::article::Article;", '"', "crate::article::x"); }
#[cfg(test)]
mod tests {
    use crate::article::Article;
}
#[cfg(all(test, feature = "cli"))]
mod more {
    use crate::article::Article;
}
`;
  assert.deepEqual(faultsOf({ 'src/article.rs': '', 'src/text/span.rs': source }), []);
});

test('a file without a room is found', () => {
  assert.deepEqual(faultsOf({ 'src/attic/chest.rs': '' }), ['src/attic/chest.rs belongs to no room of the table in scripts/imports.mjs']);
});
