//! The Porter stemmer as NLTK has it, which is what the public `rouge-score` stems by: Porter (1980), "An algorithm
//! for suffix stripping", with NLTK's irregular forms and departures. Lower-case ASCII only, as that package gives.

/// Forms that the rules would get wrong.
const IRREGULAR: [(&str, &str); 16] = [
    ("sky", "sky"),
    ("skies", "sky"),
    ("dying", "die"),
    ("lying", "lie"),
    ("tying", "tie"),
    ("news", "news"),
    ("innings", "inning"),
    ("inning", "inning"),
    ("outings", "outing"),
    ("outing", "outing"),
    ("cannings", "canning"),
    ("canning", "canning"),
    ("howe", "howe"),
    ("proceed", "proceed"),
    ("exceed", "exceed"),
    ("succeed", "succeed"),
];

const STEP_2: [(&str, &str); 21] = [
    ("ational", "ate"),
    ("tional", "tion"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("izer", "ize"),
    ("bli", "ble"),
    ("alli", "al"),
    ("entli", "ent"),
    ("eli", "e"),
    ("ousli", "ous"),
    ("ization", "ize"),
    ("ation", "ate"),
    ("ator", "ate"),
    ("alism", "al"),
    ("iveness", "ive"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("aliti", "al"),
    ("iviti", "ive"),
    ("biliti", "ble"),
    ("fulli", "ful"),
];

const STEP_3: [(&str, &str); 7] =
    [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

const STEP_4: [&str; 19] = [
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti",
    "ous", "ive", "ize",
];

/// The stem of a lower-case ASCII word.
pub(super) fn stem(word: &str) -> String {
    if let Some((_, stem)) = IRREGULAR.iter().find(|(form, _)| *form == word) {
        return (*stem).to_owned();
    }
    if word.len() <= 2 || !word.is_ascii() {
        return word.to_owned();
    }
    let mut stem = word.to_owned();
    plural(&mut stem);
    past_and_gerund(&mut stem);
    // Step 1c, as NLTK has it: after a consonant that is not the word's first letter.
    if let Some(root) = stem.strip_suffix('y').filter(|r| r.len() > 1 && ends_in_consonant(r)) {
        stem = format!("{root}i");
    }
    step_2(&mut stem);
    first_match(&mut stem, &STEP_3);
    step_4(&mut stem);
    if let Some(root) = stem.strip_suffix('e').filter(|r| measure(r) > 1 || measure(r) == 1 && !ends_cvc(r)) {
        stem = root.to_owned();
    }
    if stem.ends_with("ll") && measure(&stem[..stem.len() - 1]) > 1 {
        stem.pop();
    }
    stem
}

fn plural(word: &mut String) {
    if word.ends_with("ies") {
        word.truncate(word.len() - if word.len() == 4 { 1 } else { 2 });
    } else if word.ends_with("sses") {
        word.truncate(word.len() - 2);
    } else if word.ends_with('s') && !word.ends_with("ss") {
        word.pop();
    }
}

fn past_and_gerund(word: &mut String) {
    if word.ends_with("ied") {
        word.truncate(word.len() - if word.len() == 4 { 1 } else { 2 });
        return;
    }
    if let Some(root) = word.strip_suffix("eed") {
        if measure(root) > 0 {
            word.pop();
        }
        return;
    }
    let root = ["ed", "ing"].iter().filter_map(|s| word.strip_suffix(s)).find(|r| has_vowel(r));
    let Some(root) = root.map(str::to_owned) else { return };
    *word = root;
    if ["at", "bl", "iz"].iter().any(|s| word.ends_with(s)) {
        word.push('e');
    } else if ends_double_consonant(word) {
        if !word.ends_with(['l', 's', 'z']) {
            word.pop();
        }
    } else if measure(word) == 1 && ends_cvc(word) {
        word.push('e');
    }
}

fn step_2(word: &mut String) {
    while word.strip_suffix("alli").is_some_and(|root| measure(root) > 0) {
        word.truncate(word.len() - 2);
    }
    if word.ends_with("logi") && !STEP_2.iter().any(|(suffix, _)| word.ends_with(suffix)) {
        // The l counts with the stem, so that short ones like "geo" work like "archaeo".
        if measure(&word[..word.len() - 3]) > 0 {
            word.pop();
        }
        return;
    }
    first_match(word, &STEP_2);
}

/// Applies the first rule whose suffix the word has, if what is left has a measure above 0.
fn first_match(word: &mut String, rules: &[(&str, &str)]) {
    let rule = rules.iter().find_map(|(suffix, by)| word.strip_suffix(suffix).map(|root| (root.to_owned(), by)));
    if let Some((root, by)) = rule.filter(|(root, _)| measure(root) > 0) {
        *word = root + by;
    }
}

fn step_4(word: &mut String) {
    let Some((suffix, root)) = STEP_4.iter().find_map(|s| word.strip_suffix(s).map(|root| (*s, root))) else { return };
    if measure(root) > 1 && (suffix != "ion" || root.ends_with(['s', 't'])) {
        word.truncate(root.len());
    }
}

/// For each letter whether it is a consonant: not a vowel, and y only at the start or after a vowel.
fn consonants(word: &str) -> Vec<bool> {
    let mut flags: Vec<bool> = Vec::with_capacity(word.len());
    for byte in word.bytes() {
        flags.push(match byte {
            b'a' | b'e' | b'i' | b'o' | b'u' => false,
            b'y' => flags.last().is_none_or(|before| !before),
            _ => true,
        });
    }
    flags
}

/// How often a vowel is followed by a consonant.
fn measure(word: &str) -> usize {
    consonants(word).windows(2).filter(|pair| !pair[0] && pair[1]).count()
}

fn has_vowel(word: &str) -> bool {
    consonants(word).contains(&false)
}

fn ends_in_consonant(word: &str) -> bool {
    consonants(word).last() == Some(&true)
}

fn ends_double_consonant(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() >= 2 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2] && ends_in_consonant(word)
}

fn ends_cvc(word: &str) -> bool {
    match consonants(word).as_slice() {
        [.., true, false, true] => !word.ends_with(['w', 'x', 'y']),
        [false, true] => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn stems_as_nltk_does() {
        for (word, expected) in [
            ("caresses", "caress"),
            ("ponies", "poni"),
            ("dies", "die"),
            ("agreed", "agre"),
            ("plastered", "plaster"),
            ("motoring", "motor"),
            ("hopping", "hop"),
            ("falling", "fall"),
            ("filing", "file"),
            ("happy", "happi"),
            ("enjoy", "enjoy"),
            ("relational", "relat"),
            ("geology", "geolog"),
            ("electricity", "electr"),
            ("adoption", "adopt"),
            ("controlling", "control"),
            ("skies", "sky"),
            ("is", "is"),
        ] {
            assert_eq!(stem(word), expected, "{word}");
        }
    }
}
