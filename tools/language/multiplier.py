#!/usr/bin/env python3
"""Chooses MULTIPLIER of src/collections/hash.rs, by which hashes of words are mixed.

    python3 tools/language/multiplier.py [--data ../shared] [--candidates 4000]

Lexicons keep hashes cut to a few bits (build.rs), so some words are taken for listed ones. Which words depends on
the multiplier: of many, the one is printed by which the words of running text, counted as often as they stand there,
are mistaken least: the mean over the languages of the development sets, English twice, a word taken for one of its
own language's twice as bad as for one of those that all languages share. The candidates come from a fixed seed.
After a change of it, fit the name tagger anew (`make train-names`). Standard library only.
"""

import argparse
import collections
import json
import pathlib
import random
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
SEED = 1
WORD = 2**64 - 1
# The words of a language that make up most of its running text.
VOCABULARY = 3_000
# Of fewer words of text it is not known which are frequent.
LEAST_TOKENS = 5_000
# Texts shorter than this, in characters, are labels and not running text.
LEAST_TEXT = 30


def unmixed(word):
    """The state of `Hasher` in src/collections/hash.rs before `finish` multiplies it."""
    state = 0xCBF29CE484222325

    def mix(value):
        nonlocal state
        product = (state ^ value) * 0x9E3779B97F4A7C15 & WORD
        state = (product << 32 | product >> 32) & WORD

    letters = b""
    for letter in word:
        if letter.isascii():
            letters += letter.encode()
        if letters and (not letter.isascii() or len(letters) == 8):
            mix(int.from_bytes(letters, "little"))
            letters = b""
        if not letter.isascii():
            mix(ord(letter))
    if letters:
        mix(int.from_bytes(letters, "little"))
    return state ^ state >> 32


def mixed(state, multiplier, bits):
    """What `finish` makes of it, cut to its highest bits."""
    product = state * multiplier & WORD
    return (product ^ product >> 29) >> 64 - bits


def read_lexicons():
    """The words of each language's own lists, and those that all share: the lists of SHARED in build.rs."""
    source = (ROOT / "build.rs").read_text()
    shared_names = set(re.findall(r'"(\w+)"', re.search(r"const SHARED: .*?;\n", source, re.S)[0]))
    own, shared = {}, set()
    for file in sorted((ROOT / "src/language/lexicon").glob("*.txt")):
        words = own[file.stem] = set()
        for section in file.read_text().split("\n[")[1:]:
            name, listed = section.split("]", 1)
            (shared if name in shared_names else words).update(word.replace("_", " ") for word in listed.split())
    return own, shared


def texts_of(value, language):
    """Every text in a JSON value, with the language said nearest above it."""
    if isinstance(value, str):
        if len(value) > LEAST_TEXT:
            yield language, value
    elif isinstance(value, list):
        for item in value:
            yield from texts_of(item, language)
    elif isinstance(value, dict):
        said = value.get("lang") or value.get("language")
        language = said[:2] if isinstance(said, str) else language
        for item in value.values():
            yield from texts_of(item, language)


def read_texts(data):
    for file in sorted((data / "eval").glob("*.jsonl")):
        for line in file.read_text().splitlines():
            yield file.stem[:2], json.loads(line)["text"]
    for name in ("sentences", "names_other_languages"):
        yield from texts_of(json.loads((data / "language" / f"{name}.json").read_text()), None)


def read_vocabularies(data, known):
    counts = collections.defaultdict(collections.Counter)
    for language, text in read_texts(data):
        if language in known:
            counts[language].update(re.findall(r"\w+", text.lower()))
    found = {}
    for language, words in counts.items():
        total = sum(words.values())
        if total >= LEAST_TOKENS:
            found[language] = [(word, count / total) for word, count in words.most_common(VOCABULARY)]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, default=ROOT / "../shared")
    parser.add_argument("--candidates", type=int, default=4_000)
    options = parser.parse_args()
    source = (ROOT / "build.rs").read_text()
    own, shared = read_lexicons()
    vocabularies = read_vocabularies(options.data, own)
    bits = {name: int(re.search(rf"const {name}: u32 = (\d+)", source)[1]) for name in ("WORD_BITS", "SHARED_BITS")}
    cases = []
    for language, words in sorted(vocabularies.items()):
        states = [(unmixed(word), share, word) for word, share in words]
        for listed, cut in ((own[language], bits["WORD_BITS"]), (shared, bits["SHARED_BITS"])):
            others = [(state, share) for state, share, word in states if word not in listed]
            cases.append((language, cut, [unmixed(word) for word in listed], others))

    def mistaken(multiplier):
        rates = []
        for _, cut, listed, others in cases:
            known = {mixed(state, multiplier, cut) for state in listed}
            rates.append(sum(share for state, share in others if mixed(state, multiplier, cut) in known))
        return rates

    def cost(rates):
        weights = ((2 if cut == bits["WORD_BITS"] else 1) * (2 if language == "en" else 1) for language, cut, *_ in cases)
        return sum(weight * rate for weight, rate in zip(weights, rates))

    numbers = random.Random(SEED)
    now = int(re.search(r"MULTIPLIER: u64 = (0x[0-9a-f_]+)", (ROOT / "src/collections/hash.rs").read_text())[1].replace("_", ""), 16)
    # Half of the bits set, as a multiplier that spreads well has.
    candidates = (numbers.getrandbits(64) | 1 for _ in range(options.candidates))
    spreading = [candidate for candidate in candidates if 28 <= candidate.bit_count() <= 36]
    for multiplier in (now, min(spreading, key=lambda candidate: cost(mistaken(candidate)))):
        print(f"{multiplier:#018x}, words mistaken for those of their language and for shared ones:")
        rates = dict(zip([(language, cut) for language, cut, *_ in cases], mistaken(multiplier)))
        for language in sorted(vocabularies):
            own_rate, shared_rate = (rates[language, cut] for cut in bits.values())
            print(f"  {language}  {own_rate:.2%}  {shared_rate:.2%}")


if __name__ == "__main__":
    main()
