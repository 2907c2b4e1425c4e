//! Names of fields that may be printed.

use crate::model::{Address, UserChanges};

/// What a list is asked by, and the person in a path.
const OTHERS: [&str; 6] = ["email", "ids", "limit", "page", "search", "user"];

/// The names in one line, those that the directory has; of others only how many they are, for
/// whoever sent them chose them. None if there is none.
pub(crate) fn printable(names: &[String]) -> Option<String> {
    let (known, others): (Vec<_>, Vec<_>) = names.iter().partition(|name| is_known(name));
    let mut told: Vec<_> = known.iter().map(|name| format!("`{name}`")).collect();
    match others.len() {
        0 => {}
        1 => told.push("a name that it does not have".to_owned()),
        many => told.push(format!("{many} names that it does not have")),
    }
    (!told.is_empty()).then(|| told.join(", "))
}

/// Whether each part of a dotted path is a name of the directory, or a place in a list.
fn is_known(name: &str) -> bool {
    let fields = || UserChanges::FIELDS.iter().chain(Address::FIELDS);
    name.split('.').all(|part| {
        let is_place =
            !part.is_empty() && part.len() < 4 && part.bytes().all(|it| it.is_ascii_digit());
        let is_field = fields().any(|field| field.wire_names().contains(&part));
        is_place || is_field || OTHERS.contains(&part)
    })
}

#[cfg(test)]
mod tests {
    use super::printable;

    fn told(names: &[&str]) -> Option<String> {
        let names: Vec<_> = names.iter().map(|it| (*it).to_owned()).collect();
        printable(&names)
    }

    #[test]
    fn names_of_the_directory_are_printed_and_others_are_counted() {
        assert_eq!(told(&[]), None);
        assert_eq!(told(&["address.street"]).unwrap(), "`address.street`");
        assert_eq!(told(&["roles.0"]).unwrap(), "`roles.0`");
        let mixed = told(&["limit", "jane@example.com", "limit.x"]).unwrap();
        assert_eq!(mixed, "`limit`, 2 names that it does not have");
        assert_eq!(told(&["x"]).unwrap(), "a name that it does not have");
    }
}
