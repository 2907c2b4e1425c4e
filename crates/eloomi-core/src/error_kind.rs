//! The kinds of failure.

use std::fmt;

/// The kinds of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request was not sent because it is wrong.
    Request,
    /// No connection, or it broke before the answer was complete.
    Transport,
    /// The answer did not come in time.
    Timeout,
    /// A write left and its answer was lost: it may have been carried out.
    Ambiguous,
    /// The credentials were refused, or there are none.
    Unauthorized,
    /// The credentials are good, but not for this.
    Forbidden,
    /// There is no such thing.
    NotFound,
    /// The service refused what was asked.
    Rejected,
    /// Too many requests.
    RateLimited,
    /// The service itself failed. A write that must not be repeated may have been carried
    /// out all the same.
    Service,
    /// The answer pointed elsewhere; redirects are never followed, because they would take
    /// the credentials along.
    Redirected,
    /// The answer is not what this operation answers.
    Decode,
    /// The answer is larger than the cap, or a list has more pages than can be true.
    TooLarge,
    /// A list gave the same page twice, so its end is unknown.
    PageRepeated,
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Request => "the request is wrong and was not sent",
            Self::Transport => "the connection failed",
            Self::Timeout => "no answer in time",
            Self::Ambiguous => "the answer was lost and the request may have been carried out",
            Self::Unauthorized => "the credentials were refused",
            Self::Forbidden => "not allowed with these credentials",
            Self::NotFound => "not found",
            Self::Rejected => "the service refused the request",
            Self::RateLimited => "too many requests",
            Self::Service => "the service failed",
            Self::Redirected => "the service answered with a redirect, which is never followed",
            Self::Decode => "the answer is not understood",
            Self::TooLarge => "the answer is larger than allowed",
            Self::PageRepeated => "the service gave the same page twice",
        })
    }
}
