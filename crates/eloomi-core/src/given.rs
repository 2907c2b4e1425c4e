//! Which items a stream has given.

use std::{
    collections::{HashMap, HashSet},
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

/// The identities of the items given so far, and what the page at hand has brought.
///
/// A page may be read again from its beginning, because its first reading broke off; what it gave
/// then is not given twice.
#[derive(Debug, Default)]
pub(crate) struct Given {
    /// On pages before this one.
    before: HashSet<u64>,
    /// On this page, and how often each.
    here: HashMap<Key, usize>,
    /// Of those, what an earlier reading of this page gave and this one has not met again.
    again: HashMap<Key, usize>,
    /// How many items this reading has met, and how many of them were on no page before.
    met: usize,
    new: usize,
    /// Fingerprint of the page's items in their order, and that of the page before.
    fingerprint: DefaultHasher,
    last: Option<u64>,
}

/// What an item is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Key {
    Identity(u64),
    /// A hash of its text, of an item without identity.
    Text(u64),
}

/// What there is to say of a page at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PageSeen {
    pub(crate) items: usize,
    /// It held nothing new: the page before it again, or items given before and no others.
    pub(crate) repeated: bool,
}

impl Given {
    /// Another item of the page, which is not read yet.
    pub(crate) fn meet(&mut self) {
        self.met += 1;
    }

    /// How many items the page has had so far.
    pub(crate) fn met(&self) -> usize {
        self.met
    }

    /// Whether the item that was just met is to be given. An item without identity always is, as is
    /// any where items may be alike on a page, unless an earlier reading of the page gave it.
    pub(crate) fn is_due(&mut self, identity: Option<u64>, json: &[u8], alike: bool) -> bool {
        let key = identity.map_or_else(|| Key::Text(hash(json)), Key::Identity);
        key.hash(&mut self.fingerprint);
        if identity.is_some_and(|identity| self.before.contains(&identity)) {
            return false;
        }
        if let Some(left) = self.again.get_mut(&key).filter(|left| **left > 0) {
            *left -= 1;
            self.new += 1;
            return false;
        }
        let count = self.here.entry(key).or_default();
        if identity.is_some() && !alike && *count > 0 {
            return false;
        }
        *count += 1;
        self.new += 1;
        true
    }

    /// The page is read once more, from its beginning.
    pub(crate) fn page_again(&mut self) {
        self.again = self.here.clone();
        self.met = 0;
        self.new = 0;
        self.fingerprint = DefaultHasher::new();
    }

    /// The page is over.
    pub(crate) fn page_over(&self) -> PageSeen {
        let fingerprint = self.fingerprint.finish();
        let repeated = self.met > 0 && (self.new == 0 || self.last == Some(fingerprint));
        PageSeen {
            items: self.met,
            repeated,
        }
    }

    /// Another page begins.
    pub(crate) fn next_page(&mut self) {
        let identities = self.here.drain().filter_map(|(key, _)| match key {
            Key::Identity(identity) => Some(identity),
            Key::Text(_) => None,
        });
        self.before.extend(identities);
        self.last = Some(self.fingerprint.finish());
        self.page_again();
    }
}

fn hash(json: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    json.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of these are given, by what they are known by.
    fn given(given: &mut Given, ids: &[u64]) -> Vec<u64> {
        let is_due = |id: &&u64| {
            given.meet();
            given.is_due(Some(**id), b"", false)
        };
        ids.iter().filter(is_due).copied().collect()
    }

    #[test]
    fn a_page_read_again_gives_what_its_first_reading_did_not() {
        let mut seen = Given::default();
        assert_eq!(given(&mut seen, &[1, 2]), [1, 2]);
        seen.page_again();
        assert_eq!(given(&mut seen, &[1, 2, 3]), [3]);
        assert!(!seen.page_over().repeated);
    }

    #[test]
    fn a_page_that_broke_off_at_its_very_end_is_no_repeated_page() {
        let mut seen = Given::default();
        given(&mut seen, &[1, 2]);
        seen.page_again();
        assert!(given(&mut seen, &[1, 2]).is_empty());
        let over = seen.page_over();
        assert_eq!((over.items, over.repeated), (2, false));
        seen.next_page();
        given(&mut seen, &[1, 2]);
        assert!(seen.page_over().repeated);
    }

    #[test]
    fn alike_items_are_counted_when_a_page_is_read_again() {
        for identity in [Some(7), None] {
            let mut seen = Given::default();
            let mut due = || seen.is_due(identity, b"7", true);
            assert!(due() && due());
            seen.page_again();
            let again = [(); 3].map(|()| seen.is_due(identity, b"7", true));
            assert_eq!(again, [false, false, true], "{identity:?}");
        }
    }

    #[test]
    fn what_stood_on_an_earlier_page_is_not_given_again() {
        let mut seen = Given::default();
        given(&mut seen, &[1, 2]);
        seen.next_page();
        assert_eq!(given(&mut seen, &[2, 3]), [3]);
        seen.page_again();
        assert!(given(&mut seen, &[2, 3]).is_empty());
    }
}
