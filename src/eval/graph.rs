//! The two graph methods that libraries offer, as their papers describe them.

use crate::analysis::Document;
use crate::collections::sorted::ranked;

/// The chance of a walk to go on.
const DAMPING: f64 = 0.85;
/// Steps of the walk; the order is settled long before.
const STEPS: usize = 30;
/// LexRank joins sentences whose cosine is above this.
const THRESHOLD: f64 = 0.1;
/// Of longer articles the first so many sentences are looked at: the graph has their square of edges.
const MOST_SENTENCES: usize = 400;

/// LexRank: PageRank over the sentences whose TF-IDF cosine passes a threshold (Erkan and Radev 2004, "LexRank:
/// graph-based lexical centrality as salience in text summarization"). The sentences stand for the documents that
/// the IDF is counted in.
pub(super) fn lex_rank(document: &Document<'_>) -> Vec<usize> {
    let terms = &document.terms;
    let count = document.sentences().len().min(MOST_SENTENCES);
    let weight: Vec<f64> = terms
        .occurrences
        .iter()
        .map(|of| 1.0 + (document.sentences().len() as f64 / f64::from(of.sentences)).ln())
        .collect();
    let length: Vec<f64> = (0..count)
        .map(|at| terms.of_sentence(at).iter().map(|t| weight[*t as usize].powi(2)).sum::<f64>().sqrt().max(1e-9))
        .collect();
    let similarity = |a: usize, b: usize| {
        let cosine = shared(document, a, b, |t| weight[t as usize].powi(2)) / (length[a] * length[b]);
        if cosine > THRESHOLD { 1.0 } else { 0.0 }
    };
    order(&walk(count, similarity))
}

/// TextRank: PageRank over all pairs, an edge weighing the words two sentences share for their lengths (Mihalcea and
/// Tarau 2004, "TextRank: bringing order into texts").
pub(super) fn text_rank(document: &Document<'_>) -> Vec<usize> {
    let count = document.sentences().len().min(MOST_SENTENCES);
    let similarity = |a: usize, b: usize| {
        let size = |at: usize| (document.terms.of_sentence(at).len().max(1) as f64).ln();
        let sizes = size(a) + size(b);
        if a != b && sizes > 0.0 { shared(document, a, b, |_| 1.0) / sizes } else { 0.0 }
    };
    order(&walk(count, similarity))
}

/// The weight of the terms two sentences share.
fn shared(document: &Document<'_>, a: usize, b: usize, weight: impl Fn(u32) -> f64) -> f64 {
    let other = document.terms.of_sentence(b);
    document.terms.of_sentence(a).iter().filter(|t| other.contains(t)).map(|t| weight(*t)).sum()
}

fn walk(count: usize, similarity: impl Fn(usize, usize) -> f64) -> Vec<f64> {
    let edges: Vec<Vec<f64>> = (0..count).map(|a| (0..count).map(|b| similarity(a, b)).collect()).collect();
    let sums: Vec<f64> = edges.iter().map(|row| row.iter().sum::<f64>()).collect();
    let mut visits = vec![1.0 / count as f64; count];
    for _ in 0..STEPS {
        let mut next = vec![(1.0 - DAMPING) / count as f64; count];
        for (from, row) in edges.iter().enumerate().filter(|(from, _)| sums[*from] > 0.0) {
            for (to, edge) in row.iter().enumerate() {
                next[to] += DAMPING * visits[from] * edge / sums[from];
            }
        }
        visits = next;
    }
    visits
}

/// Most visited first; equals in document order.
fn order(visits: &[f64]) -> Vec<usize> {
    ranked(visits.len(), |at| !visits[at].to_bits()).collect()
}
