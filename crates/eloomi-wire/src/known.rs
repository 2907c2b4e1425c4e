//! Which field names may stand in an error.
//!
//! An error that names the path to a bad value must not repeat keys that only the answer knew:
//! custom fields have telling names. While [`decode`](crate::decode) looks for the path, each
//! model it passes announces its fields here; every other key stays hidden. The decoder cannot
//! ask for them in another way: it knows its target only as "something deserializable", which may
//! be a consumer's own struct with models somewhere inside.

use crate::Field;
use std::cell::RefCell;

type Announced = Vec<&'static [Field]>;

thread_local! {
    /// `None` while nobody listens, which is always but after a failure.
    static HEARD: RefCell<Option<Announced>> = const { RefCell::new(None) };
}

/// Says which fields a model has, to whoever listens. Nearly free when nobody does.
pub fn announce(fields: &'static [Field]) {
    HEARD.with_borrow_mut(|heard| {
        if let Some(heard) = heard
            // A page of a thousand people says the same a thousand times.
            && !heard.iter().any(|known| std::ptr::eq(*known, fields))
        {
            heard.push(fields);
        }
    });
}

/// Runs `read` and collects the names that models announce meanwhile.
pub(crate) fn listen<R>(read: impl FnOnce() -> R) -> (R, Known) {
    // A reader may decode something itself, and may panic: either way the listener before us
    // gets its list back.
    struct Restore(Option<Announced>);
    impl Drop for Restore {
        fn drop(&mut self) {
            HEARD.set(self.0.take());
        }
    }

    let _restore = Restore(HEARD.replace(Some(Vec::new())));
    let result = read();
    (result, Known(HEARD.take().unwrap_or_default()))
}

/// The names that may be shown.
pub(crate) struct Known(Announced);

impl Known {
    /// The static twin of `name`, if any model has a field of that spelling.
    pub(crate) fn spelling(&self, name: &str) -> Option<&'static str> {
        self.0
            .iter()
            .copied()
            .flatten()
            .flat_map(Field::wire_names)
            .find(|known| **known == name)
            .copied()
    }
}
