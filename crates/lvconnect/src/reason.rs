//! The reasons for which the service refuses.

use std::fmt;

/// Why the directory refused. All but the last three are told by its own words (measured).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// 400: a field is missing, wrong or unknown; [`Refusal::fields`](crate::Refusal::fields) names
    /// it. Says nothing of rights, which are looked at later.
    Invalid,
    /// 400: the id in the path is none.
    InvalidId,
    /// 400: the body is no JSON object.
    InvalidBody,
    /// 400, never 409: somebody has this address already.
    EmailTaken,
    /// 400 without headers and body, the connection closed: the head of the request is larger than
    /// 8 kB, as it is with 290 ids.
    HeadTooLarge,
    /// 401: no token came with the request.
    MissingToken,
    /// 401: nobody knows the token, or whom it was for is gone.
    InvalidToken,
    /// 401: the token was good once.
    TokenExpired,
    /// 401: whom the token is for has left, or is not hired yet.
    UserDisabled,
    /// 403: the token has not the scope.
    OutOfScope,
    /// 403: the person has not the role; or a person was asked for that this token may not see.
    InsufficientRights,
    /// 403: not as a browser that logged in; no request of this crate is answered so.
    MissingCrumb,
    /// 404: there is no such person.
    NoSuchUser,
    /// 404 with other words than for [`NoSuchUser`](Self::NoSuchUser): nobody was there to remove;
    /// of any other request, there is no such path with this method.
    NothingThere,
    /// 413: the body is larger than 1 MiB.
    BodyTooLarge,
    /// 415: the body is of a type that the service does not read.
    MediaType,
    /// 500 in the service's own words. That is how it answers to what it has not thought of: a
    /// malformed id in a list, a telephone number of `null`, a NUL in a search. Nobody can tell it
    /// from an accident, so it is final: look at what was sent.
    Failed,
    /// 200 with an HTML page: a GET of a path that there is not, such as one with a slash too many.
    WrongPath,
    /// None of these: another status, or words that this version does not know.
    Other,
}

impl Reason {
    /// Whether a fresh token may help: after [`TokenExpired`](Self::TokenExpired), and perhaps after
    /// [`InvalidToken`](Self::InvalidToken). The client tries it once, by itself.
    pub fn may_a_fresh_token_help(self) -> bool {
        matches!(self, Self::TokenExpired | Self::InvalidToken)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Invalid => "a field is missing, wrong or unknown",
            Self::InvalidId => "the id in the path is none",
            Self::InvalidBody => "the body is no JSON object",
            Self::EmailTaken => "somebody has this e-mail address already",
            Self::HeadTooLarge => {
                "nothing but the status came, as where the head of the request is too large"
            }
            Self::MissingToken => "no token came with the request",
            Self::InvalidToken => "the token is unknown, or whom it was for is gone",
            Self::TokenExpired => "the token has expired",
            Self::UserDisabled => "the person of the token has left, or is not hired yet",
            Self::OutOfScope => "the token has not the scope",
            Self::InsufficientRights => "the person of the token has not the right",
            Self::MissingCrumb => "the service wants the crumb of a browser",
            Self::NoSuchUser => "there is no such person",
            Self::NothingThere => {
                "nobody is there to remove; or there is no such path with this method"
            }
            Self::BodyTooLarge => "the body is larger than 1 MiB",
            Self::MediaType => "the service does not read bodies of this type",
            Self::Failed => {
                "the service failed, as it does over requests that it has not thought of: look at \
                 what was sent"
            }
            Self::WrongPath => {
                "an HTML page came, as where there is no such path; is the base URL right?"
            }
            Self::Other => "the service gave no reason that is known",
        })
    }
}
