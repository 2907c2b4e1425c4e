//! How much all calls of a session together may repeat.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// A bucket of tokens that repetitions are paid from and successes refill, shared by all calls of
/// a session. While a service is down, calls soon fail after one attempt, instead of asking it
/// three times as often as before.
///
/// 500 tokens and these costs are what the AWS SDKs use: a hundred repetitions in a row, or fifty
/// after timeouts.
#[derive(Debug)]
pub(crate) struct Quota {
    most: u32,
    left: Mutex<u32>,
}

/// What a repetition costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cost {
    /// After a refusal, which came fast and tells that somebody is there.
    Refusal,
    /// After a lost connection or a timeout.
    Loss,
}

impl Cost {
    fn tokens(self) -> u32 {
        match self {
            Self::Refusal => 5,
            Self::Loss => 10,
        }
    }
}

impl Quota {
    /// What a success gives back that was not a repetition.
    const FIRST_SUCCESS: u32 = 1;

    /// How many tokens there are unless set.
    pub(crate) const DEFAULT: u32 = 500;

    pub(crate) fn new(most: u32) -> Self {
        Self {
            most,
            left: Mutex::new(most),
        }
    }

    /// Pays for a repetition, if there is enough.
    pub(crate) fn take(&self, cost: Cost) -> bool {
        let mut left = self.lock();
        let rest = left.checked_sub(cost.tokens());
        *left = rest.unwrap_or(*left);
        rest.is_some()
    }

    /// A call has succeeded: the cost of its last repetition comes back, or a little.
    pub(crate) fn succeeded(&self, paid: Option<Cost>) {
        let back = paid.map_or(Self::FIRST_SUCCESS, Cost::tokens);
        let mut left = self.lock();
        *left = left.saturating_add(back).min(self.most);
    }

    pub(crate) fn left(&self) -> u32 {
        *self.lock()
    }

    fn lock(&self) -> MutexGuard<'_, u32> {
        self.left.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repetition_is_paid_for_and_refused_when_there_is_too_little() {
        let quota = Quota::new(17);
        assert!(quota.take(Cost::Loss));
        assert_eq!(quota.left(), 7);
        assert!(!quota.take(Cost::Loss));
        assert_eq!(quota.left(), 7, "what was refused costs nothing");
        assert!(quota.take(Cost::Refusal));
        assert_eq!(quota.left(), 2);
    }

    #[test]
    fn the_last_token_can_be_spent() {
        assert!(Quota::new(5).take(Cost::Refusal));
        assert!(Quota::new(10).take(Cost::Loss));
    }

    #[test]
    fn a_success_gives_back_what_its_last_repetition_cost_or_one() {
        let quota = Quota::new(100);
        assert!(quota.take(Cost::Loss) && quota.take(Cost::Loss) && quota.take(Cost::Refusal));
        quota.succeeded(None);
        assert_eq!(quota.left(), 76);
        quota.succeeded(Some(Cost::Refusal));
        assert_eq!(quota.left(), 81);
        quota.succeeded(Some(Cost::Loss));
        assert_eq!(quota.left(), 91);
    }

    #[test]
    fn there_is_never_more_than_at_the_beginning() {
        let quota = Quota::new(3);
        quota.succeeded(Some(Cost::Loss));
        assert_eq!(quota.left(), 3);
    }
}
