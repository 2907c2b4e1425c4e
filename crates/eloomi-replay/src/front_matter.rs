//! What a file says about its exchange.

/// What an exchange shows, of which operation, and how far it can be trusted.
///
/// How the response's body is stored stands here in the file as well; in memory the body
/// itself knows.
///
/// # Examples
///
/// ```
/// use eloomi_replay::{Confidence, FrontMatter, Origin};
///
/// let mut front = FrontMatter::new(
///     "list users, first page of two",
///     "listUsers",
///     Origin::Documentation,
///     Confidence::Documented,
/// );
/// front.quirks.push("data-is-null".to_owned());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FrontMatter {
    /// The source file that wrote it, relative to the workspace, if a program did.
    pub source: Option<String>,
    /// What it shows, in one line.
    pub description: String,
    /// The operation, as the API document names it.
    pub operation: String,
    /// Where it comes from.
    pub origin: Origin,
    /// How far it is known that the service behaves so.
    pub confidence: Confidence,
    /// The day on which it was recorded from the service, as `2026-11-28`: so that what has become
    /// old can be found. None where nothing but the file itself says so: [`lint()`](crate::lint())
    /// wants it of a live recording, and of nothing else.
    pub recorded_at: Option<String>,
    /// The version of the redaction rules that it was written with; none if it was written
    /// by hand.
    pub redaction: Option<u32>,
    /// The version of HTTP, where it is known.
    pub http: Option<HttpVersion>,
    /// How often it answers.
    pub repeat: Repeats,
    /// What is odd about it, a word each.
    pub quirks: Vec<String>,
}

impl FrontMatter {
    /// What every exchange says; the rest is absent.
    pub fn new(
        description: impl Into<String>,
        operation: impl Into<String>,
        origin: Origin,
        confidence: Confidence,
    ) -> Self {
        Self {
            source: None,
            description: description.into(),
            operation: operation.into(),
            origin,
            confidence,
            recorded_at: None,
            redaction: None,
            http: None,
            repeat: Repeats::default(),
            quirks: Vec::new(),
        }
    }
}

/// An enum whose values are words of the front matter.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl $name {
            /// The words that a file may say.
            pub(crate) const WORDS: &[&str] = &[$($word),*];

            /// As it is written in a file.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            pub(crate) fn of_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

words! {
    /// Where an exchange comes from.
    Origin {
        /// Written after the service's documentation.
        Documentation = "documentation",
        /// Recorded from a simulator.
        Simulator = "simulator",
        /// Recorded from a running server of the service on which everybody is invented.
        Measured = "measured",
        /// Recorded from the service itself, with invented people.
        Live = "live",
    }
}

words! {
    /// How far it is known that the service behaves so.
    Confidence {
        /// Its documentation says so.
        Documented = "documented",
        /// Somebody saw it.
        Observed = "observed",
        /// It follows from something else.
        Inferred = "inferred",
    }
}

words! {
    /// A version of HTTP.
    HttpVersion {
        /// HTTP/1.1.
        Http1 = "1.1",
        /// HTTP/2.
        Http2 = "2",
    }
}

/// How often an exchange answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Repeats {
    /// Once.
    #[default]
    Once,
    /// Once, and again whenever the exchanges for its request are used up (`repeat: last`).
    Last,
}
