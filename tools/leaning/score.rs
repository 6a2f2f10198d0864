//! How often sentences lean (`src/leaning`) that editors would show, and how often those that they would not:
//! `cargo run --release --features cli --example score-leaning -- FILE.jsonl [LANG]`, and with a reason after the
//! language samples of it: `… FILE.jsonl en Definite unfit`.
//!
//! A line of the file is an article with `sentences` ([offset, length] in UTF-16 units into `text`) and the numbers of
//! those that are `key`, `next`, `ok` or `unfit`. A sentence dangles if what it leans on is neither in the headline nor
//! among the key sentences; `alone` if it leans at all.

use nutgraf::eval::{self, Reason, Record};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::io::Write;
use std::{env, fs, io};

#[derive(Deserialize)]
struct Labelled {
    lang: String,
    sentences: Vec<(usize, usize)>,
    key: Vec<usize>,
    next: Vec<usize>,
    ok: Vec<usize>,
    unfit: Vec<usize>,
}

impl Labelled {
    /// The class of a sentence as its place in [`CLASSES`].
    fn class(&self, sentence: usize) -> usize {
        [&self.key, &self.next, &self.ok, &self.unfit].iter().position(|c| c.contains(&sentence)).unwrap_or(4)
    }
}

const CLASSES: [&str; 5] = ["key", "next", "ok", "unfit", "other"];
/// What is counted of each class: sentences, those that dangle, those that lean; then for each reason those that dangle
/// by it.
type Counts = [[usize; 3 + Reason::ALL.len()]; CLASSES.len()];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (path, language) = (arguments.first().ok_or("which file?")?, arguments.get(1));
    let (reason, class) = (arguments.get(2), arguments.get(3));
    let mut by_language: BTreeMap<String, Counts> = BTreeMap::new();
    let mut out = io::stdout().lock();
    for line in fs::read_to_string(path)?.lines() {
        let (record, labelled): (Record, Labelled) = (serde_json::from_str(line)?, serde_json::from_str(line)?);
        if language.is_some_and(|l| *l != "all" && *l != labelled.lang) {
            continue;
        }
        let leanings = eval::leanings(&record);
        let units: Vec<u16> = record.text.encode_utf16().collect();
        // Where each sentence of ours stands, in UTF-16 units.
        let mut places = Vec::new();
        let (mut bytes, mut at) = (0, 0);
        for (span, _) in &leanings {
            at += record.text[bytes..span.start].encode_utf16().count();
            let length = record.text[span.start..span.end].encode_utf16().count();
            places.push((at, length));
            (bytes, at) = (span.end, at + length);
        }
        let ours: Vec<Option<usize>> = labelled.sentences.iter().map(|place| overlapping(&places, *place)).collect();
        let key: BTreeSet<usize> = labelled.key.iter().filter_map(|k| ours[*k]).collect();
        let counts = by_language.entry(labelled.lang.clone()).or_default();
        for (number, (start, length)) in labelled.sentences.iter().enumerate() {
            let Some(our) = ours[number] else { continue };
            let is_shown = |on: Option<usize>| on.is_some_and(|on| key.contains(&on));
            let dangling: Vec<Reason> =
                leanings[our].1.iter().filter(|(_, on)| !is_shown(*on)).map(|(reason, _)| *reason).collect();
            let of_class = &mut counts[labelled.class(number)];
            of_class[0] += 1;
            of_class[1] += usize::from(!dangling.is_empty());
            of_class[2] += usize::from(!leanings[our].1.is_empty());
            for (place, known) in Reason::ALL.iter().enumerate() {
                of_class[3 + place] += usize::from(dangling.contains(known));
            }
            let asked = |r: &Reason| reason.is_some_and(|name| *name == format!("{r:?}") || name == "any");
            if class.is_none_or(|c| c == CLASSES[labelled.class(number)])
                && (dangling.iter().any(asked) || dangling.is_empty() && reason.is_some_and(|r| r == "none"))
            {
                let text = String::from_utf16_lossy(&units[*start..start + length]);
                let title = record.title.as_deref().unwrap_or_default();
                writeln!(out, "[{title}] {:?}\n    {number}. {text}", leanings[our].1)?;
            }
        }
    }
    if reason.is_none() {
        report(&by_language, &mut out)?;
    }
    Ok(())
}

/// The sentence of ours that overlaps a labelled one most, by half of the shorter or more.
fn overlapping(places: &[(usize, usize)], (start, length): (usize, usize)) -> Option<usize> {
    let both = |(at, of): (usize, usize)| (at + of).min(start + length).saturating_sub(at.max(start));
    let (best, place) = places.iter().enumerate().max_by_key(|(_, place)| both(**place))?;
    (2 * both(*place) >= length.min(place.1) && both(*place) > 0).then_some(best)
}

fn report(by_language: &BTreeMap<String, Counts>, out: &mut impl Write) -> io::Result<()> {
    let mut all = Counts::default();
    for counts in by_language.values() {
        for (sum, of_class) in all.iter_mut().zip(counts) {
            sum.iter_mut().zip(of_class).for_each(|(sum, count)| *sum += count);
        }
    }
    let percent = |of_class: &[usize; 3 + Reason::ALL.len()], what: usize| {
        format!("{:6.2} %", 100.0 * of_class[what] as f64 / of_class[0].max(1) as f64)
    };
    writeln!(out, "{:<14}{}", "", CLASSES.map(|class| format!("{class:>9}")).concat())?;
    let names = ["dangles", "alone"].map(str::to_owned).into_iter();
    for (what, name) in names.chain(Reason::ALL.map(|reason| format!("{reason:?}"))).enumerate() {
        let shares: Vec<String> = all.iter().map(|of_class| format!("{:>9}", percent(of_class, what + 1))).collect();
        writeln!(out, "{name:<14}{}", shares.concat())?;
    }
    for (language, counts) in by_language {
        let shares: Vec<String> =
            counts.iter().map(|of_class| format!("{:>9} of{:5}", percent(of_class, 1), of_class[0])).collect();
        writeln!(out, "{language:<5}{}", shares.concat())?;
    }
    Ok(())
}
