//! Language tags as people write them.

/// The well-formed language tag of BCP 47 that is meant, with the underscore of locales as a hyphen (`de_DE` is `de-DE`);
/// nothing for what is none. Whether there is such a language is not asked.
#[must_use]
pub fn language_tag(given: &str) -> Option<String> {
    let tag = given.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let rest: Vec<&str> = parts.collect();
    // Tags for private use ("x-…") and a few old ones ("i-klingon") begin with one letter.
    let is_language = (2..=8).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
    let is_private = matches!(first.as_bytes(), [b'x' | b'X' | b'i' | b'I']) && !rest.is_empty();
    ((is_language || is_private) && rest.iter().all(|part| is_part(part))).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::language_tag;

    #[test]
    fn language_tags_are_well_formed() {
        for (given, tag) in
            [("en", "en"), ("de_DE", "de-DE"), ("zh-Hant-TW", "zh-Hant-TW"), ("x-own", "x-own"), (" fr ", "fr")]
        {
            assert_eq!(language_tag(given).as_deref(), Some(tag));
        }
        for given in
            ["", " ", "e", "x", "de-", "-de", "de--DE", "deutsch-Deutschland", "de DE", "d3", "de_DE.UTF-8", "日本"]
        {
            assert_eq!(language_tag(given), None, "{given}");
        }
    }
}
