//! What a fault does to a request that it meets.

use std::time::Duration;

use serde_json::Value;

use super::armed::Asked;
use super::stock::Stock;

/// One thing to do. Which stage of a request does it, [`Met`](super::Met) knows.
#[derive(Clone, Debug)]
pub(super) enum Action {
    /// Answers in place of the service, which does not see the request.
    Answer(Stock),
    /// Closes the connection instead of an answer.
    Close,
    /// Resets the connection instead of an answer.
    Reset,
    /// Lets the service do its work, and resets the connection instead of the answer.
    LoseAnswer,
    /// Lets the answer wait.
    Wait(Duration),
    /// Writes headers of the answer and does nothing else.
    Headers,
    /// Lets the request come without its token.
    HideToken,
    /// Ends the life of the request's token.
    ExpireToken,
    /// Lets the request come without its token while that is younger than this.
    HideYoungToken(Duration),
    /// Asks for the first page, whichever was asked for.
    RepeatPage,
    /// Asks for so many at most.
    CapPage(u64),
    /// Takes the first person out before a later page is made, or puts one there.
    Shift(Shift),
    /// Fills each page up.
    FillPage,
    /// Leaves so many of one page.
    CutPage { page: u64, count: usize },
    /// Writes a member of a token's answer, or leaves it out.
    TokenMember(&'static str, Option<Value>),
    /// Answers 200 with another status and message inside.
    Envelope { status: u16, message: String },
}

/// How people move from page to page.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shift {
    Delete,
    Insert,
}

impl Action {
    /// Whether the routes do not see the request.
    pub(super) fn is_instead(&self) -> bool {
        matches!(self, Self::Answer(_) | Self::Close | Self::Reset)
    }

    /// Whether it needs an answer of the routes, and is lost on one that was written beforehand.
    pub(super) fn needs_routes(&self) -> bool {
        !self.is_instead() && !matches!(self, Self::Wait(_) | Self::Headers)
    }

    /// Whether it would do anything to this request.
    pub(super) fn concerns(&self, asked: &Asked) -> bool {
        match self {
            Self::HideToken => asked.has_token,
            Self::ExpireToken => asked.token_age.is_some(),
            Self::HideYoungToken(lag) => asked.token_age.is_some_and(|age| age < *lag),
            Self::RepeatPage | Self::Shift(_) => asked.page > 1,
            Self::CapPage(most) => asked.size.is_none_or(|size| size > *most),
            Self::CutPage { page, .. } => asked.page == *page,
            _ => true,
        }
    }
}
