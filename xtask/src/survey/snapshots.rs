//! Which snapshot belongs to which exchange: it has its name, in the directory of the test that
//! plays them all.

use crate::survey::files::Files;

/// Where they lie.
const DIRECTORY: &str = "crates/eloomi/tests/it/exchanges/snapshots/";

/// How their names end.
const ENDING: &str = ".snap";

/// Where the snapshot of an exchange such as `users/list-page-1` belongs.
pub(crate) fn path(exchange: &str) -> String {
    format!("{DIRECTORY}{exchange}{ENDING}")
}

/// The snapshots that are there, by the names of their exchanges.
pub(crate) fn names(files: &Files) -> impl Iterator<Item = &str> {
    let names = files.below(DIRECTORY, ENDING).map(|(path, _)| path);
    names.filter_map(|path| path.strip_prefix(DIRECTORY)?.strip_suffix(ENDING))
}

#[cfg(test)]
mod tests {
    use super::{names, path};
    use crate::survey::files::Files;

    #[test]
    fn a_snapshot_is_found_under_the_name_of_its_exchange() {
        let of_exchange = path("users/get");
        let files = Files::of([
            (of_exchange.as_str(), ""),
            ("crates/eloomi/tests/it/snapshots/users/list.snap", ""),
        ]);
        assert_eq!(names(&files).collect::<Vec<_>>(), ["users/get"]);
    }
}
