//! Fields of a body that contradict each other.

use eloomi_core::RequestError;

/// A field, and whether the body has it.
pub(crate) type Given = (&'static str, bool);

/// Refuses a body with fields of both groups, naming the first that it has of each. Refused here,
/// because the service documents some pairs as forbidden, and of the others nobody knows which
/// field would win.
pub(crate) fn contradiction(some: &[Given], others: &[Given]) -> Result<(), RequestError> {
    let first = |group: &[Given]| group.iter().find(|(_, is_given)| *is_given).copied();
    match (first(some), first(others)) {
        (Some((one, _)), Some((other, _))) => Err(RequestError::new(
            one,
            format!("cannot go together with `{other}`: send one of them"),
        )),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_given_field_of_each_group_is_named() {
        let some = [("sets", false), ("sets_otherwise", true)];
        let others = [("adds", true), ("removes", true)];
        let refusal = contradiction(&some, &others).unwrap_err().to_string();
        assert!(refusal.contains("`sets_otherwise`") && refusal.contains("`adds`"));
        assert!(!refusal.contains("`removes`"), "{refusal}");
    }

    #[test]
    fn fields_of_one_group_go_together() {
        let some = [("adds", true), ("removes", true)];
        assert_eq!(contradiction(&some, &[("sets", false)]), Ok(()));
    }
}
