//! The five articles the project began from, summarized: reviewed results, kept as files in `tests/golden`.
//!
//! `NUTGRAF_BLESS=1 cargo test --test golden` writes them anew; read the difference before committing it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test may stop where it stands")]

use nutgraf::{Options, summarize};
use std::fs;
use std::path::Path;

#[test]
fn the_seeds_give_the_reviewed_summaries() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seeds: Vec<_> =
        fs::read_dir(root.join("seeds")).expect("seeds").map(|e| e.expect("a seed").path()).collect();
    seeds.sort();
    assert_eq!(seeds.len(), 5);
    for seed in seeds {
        let text = fs::read_to_string(&seed).expect("a seed's text");
        let summary = summarize(&text, &Options::default()).expect("a summary");
        let json = serde_json::to_string(&summary).expect("JSON");
        let name = seed.file_stem().expect("a name").to_string_lossy().into_owned();
        let golden = root.join("tests/golden").join(name).with_extension("json");
        if std::env::var_os("NUTGRAF_BLESS").is_some() {
            fs::write(&golden, &json).expect("to write the golden file");
        }
        assert_eq!(fs::read_to_string(&golden).expect("a golden file"), json, "{}", golden.display());
    }
}

/// Lines of the seeds that are no part of any story.
const FURNITURE: [&str; 8] = [
    "No time to read",
    "Get a summary",
    "Previous Article",
    "Next Article",
    "All news",
    "Write a Comment",
    "Leave a Comment",
    "Yerevan and Baku on peacekeeping mission",
];

#[test]
fn no_furniture_no_headline_and_no_attribution_is_in_any_summary_however_long() {
    for seed in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")).expect("seeds") {
        let text = fs::read_to_string(seed.expect("a seed").path()).expect("a seed's text");
        let summary = summarize(&text, &Options { sentences: Some(1_000), ..Options::default() }).expect("a summary");
        assert!(summary.sentences.len() > 10);
        for sentence in &summary.sentences {
            assert!(FURNITURE.iter().all(|line| !sentence.text.contains(line)), "{}", sentence.text);
            assert!(Some(&sentence.text) != summary.headline.as_ref(), "{}", sentence.text);
            assert!(!sentence.text.starts_with("(TASS)") && !sentence.text.contains("/TASS/"), "{}", sentence.text);
            assert!(!sentence.text.starts_with("MOSCOW, October"), "{}", sentence.text);
        }
    }
}
