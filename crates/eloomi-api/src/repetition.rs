//! Whether a write may be sent twice: the rule of [`Repeat`], applied to a body.

use eloomi_core::{Repeat, Route};
use eloomi_wire::Field;

/// The word of the route, unless the body adds to what is there, which its field says (`add_…`), or
/// does `once_only` what the caller knows of: tell people, or lead its key elsewhere.
pub(crate) fn of_write(
    route: &Route,
    mut set: impl Iterator<Item = &'static Field>,
    once_only: bool,
) -> Repeat {
    if once_only || set.any(|field| field.name().starts_with("add_")) {
        Repeat::Never
    } else {
        route.repeat()
    }
}

#[cfg(test)]
mod tests {
    use eloomi_model::{TeamChanges, UnitChanges, UserChanges};
    use http::Method;

    use super::*;

    #[test]
    fn what_adds_is_never_repeated_and_what_sets_or_takes_away_may_be() {
        static PATCH: Route = Route::new("update", Method::PATCH, "/{id}", Repeat::Idempotent);
        for fields in [
            UnitChanges::FIELDS,
            TeamChanges::FIELDS,
            UserChanges::FIELDS,
        ] {
            for field in fields {
                let repeat = |once_only| of_write(&PATCH, std::iter::once(field), once_only);
                let is_never = field.name().starts_with("add_");
                assert_eq!(repeat(false) == Repeat::Never, is_never, "{}", field.name());
                assert_eq!(repeat(true), Repeat::Never);
            }
        }
    }
}
