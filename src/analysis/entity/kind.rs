//! What an entity is.

/// What an entity is. Names have the first four kinds, facts the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
pub enum EntityKind {
    /// A person.
    Person,
    /// A city, country, river, region.
    Place,
    /// A company, party, ministry, team.
    Organisation,
    /// Any other name: a law, a war, a people, a work.
    Other,
    /// A number that counts nothing named.
    Number,
    /// A number with its unit: "42 kilometres".
    Quantity,
    /// A sum: "5 million euros".
    Money,
    /// A percentage.
    Percent,
    /// A date, a month, a year, a day of the week.
    Date,
    /// A time of day.
    Time,
}

impl EntityKind {
    /// All kinds, in order.
    pub const ALL: [Self; 10] = [
        Self::Person,
        Self::Place,
        Self::Organisation,
        Self::Other,
        Self::Number,
        Self::Quantity,
        Self::Money,
        Self::Percent,
        Self::Date,
        Self::Time,
    ];

    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organisation => "organisation",
            Self::Other => "other",
            Self::Number => "number",
            Self::Quantity => "quantity",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Date => "date",
            Self::Time => "time",
        }
    }

    /// Whether this is a fact (a number, a sum, a date) and no name.
    #[must_use]
    pub const fn is_fact(self) -> bool {
        !matches!(self, Self::Person | Self::Place | Self::Organisation | Self::Other)
    }
}
