//! What an article says, and whether it says this.

use nutgraf::{Article, Span, on_one_line};

/// An article's sentences, as they are shown.
pub(super) struct Evidence<'a> {
    article: &'a Article<'a>,
    sentences: Vec<(String, Span)>,
}

impl<'a> Evidence<'a> {
    /// The sentences as they end in this language; without one, in the article's own.
    pub(super) fn new(article: &'a Article<'a>, language: Option<&str>) -> Self {
        let text = article.text();
        let shown = |span: Span| Some((on_one_line(text.get(span.start..span.end)?).into_owned(), span));
        let sentences = nutgraf::sentences(article, language).into_iter().filter_map(shown);
        Self { article, sentences: sentences.filter(|(sentence, _)| !sentence.is_empty()).collect() }
    }

    /// Whether it is a sentence, or several of one paragraph that follow one another.
    pub(super) fn has_sentences(&self, piece: &str) -> bool {
        let text = self.article.text();
        let starts = self.sentences.iter().enumerate().filter(|(_, (sentence, _))| piece.starts_with(sentence));
        starts.into_iter().any(|(at, (_, first))| {
            for (_, last) in &self.sentences[at..] {
                let Some(run) = text.get(first.start..last.end).filter(|run| !run.contains("\n\n")) else {
                    return false;
                };
                let run = on_one_line(run);
                if run.len() >= piece.len() {
                    return run == piece;
                }
            }
            false
        })
    }

    /// Whether it is a part of a sentence that begins and ends where words do.
    pub(super) fn has_part(&self, piece: &str) -> bool {
        let is_end = |one: Option<char>, other: Option<char>| {
            let is_of_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            // Scripts without spaces show no ends of words.
            let is_unspaced = |c: Option<char>| c.is_some_and(|c| ('\u{0e00}'..'\u{a000}').contains(&c));
            !(is_of_word(one) && is_of_word(other)) || is_unspaced(one) || is_unspaced(other)
        };
        !piece.is_empty()
            && self.sentences.iter().any(|(sentence, _)| {
                sentence.match_indices(piece).any(|(at, _)| {
                    let (before, behind) = (&sentence[..at], &sentence[at + piece.len()..]);
                    is_end(before.chars().next_back(), piece.chars().next())
                        && is_end(piece.chars().next_back(), behind.chars().next())
                })
            })
    }

    /// Whether it is made of whole sentences, with a space or nothing between two.
    pub(super) fn is_made_of_sentences(&self, text: &str) -> bool {
        // At which bytes a sentence may end.
        let mut ends = vec![false; text.len() + 1];
        ends[0] = true;
        for at in 0..text.len() {
            if !ends[at] {
                continue;
            }
            let rest = &text[at..];
            let rest = if at > 0 { rest.strip_prefix(' ').unwrap_or(rest) } else { rest };
            let from = text.len() - rest.len();
            for (sentence, _) in self.sentences.iter().filter(|(sentence, _)| rest.starts_with(sentence)) {
                ends[from + sentence.len()] = true;
            }
        }
        !text.is_empty() && ends[text.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::Evidence;
    use nutgraf::Article;

    #[test]
    fn an_article_says_what_it_says_and_nothing_else() {
        let article = Article::from_text("One went up. Two went\ndown. Three stayed.\n\nFour left the house.");
        let evidence = Evidence::new(&article, Some("en"));
        for sentences in ["One went up.", "Two went down.", "One went up. Two went down.", "Four left the house."] {
            assert!(evidence.has_sentences(sentences), "{sentences}");
        }
        for other in
            ["One went down.", "One went up. Three stayed.", "Two went", "Three stayed. Four left the house.", ""]
        {
            assert!(!evidence.has_sentences(other), "{other}");
        }
        for text in ["One went up.", "Four left the house. One went up.", "One went up.Three stayed."] {
            assert!(evidence.is_made_of_sentences(text), "{text}");
        }
        for other in ["", "One went up. Two", "One went up.  Three stayed.", "Two went up.", " One went up."] {
            assert!(!evidence.is_made_of_sentences(other), "{other}");
        }
        for (part, is_part) in
            [("left the house", true), ("Four left", true), ("eft the", false), ("the hous", false), ("", false)]
        {
            assert_eq!(evidence.has_part(part), is_part, "{part}");
        }
    }

    #[test]
    fn words_have_no_ends_where_no_spaces_are() {
        let article = Article::from_text("市议会周一通过了预算。桥将在五月开通。");
        let evidence = Evidence::new(&article, Some("zh"));
        assert!(evidence.has_part("周一通过") && !evidence.has_part("周二通过"));
        assert!(evidence.is_made_of_sentences("市议会周一通过了预算。桥将在五月开通。"));
    }
}
