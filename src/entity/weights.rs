//! The weights of the name tagger, fitted by `make train-names`, and how they decide.

/// The weights of one language.
#[derive(Clone, Copy)]
pub(crate) struct Model {
    weights: &'static [i8],
    bar: i32,
}

/// A word is inside a name when the weights of its features sum to more than this: small weights are rounded to 0,
/// which leaves out names more than it adds. F1 in cross-validation is highest here (1 up or down costs up to 1.5).
pub(crate) const ENGLISH_BAR: i32 = -2;
/// The same for German.
pub(crate) const GERMAN_BAR: i32 = -1;

/// The weights behind the header of a file.
const fn weights<const ROWS: usize>(file: &[u8]) -> [i8; ROWS] {
    let mut rows = [0; ROWS];
    let mut at = 0;
    while at < ROWS {
        rows[at] = file[file.len() - ROWS + at] as i8;
        at += 1;
    }
    rows
}

static ENGLISH: [i8; 1 << 13] = weights(include_bytes!("names_en.bin"));
static GERMAN: [i8; 1 << 13] = weights(include_bytes!("names_de.bin"));

impl Model {
    /// The model of a language for which one beats the rules.
    pub(crate) fn of(language: &str) -> Option<Self> {
        match language {
            "en" => Some(Self { weights: &ENGLISH, bar: ENGLISH_BAR }),
            "de" => Some(Self { weights: &GERMAN, bar: GERMAN_BAR }),
            _ => None,
        }
    }

    /// Whether a word with these features is inside a name.
    pub(crate) fn is_name(self, features: &[u32]) -> bool {
        decide(self.weights, self.bar, features)
    }
}

/// The same for any weights, a power of two of them.
pub(crate) fn decide(weights: &[i8], bar: i32, features: &[u32]) -> bool {
    let mask = weights.len() - 1;
    features.iter().map(|f| i32::from(weights[*f as usize & mask])).sum::<i32>() > bar
}
