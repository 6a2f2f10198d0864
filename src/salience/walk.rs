//! A random walk between the sentences and the terms of an article: from a sentence to one of its terms, from
//! there to a sentence that has it, and now and then back to where walks begin.
//!
//! What the walk visits most is what the story keeps coming back to, as in LexRank (Erkan and Radev 2004) and with
//! a topic to return to in its biased form (Otterbacher, Erkan and Radev 2009, "Biased LexRank"), but over the
//! two-sided graph of sentences and terms (Zha 2002, "Generic summarization and keyphrase extraction using mutual
//! reinforcement principle"), whose edges are as many as the text has words: a graph of sentences has their square.

use crate::term::{Term, Terms};

/// The visits to each sentence after `steps` steps, summing to about 1, and what each term hands on in the last.
///
/// `restart` holds the chance of each sentence to be where a walk begins; `damping`, from 0 to 1, is the chance of
/// going on instead of going back there.
pub(super) fn visits(terms: &Terms, restart: &[f64], damping: f64, steps: usize) -> (Vec<f64>, Vec<f64>) {
    let mut visits = restart.to_vec();
    let mut held = vec![0.0; terms.count()];
    for (at, visits) in visits.iter().enumerate() {
        spread(terms.of_sentence(at), *visits, &mut held);
    }
    let shares: Vec<f64> = terms.sentence_frequency.iter().map(|n| 1.0 / f64::from(*n)).collect();
    let mut parts = vec![0.0; terms.count()];
    for step in 1..=steps {
        let keep = if step < steps { 0.0 } else { 1.0 };
        for ((part, held), share) in parts.iter_mut().zip(&mut held).zip(&shares) {
            *part = *held * share;
            *held *= keep;
        }
        for (at, visits) in visits.iter_mut().enumerate() {
            let own = terms.of_sentence(at);
            let arriving: f64 = own.iter().map(|t| parts[*t as usize]).sum();
            *visits = (1.0 - damping) * restart[at] + damping * arriving;
            // The next step, in the same pass.
            if step < steps {
                spread(own, *visits, &mut held);
            }
        }
    }
    (visits, held)
}

/// A sentence gives what it holds to its terms, in equal parts.
fn spread(own: &[Term], visits: f64, held: &mut [f64]) {
    let part = visits / own.len().max(1) as f64;
    for term in own {
        held[*term as usize] += part;
    }
}
