//! Where a missing artefact would go.

use crate::coverage::row::Row;
use crate::survey::document::Operation;
use crate::survey::path::group;
use crate::survey::service::PEOPLE;

/// The file of the request type.
pub(super) fn request(row: &Row) -> String {
    let operation = &row.operation;
    let file = file(&operation.id, '_');
    if *row.service != PEOPLE {
        format!("crates/lvconnect/src/{file}.rs")
    } else if operation.path.starts_with("/v3/") {
        format!("crates/eloomi-api/src/{}/{file}.rs", group(&operation.path))
    } else {
        format!("crates/eloomi-auth/src/{file}.rs")
    }
}

/// The folder of an exchange that shows the success.
pub(super) fn exchange(row: &Row) -> String {
    let directory = row.service.exchanges;
    let folder = match row.service.names {
        "" => format!("{directory}{}/", group(&row.operation.path)),
        _ => directory.to_owned(),
    };
    format!("{folder} (its form: fixtures/README.md)")
}

/// The file of the simulator's route.
pub(super) fn simulator(operation: &Operation) -> String {
    format!(
        "crates/eloomi-sim/src/eloomi/routes/{}.rs, with a `.route(…)` line in routes.rs",
        file(&operation.id, '_')
    )
}

/// `getUserByEmail` as `get_user`: the keys of a record share a file.
fn file(id: &str, mark: char) -> String {
    let mut name = String::new();
    for letter in id.split("By").next().unwrap_or_default().chars() {
        if letter.is_uppercase() {
            name.push(mark);
        }
        name.extend(letter.to_lowercase());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::file;

    #[test]
    fn the_keys_of_a_record_share_a_file() {
        assert_eq!(file("getUserByEmployeeId", '_'), "get_user");
        assert_eq!(file("addTeamPrograms", '-'), "add-team-programs");
    }
}
