//! nutgraf and other crates on the texts of `make bench`, whose folder NUTGRAF_BENCH_TEXTS names: `<words>.txt` each.
mod cpu;

use cpu::CpuTime;
use criterion::{BenchmarkId, Criterion, Throughput};
use nutgraf::{Article, Options};
use std::hint::black_box;
use std::num::NonZeroU32;
use std::path::Path;
use std::time::Duration;
use summary::{Language, Summarizer};

const WORDS: [usize; 3] = [600, 3_000, 20_000];
const SENTENCES: u32 = 3;
const WARM_UP: Duration = Duration::from_millis(400);
const MEASUREMENT: Duration = Duration::from_millis(1_500);
/// The smallest number of samples that Criterion takes.
const SAMPLES: usize = 10;

fn bench(criterion: &mut Criterion<CpuTime>, words: usize, text: &str) {
    let options = Options { sentences: Some(SENTENCES as usize), ..Options::default() };
    let article = Article::from_text(text);
    let summarizer = Summarizer::new(Language::English);
    let count = NonZeroU32::new(SENTENCES).unwrap_or(NonZeroU32::MIN);
    // It takes the share to leave out, not a number of sentences.
    let cut = 1.0 - SENTENCES as f32 / nutgraf::sentences(&article, None).len().max(1) as f32;

    let mut group = criterion.benchmark_group("native");
    group.throughput(Throughput::Bytes(text.len() as u64));
    let mut run = |name: &str, work: &mut dyn FnMut()| {
        group.bench_function(BenchmarkId::new(name, words), |b| b.iter(&mut *work));
    };
    run("nutgraf, sentences and tokens", &mut || {
        black_box(nutgraf::sentences(black_box(&article), None));
    });
    run("nutgraf, whole way", &mut || {
        black_box(nutgraf::summarize(black_box(text), &options).is_ok());
    });
    run("simple-summarize", &mut || {
        black_box(simple_summarize::summarize_text(black_box(text), cut).is_ok());
    });
    run("summary", &mut || {
        black_box(summarizer.summarize_sentences(black_box(text), count));
    });
    group.finish();
}

fn main() {
    let folder = std::env::var_os("NUTGRAF_BENCH_TEXTS")
        .expect("NUTGRAF_BENCH_TEXTS names the folder of the texts; run make bench");
    let mut criterion = Criterion::default()
        .with_measurement(CpuTime)
        .warm_up_time(WARM_UP)
        .measurement_time(MEASUREMENT)
        .sample_size(SAMPLES)
        .without_plots()
        .configure_from_args();
    for words in WORDS {
        let path = Path::new(&folder).join(format!("{words}.txt"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        bench(&mut criterion, words, &text);
    }
    criterion.final_summary();
}
