//! What a value must be, and the texts that say what it is not: the rules of the validator that
//! the service uses, as far as the service uses them.
//!
//! A value is converted on the way: a number or a list may come as text. The first failure ends
//! the check, but unknown members are all named.

mod checks;
mod failure;
mod number;
mod object;

use self::failure::Found;
pub(crate) use self::failure::Invalid;
use super::given::Given;

/// What a member must be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) is_required: bool,
    /// Whether null is taken, whatever the kind.
    pub(crate) nullable: bool,
}

/// The kinds of values.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// Anything.
    Any,
    Text(Text),
    /// A number from the first on, to the second if there is one.
    Number(f64, Option<f64>),
    /// A date of ISO 8601.
    Date,
    List(List),
    Object(&'static [Rule]),
}

/// What a text must be beside a text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Text {
    pub(crate) shortest: usize,
    pub(crate) longest: Option<usize>,
    /// The values there are; empty if any will do.
    pub(crate) one_of: &'static [&'static str],
    pub(crate) form: Form,
    /// Whether an empty text counts as none.
    pub(crate) empty_is_absent: bool,
}

/// Further forms of a text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum Form {
    #[default]
    Free,
    Email,
    Phone,
}

/// What a list must be beside a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List {
    pub(crate) items: Text,
    pub(crate) fewest: usize,
    /// Whether one value without a list around it will do.
    pub(crate) single: bool,
}

/// What all rules begin from.
pub(crate) const FREE: Text = Text {
    shortest: 0,
    longest: None,
    one_of: &[],
    form: Form::Free,
    empty_is_absent: false,
};

impl Rule {
    pub(crate) const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            is_required: false,
            nullable: false,
        }
    }

    pub(crate) const fn text(name: &'static str, text: Text) -> Self {
        Self::new(name, Kind::Text(text))
    }

    pub(crate) const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    pub(crate) const fn or_null(mut self) -> Self {
        self.nullable = true;
        self
    }
}

/// Checks a whole body or query, and gives it back converted.
pub(crate) fn check(
    given: Given,
    rules: &[Rule],
    unknown_is_fine: bool,
) -> Result<super::given::Members, Invalid> {
    object::check(given, rules, unknown_is_fine).map_err(Found::whole)
}
