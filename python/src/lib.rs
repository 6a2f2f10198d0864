//! What Python calls: texts in, JSON out. `python/nutgraf` makes objects of it, and has the documentation.
//!
//! Each answer is a pair: what the command line would print, and the article's text, which the places in it refer to. An
//! article without a summary gives `{"code", "message"}`, with `page` where that is why, and no text.

use pyo3::prelude::*;

mod answer;

/// The compiled half of the package.
#[pymodule(gil_used = false)]
mod _nutgraf {
    use super::answer::{self, Answer, Given};
    use nutgraf::output::{ArticleOutput, PieceOutput};
    use pyo3::exceptions::{PyRuntimeError, PyValueError};
    use pyo3::prelude::*;
    use rayon::prelude::*;

    /// Summarizes one article. `options` is an object of JSON.
    #[pyfunction]
    fn summarize(py: Python<'_>, given: Given, options: &str) -> Answer {
        py.detach(|| answer::of(|| answer::summary(&given, &answer::options(options)?)))
    }

    /// The article of a page.
    #[pyfunction]
    fn extract(py: Python<'_>, html: &str, any_page: bool) -> Answer {
        py.detach(|| {
            answer::of(|| {
                let article = answer::article_of_page(html, any_page)?;
                Ok((answer::json(&ArticleOutput::of(&article))?, article.text().to_owned()))
            })
        })
    }

    /// The sentences of a text, in order.
    #[pyfunction]
    fn sentences(py: Python<'_>, text: &str, lang: Option<&str>) -> Answer {
        py.detach(|| {
            answer::of(|| {
                let spans = nutgraf::sentences(text, lang);
                Ok((answer::json(&PieceOutput::sentences(text, &spans))?, text.to_owned()))
            })
        })
    }

    /// The mentions of entities in a text, in document order.
    #[pyfunction]
    fn entities(py: Python<'_>, text: &str, lang: Option<&str>) -> Answer {
        py.detach(|| {
            answer::of(|| {
                let article = nutgraf::Article::from_text(text);
                let (list, mentions) = nutgraf::entities(&article, lang);
                let pieces =
                    PieceOutput::mentions(article.text(), mentions.into_iter().map(|(span, at)| (span, &list[at])));
                Ok((answer::json(&pieces)?, article.text().to_owned()))
            })
        })
    }

    /// The language tag that is meant; an error for what is none.
    #[pyfunction]
    fn language_tag(given: &str) -> PyResult<String> {
        nutgraf::language_tag(given).ok_or_else(|| PyValueError::new_err(given.to_owned()))
    }

    /// Threads that summarize.
    #[pyclass(frozen)]
    struct Pool(rayon::ThreadPool);

    #[pymethods]
    impl Pool {
        /// `workers` threads; 0 gives as many as there are processors.
        #[new]
        fn new(workers: usize) -> PyResult<Self> {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(workers).build();
            pool.map(Self).map_err(|e| PyRuntimeError::new_err(e.to_string()))
        }

        /// Summarizes articles, in order.
        fn summarize(&self, py: Python<'_>, items: Vec<Given>, options: &str) -> Vec<Answer> {
            py.detach(|| {
                let options = answer::options(options);
                let one =
                    |given: &Given| answer::of(|| answer::summary(given, options.as_ref().map_err(Clone::clone)?));
                self.0.install(|| items.par_iter().map(one).collect())
            })
        }
    }
}
