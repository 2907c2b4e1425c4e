//! The canary: a company in which every value stands in one place only, so that whatever comes
//! out anywhere tells where it came from.

mod answer;
mod company;
mod mint;
mod person;

pub(crate) use answer::Texts;
pub(crate) use company::company;
pub(crate) use mint::Mint;

/// A value that stands in one place of the company's answers, and nowhere else in the world.
///
/// Made by [`Builder::canary`](crate::Builder::canary), told by
/// [`Simulator::sentinels`](crate::Simulator::sentinels).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sentinel {
    /// What to look for: sixteen small letters, sixteen digits, a decimal, or a date with its
    /// time. Of a mail address or a token it is the part that tells it from others.
    pub text: String,
    /// Where it stands: `User.email`, `header set-cookie`, `token`.
    pub place: &'static str,
}
