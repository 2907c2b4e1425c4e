//! What is not known about the real service, as switches.

use std::time::Duration;

/// How many people a list answers with when `per_page` is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PerPageDefault {
    /// Everybody, as the reference says.
    #[default]
    All,
    /// Twenty-five, as the documentation of 2018 says.
    TwentyFive,
}

/// What a list answers when the page asked for has nobody on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PastEnd {
    /// 200 with an empty list.
    #[default]
    EmptyList,
    /// 204 without a body.
    NoContent,
}

/// Which spelling of the employment dates and the mobile number the answers use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spelling {
    /// `start_of_employment_at`, `end_of_employment_at` and `mobile_phone`.
    #[default]
    At,
    /// `start_of_employment`, `end_of_employment` and `mobile`, as in the reference.
    Reference,
}

/// How the token answer tells the lifetime of the token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExpiresIn {
    /// As a number, as documented.
    #[default]
    Number,
    /// As a number in quotation marks.
    Text,
    /// Not at all.
    Absent,
}

/// How the token endpoint refuses a wrong client or secret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TokenRefusal {
    /// 400 with `error` and `message`, as documented.
    #[default]
    BadRequest,
    /// 401 with `error`, `error_description` and `message`, as newer OAuth servers do.
    Unauthorized,
}

/// How the window of the rate limit moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WindowKind {
    /// It rolls: a call leaves it one window after it came. Documented.
    #[default]
    Rolling,
    /// It opens with the first call and empties as a whole, as Laravel's stock limiter does.
    Anchored,
}

/// Whose calls are counted together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LimitKey {
    /// Those of a client, by its `ClientId`.
    #[default]
    Client,
    /// Those with one token.
    Token,
    /// Those from one address.
    Address,
}

/// What a 429 says about when to come back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RetryAfter {
    /// Whole seconds, rounded up, so that waiting them is enough.
    #[default]
    RoundedUp,
    /// Whole seconds, rounded down: up to one second short, and zero at times.
    RoundedDown,
    /// No header about it at all.
    Absent,
}

/// What an update of a unit that does not exist answers. The documentation of 2018 prints both
/// at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnknownUnit {
    /// 204 without a body, as its line with the status says.
    #[default]
    NoContent,
    /// 400, as the body printed below says.
    BadRequest,
}

/// Whom the answer to the creation of a unit shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CreatedUnit {
    /// Its leaders and its members, less those who do not exist.
    #[default]
    Whole,
    /// Nobody, whoever was sent, as in the sample of 2018.
    WithoutPeople,
}

/// How text in JSON bodies is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Escapes {
    /// As UTF-8, with only the escapes that JSON demands.
    #[default]
    Json,
    /// As PHP writes it when left alone: `\u00f8` for ø, and `\/` for a slash.
    Php,
}

/// Every switch of a simulator, with the most likely setting as its default.
///
/// Set them before the start with [`Builder::switch`](crate::Builder::switch), or while it
/// runs with [`Simulator::switch`](crate::Simulator::switch).
///
/// ```
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use eloomi_sim::{PastEnd, Simulator};
///
/// let sim = Simulator::start().await?;
/// sim.switch(|switches| {
///     switches.past_end = PastEnd::NoContent;
///     switches.max_per_page = Some(10);
/// });
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "switches are independent of each other"
)]
#[non_exhaustive]
pub struct Switches {
    /// Whom the answer to the creation of a unit shows.
    pub created_unit: CreatedUnit,
    /// How text in JSON bodies is written.
    pub escapes: Escapes,
    /// How the token answer tells the lifetime of the token.
    pub expires_in: ExpiresIn,
    /// Whether bodies are compressed for a client that accepts gzip. Off by default.
    pub gzip: bool,
    /// Whether the groups whose paths are inferred are there: access groups, goals and the others.
    /// On by default; off, each of their paths is an unknown one.
    pub inferred_groups: bool,
    /// Whose calls the rate limit counts together.
    pub limit_key: LimitKey,
    /// Silent upper bound of `per_page`. None by default.
    pub max_per_page: Option<u32>,
    /// What a page with nobody on it looks like.
    pub past_end: PastEnd,
    /// What a list does when `per_page` is absent.
    pub per_page_default: PerPageDefault,
    /// Whether the list ignores `page` and answers with the first page each time. Off by
    /// default.
    pub repeat_pages: bool,
    /// What a 429 says about when to come back.
    pub retry_after: RetryAfter,
    /// Which spelling of the doubly named fields the answers use.
    pub spelling: Spelling,
    /// Whether token requests take from the rate limit. Off by default.
    pub token_requests_count: bool,
    /// How long a token is good for. One second short of 365 days by default.
    pub token_lifetime: Duration,
    /// How the token endpoint refuses a wrong client or secret.
    pub token_refusal: TokenRefusal,
    /// Whether calls refused with 401 take from the rate limit. Off by default.
    pub unauthenticated_count: bool,
    /// Whether the list of units comes in pages, as that of users does. Off by default.
    pub units_paged: bool,
    /// What an update of a unit that does not exist answers.
    pub unknown_unit: UnknownUnit,
    /// How the window of the rate limit moves.
    pub window_kind: WindowKind,
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            created_unit: CreatedUnit::default(),
            escapes: Escapes::default(),
            expires_in: ExpiresIn::default(),
            gzip: false,
            inferred_groups: true,
            limit_key: LimitKey::default(),
            max_per_page: None,
            past_end: PastEnd::default(),
            per_page_default: PerPageDefault::default(),
            repeat_pages: false,
            retry_after: RetryAfter::default(),
            spelling: Spelling::default(),
            token_requests_count: false,
            token_lifetime: Duration::from_secs(31_535_999),
            token_refusal: TokenRefusal::default(),
            unauthenticated_count: false,
            units_paged: false,
            unknown_unit: UnknownUnit::default(),
            window_kind: WindowKind::default(),
        }
    }
}
