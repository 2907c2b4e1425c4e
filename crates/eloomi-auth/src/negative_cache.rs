//! What is remembered of failures, so that nobody asks again at once (a negative cache).

use std::time::Duration;

use eloomi_core::{Error, ErrorKind, Tick};

/// Wrong credentials stay wrong until somebody mends them, so a refusal of the token endpoint
/// answers for so long (F105). Other credentials come with another `Bearer`.
const REFUSED: Duration = Duration::from_secs(30);

/// Any other failure may be over soon (F104, F111). Those who waited for the request share its
/// failure already; this is for those who come in a row, of whom not each may send one. It is
/// short enough not to hold up a person who tries again by hand.
const FAILED: Duration = Duration::from_secs(1);

/// While the old token is still good, a failed renewal is not urgent.
const RENEWAL: Duration = Duration::from_secs(10);

/// So long nobody asks for a token after the service refused one that it had just issued in
/// place of a refused one (F80).
const STORM: Duration = Duration::from_secs(1);

/// Failures, each with its moment. A token that comes clears them all.
#[derive(Debug, Default)]
pub(crate) struct NegativeCache {
    failure: Option<(Error, Tick)>,
    storm: Option<Tick>,
}

/// Why no token is asked for.
#[derive(Clone, Debug)]
pub(crate) enum Denial {
    /// The last request failed, and that was just now.
    Failed(Error),
    /// The service refuses the tokens that it issues.
    TokensRefused,
}

impl NegativeCache {
    /// A token request failed.
    pub(crate) fn request_failed(&mut self, error: Error, now: Tick) {
        self.failure = Some((error, now));
    }

    /// A token that was issued in place of a refused one was refused at once.
    pub(crate) fn new_token_refused(&mut self, now: Tick) {
        self.storm = Some(now);
    }

    /// Why nobody may ask for a token at this moment, if so.
    pub(crate) fn denial(&self, now: Tick) -> Option<Denial> {
        if let Some((error, at)) = &self.failure {
            let window = if is_permanent(error) { REFUSED } else { FAILED };
            if now.since(*at) < window {
                return Some(Denial::Failed(error.clone()));
            }
        }
        let storms = self.storm.is_some_and(|at| now.since(at) < STORM);
        storms.then_some(Denial::TokensRefused)
    }

    /// Whether a token that is still good may be renewed at this moment.
    pub(crate) fn allows_renewal(&self, now: Tick) -> bool {
        self.failure.as_ref().is_none_or(|(error, at)| {
            let window = if is_permanent(error) {
                REFUSED
            } else {
                RENEWAL
            };
            now.since(*at) >= window
        })
    }
}

/// Whether the token endpoint itself said no (RFC 6749 §5.2), so that asking again is in vain.
fn is_permanent(error: &Error) -> bool {
    error.kind() == ErrorKind::Unauthorized
}

#[cfg(test)]
mod tests {
    use eloomi_core::{Repeat, Route};
    use http::Method;

    use super::*;

    static ROUTE: Route = Route::new("createToken", Method::POST, "/", Repeat::Idempotent);

    fn at(milliseconds: u64) -> Tick {
        Tick(Duration::from_millis(milliseconds))
    }

    /// Failed at the fifth second.
    fn failed(kind: ErrorKind) -> NegativeCache {
        let mut cache = NegativeCache::default();
        cache.request_failed(Error::new(kind, &ROUTE, "as scripted"), at(5000));
        cache
    }

    #[test]
    fn nothing_is_denied_before_anything_failed() {
        let cache = NegativeCache::default();
        assert!(cache.denial(at(0)).is_none());
        assert!(cache.allows_renewal(at(0)));
    }

    #[test]
    fn a_refusal_is_remembered_for_thirty_seconds() {
        let cache = failed(ErrorKind::Unauthorized);
        for moment in [5000, 6000, 34_999] {
            let Some(Denial::Failed(error)) = cache.denial(at(moment)) else {
                panic!("forgotten after {moment} ms");
            };
            assert!(error.to_string().ends_with("as scripted"), "{error}");
        }
        assert!(cache.denial(at(35_000)).is_none());
    }

    #[test]
    fn any_other_failure_is_remembered_for_one_second() {
        for kind in [
            ErrorKind::Transport,
            ErrorKind::Timeout,
            ErrorKind::Service,
            ErrorKind::Decode,
            ErrorKind::Rejected,
            ErrorKind::RateLimited,
        ] {
            let cache = failed(kind);
            assert!(
                matches!(cache.denial(at(5999)), Some(Denial::Failed(_))),
                "{kind:?}"
            );
            assert!(cache.denial(at(6000)).is_none(), "{kind:?}");
        }
    }

    #[test]
    fn a_good_token_is_renewed_ten_seconds_after_a_failure() {
        let cache = failed(ErrorKind::Service);
        assert!(!cache.allows_renewal(at(5000)));
        assert!(!cache.allows_renewal(at(14_999)));
        assert!(cache.allows_renewal(at(15_000)));
    }

    #[test]
    fn a_good_token_is_renewed_thirty_seconds_after_a_refusal() {
        let cache = failed(ErrorKind::Unauthorized);
        assert!(!cache.allows_renewal(at(34_999)));
        assert!(cache.allows_renewal(at(35_000)));
    }

    #[test]
    fn refused_new_tokens_are_remembered_for_one_second() {
        let mut cache = NegativeCache::default();
        cache.new_token_refused(at(5000));
        for moment in [5000, 5999] {
            assert!(matches!(
                cache.denial(at(moment)),
                Some(Denial::TokensRefused)
            ));
        }
        assert!(cache.denial(at(6000)).is_none());
        assert!(cache.allows_renewal(at(5000)));
    }

    #[test]
    fn a_refusal_by_the_token_endpoint_outlasts_a_refused_token() {
        let mut cache = failed(ErrorKind::Unauthorized);
        cache.new_token_refused(at(6000));
        assert!(matches!(cache.denial(at(8000)), Some(Denial::Failed(_))));
    }
}
