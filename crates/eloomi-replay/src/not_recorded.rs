//! Exchanges of which there is no record.

use std::fmt;

use eloomi_core::Phase;

/// A request of which a recording has no exchange, and why.
///
/// It tells nothing of the request but its place and its operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotRecorded {
    place: usize,
    operation: Option<String>,
    loss: Loss,
}

impl NotRecorded {
    pub(crate) fn new(place: usize, operation: Option<String>, loss: Loss) -> Self {
        Self {
            place,
            operation,
            loss,
        }
    }

    /// Its place among all requests, from 1.
    pub fn place(&self) -> usize {
        self.place
    }

    /// Its operation, if one fits.
    pub fn operation(&self) -> Option<&str> {
        self.operation.as_deref()
    }

    /// Why there is no record.
    pub fn loss(&self) -> Loss {
        self.loss
    }
}

impl fmt::Display for NotRecorded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { place, loss, .. } = self;
        let operation = self.operation().unwrap_or("of no known operation");
        write!(f, "request {place} ({operation}): {loss}")
    }
}

/// Why an exchange was not recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Loss {
    /// No answer came; the request had got that far.
    NoAnswer(Phase),
    /// The answer broke off in its body.
    CutOff,
    /// Who had asked did not read the answer to its end.
    GivenUp,
    /// The answer's body is over the recorder's cap.
    TooLarge,
    /// No operation fits its method and path.
    NoOperation,
    /// It has not ended yet.
    UnderWay,
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoAnswer(Phase::NotSent) => "it was not sent",
            Self::NoAnswer(_) => "no answer came",
            Self::CutOff => "the answer broke off",
            Self::GivenUp => "the answer was not read to its end",
            Self::TooLarge => "the answer is over the cap",
            Self::NoOperation => "no operation fits its method and path",
            Self::UnderWay => "it has not ended yet",
        })
    }
}
