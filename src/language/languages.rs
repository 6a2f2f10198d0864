//! The languages, and the habits of each that rules elsewhere turn on.

/// Calls a macro with every language that has a pack, by name and ISO 639-1 code, in the alphabetical order of the codes.
macro_rules! each_language {
    ($then:ident) => {
        $then! {
            Arabic "ar", Czech "cs", Danish "da", German "de", English "en", Spanish "es", Persian "fa", French "fr",
            Hindi "hi", Indonesian "id", Italian "it", Japanese "ja", Korean "ko", Dutch "nl", Polish "pl",
            Portuguese "pt", Russian "ru", Swedish "sv", Thai "th", Turkish "tr", Ukrainian "uk", Vietnamese "vi",
            Chinese "zh"
        }
    };
}
pub(crate) use each_language;

macro_rules! enumerate {
    ($($name:ident $code:literal),*) => {
        /// A language that can be read by more than the rules for its script.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Language {
            $($name,)*
            /// None of them, or not to be told.
            Unknown,
        }

        impl Language {
            /// Those with a pack.
            pub(crate) const ALL: &[Self] = &[$(Self::$name),*];

            /// ISO 639-1; `und` of BCP 47 where it is unknown.
            pub(crate) const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                    Self::Unknown => "und",
                }
            }
        }
    };
}
each_language!(enumerate);

impl Language {
    /// By its ISO 639-1 code.
    pub(crate) fn of_code(code: &str) -> Self {
        Self::ALL.iter().copied().find(|language| language.code() == code).unwrap_or(Self::Unknown)
    }

    /// Its place among [`Language::ALL`].
    pub(crate) fn place(self) -> Option<usize> {
        (self != Self::Unknown).then_some(self as usize)
    }

    /// Whether all nouns are capitalized, so that a capital does not make a name.
    pub(crate) const fn capitalizes_nouns(self) -> bool {
        matches!(self, Self::German)
    }

    /// Whether names change their endings: "Путина", "Kijowie".
    pub(crate) const fn inflects_names(self) -> bool {
        matches!(self, Self::Russian | Self::Ukrainian | Self::Polish | Self::Czech)
    }

    /// Whether names have a genitive in -s without an apostrophe: "Danmarks", "Griechenlands".
    pub(crate) const fn has_bare_genitive(self) -> bool {
        matches!(self, Self::German | Self::Swedish | Self::Danish | Self::Dutch)
    }

    /// Whether nouns are compounded into one word, whose end says what it is: "Torypartiet".
    pub(crate) const fn compounds_nouns(self) -> bool {
        matches!(self, Self::German | Self::Swedish | Self::Danish | Self::Dutch)
    }

    /// Whether demonstratives stand after their nouns: "jembatan ini".
    pub(crate) const fn postposes_demonstratives(self) -> bool {
        matches!(self, Self::Indonesian | Self::Vietnamese)
    }

    /// Whether the sign of a percentage stands before its number: "%20".
    pub(crate) const fn writes_percent_first(self) -> bool {
        matches!(self, Self::Turkish | Self::Arabic | Self::Persian)
    }

    /// Whether a day may stand after its month: "October 30". Elsewhere "en mayo 20 personas" is no date.
    pub(crate) const fn writes_month_first(self) -> bool {
        matches!(self, Self::English | Self::Vietnamese)
    }

    /// Whether a space stands between sentences. Thai writes one there and nowhere else.
    pub(crate) const fn parts_sentences_by_space(self) -> bool {
        !matches!(self, Self::Chinese | Self::Japanese)
    }

    /// Whether "17 h" and "17h30" are times of day.
    pub(crate) const fn writes_hour_sign(self) -> bool {
        matches!(self, Self::French | Self::Portuguese | Self::Spanish | Self::Italian | Self::Vietnamese)
    }
}
