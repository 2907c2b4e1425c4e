//! When two rows of a list of participants are the same one.

use eloomi_model::{CourseParticipant, ProgramParticipant};

use crate::identity;

/// Tells the rows of a course apart.
///
/// A row has no id that anybody documents, and a person may have several: one for each time that
/// the course is due again (inferred). So the course and the person alone would lose rows. No
/// identity at all would give rows twice: whether these lists have pages is not known, and what a
/// server that ignores `page` answers to page 2 is known as the same only when it has been read.
///
/// Hence a row is what it says, unknown fields included, but for what moves while people learn: the
/// counters, and whether they have begun. When they were done stays in, as it tells one time from the
/// next: a person who completes the course between two such pages is given in both states. Rows of
/// one page are all given, alike or not; a row that is like one of an earlier page is taken for that
/// one, which may be wrong.
pub(crate) fn course_row_identity(row: &CourseParticipant) -> Option<u64> {
    let mut row = row.clone();
    row.attempts = None;
    row.progress = None;
    row.score = None;
    row.started_at = None;
    row.status = None;
    row.time_spent = None;
    identity::of_all(&row)
}

/// Tells the rows of a program apart. They have no counters, so a row is all that it says.
pub(crate) fn program_row_identity(row: &ProgramParticipant) -> Option<u64> {
    identity::of_all(row)
}

#[cfg(test)]
mod tests {
    use eloomi_wire::decode;

    use super::*;

    /// Whether two rows of a person in a course are taken for the same.
    fn is_same(one: &str, other: &str) -> bool {
        let identity = |fields: &str| {
            let json = format!(r#"{{"course_id":9001,"user_id":80001{fields}}}"#);
            course_row_identity(&decode(json.as_bytes()).unwrap()).unwrap()
        };
        identity(one) == identity(other)
    }

    #[test]
    fn a_row_that_moved_on_is_the_same_row() {
        assert!(is_same(
            r#","time_spent":15,"attempts":1,"progress":"10.00","score":"0.00","status":"not_started""#,
            r#","time_spent":20,"attempts":2,"progress":25,"score":"1.00","status":"started",
                "started_at":"2019-02-08 12:13:35""#,
        ));
    }

    #[test]
    fn another_time_of_the_same_person_is_another_row() {
        let completed =
            r#","assigned_at":"2019-02-08 12:13:35","completed_at":"2019-03-01 08:00:00""#;
        assert!(!is_same(
            completed,
            r#","assigned_at":"2019-02-08 12:13:35""#
        ));
        assert!(!is_same(
            completed,
            r#","assigned_at":"2020-02-08 12:13:35""#
        ));
        assert!(!is_same(
            r#","deadline":"2019-12-31""#,
            r#","deadline":"2020-12-31""#
        ));
    }

    #[test]
    fn an_id_that_nobody_documents_tells_rows_apart() {
        assert!(!is_same(r#","id":1"#, r#","id":2"#));
        assert!(is_same(r#","id":1"#, r#","id":1"#));
    }

    #[test]
    fn rows_of_a_program_differ_by_person_and_moments() {
        let identity =
            |json: &str| program_row_identity(&decode(json.as_bytes()).unwrap()).unwrap();
        let one = identity(r#"{"user_id":1,"assigned_at":"2019-02-08 12:13:35","required":true}"#);
        let same = identity(r#"{"required":1,"user_id":"1","assigned_at":"2019-02-08 12:13:35"}"#);
        assert_eq!(one, same);
        for other in [
            r#"{"user_id":2,"assigned_at":"2019-02-08 12:13:35","required":true}"#,
            r#"{"user_id":1,"assigned_at":"2020-02-08 12:13:35","required":true}"#,
        ] {
            assert_ne!(one, identity(other));
        }
    }
}
