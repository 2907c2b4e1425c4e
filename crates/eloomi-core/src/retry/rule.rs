//! The rule of what may be sent again.

use http::StatusCode;

use crate::Repeat;

/// How an attempt failed, as far as that matters for sending it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failed {
    /// No byte of it left.
    Unsent,
    /// It may have been carried out; no answer came, or not all of it.
    Lost,
    /// An answer came, and it is a refusal.
    Refused(StatusCode),
    /// Another try would end alike.
    ForGood,
}

/// Whether a request that failed like this may be sent again: what never left may, whatever it
/// is; what may have been carried out only if it says the same twice.
///
/// There are no idempotency keys (not documented), so nothing lets a write be repeated whose
/// answer was lost.
pub(crate) fn may_repeat(repeat: Repeat, failed: Failed) -> bool {
    match failed {
        // A 429 is refused before it is processed.
        Failed::Unsent | Failed::Refused(StatusCode::TOO_MANY_REQUESTS) => true,
        Failed::Lost
        | Failed::Refused(
            StatusCode::REQUEST_TIMEOUT
            | StatusCode::BAD_GATEWAY
            | StatusCode::SERVICE_UNAVAILABLE
            | StatusCode::GATEWAY_TIMEOUT,
        ) => repeat != Repeat::Never,
        // After a 500 nobody knows how far it got.
        Failed::Refused(StatusCode::INTERNAL_SERVER_ERROR) => repeat == Repeat::Safe,
        Failed::Refused(_) | Failed::ForGood => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Repeat; 3] = [Repeat::Safe, Repeat::Idempotent, Repeat::Never];

    /// Which of safe, idempotent and never repeated requests are sent again.
    fn again(failed: Failed) -> [bool; 3] {
        ALL.map(|repeat| may_repeat(repeat, failed))
    }

    fn refused(status: u16) -> [bool; 3] {
        again(Failed::Refused(StatusCode::from_u16(status).unwrap()))
    }

    #[test]
    fn what_never_left_is_sent_again_whatever_it_is() {
        assert_eq!(again(Failed::Unsent), [true; 3]);
    }

    #[test]
    fn what_may_have_been_carried_out_is_sent_again_if_it_says_the_same_twice() {
        assert_eq!(again(Failed::Lost), [true, true, false]);
        for status in [408, 502, 503, 504] {
            assert_eq!(refused(status), [true, true, false], "{status}");
        }
    }

    #[test]
    fn after_a_500_only_a_reading_request_is_sent_again() {
        assert_eq!(refused(500), [true, false, false]);
    }

    #[test]
    fn after_a_429_anything_is_sent_again() {
        assert_eq!(refused(429), [true; 3]);
    }

    #[test]
    fn any_other_refusal_stands() {
        for status in [301, 400, 401, 403, 404, 409, 422, 423, 425, 501, 505, 511] {
            assert_eq!(refused(status), [false; 3], "{status}");
        }
        assert_eq!(again(Failed::ForGood), [false; 3]);
    }
}
