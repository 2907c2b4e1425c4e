//! Which snapshot belongs to which exchange: it has its name, in the directory of the test that
//! plays them all.

use crate::survey::files::Files;
#[cfg(test)]
use crate::survey::service::PEOPLE;
use crate::survey::service::Service;

/// How their names end.
const ENDING: &str = ".snap";

/// Where the snapshot of an exchange such as `users/list-page-1` belongs.
pub(crate) fn path(exchange: &str) -> String {
    let service = Service::of_exchange(exchange);
    let own = exchange.strip_prefix(service.names).unwrap_or(exchange);
    format!("{}{own}{ENDING}", service.snapshots)
}

/// The snapshots that are there, by the names of their exchanges, of the People API.
#[cfg(test)]
pub(crate) fn names(files: &Files) -> impl Iterator<Item = String> {
    names_of(files, &PEOPLE)
}

/// The same of a service.
pub(crate) fn names_of(files: &Files, service: &'static Service) -> impl Iterator<Item = String> {
    let files = files.below(service.snapshots, ENDING).map(|(path, _)| path);
    let names = files.filter_map(|path| path.strip_prefix(service.snapshots)?.strip_suffix(ENDING));
    names.map(|name| format!("{}{name}", service.names))
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
