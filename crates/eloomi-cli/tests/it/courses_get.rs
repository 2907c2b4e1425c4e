//! `eloomi courses get`.

use crate::eloomi::Eloomi;

#[test]
fn all_of_a_course_is_shown() {
    insta::assert_snapshot!(Eloomi::new("--sim courses get 9001").run());
}

#[test]
fn a_course_that_there_is_not_is_not_found() {
    insta::assert_snapshot!(Eloomi::new("--sim courses get 1").run());
}

#[test]
fn what_is_no_id_is_refused_by_the_name_of_its_argument() {
    let ran = Eloomi::new("courses get Canary").run();
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        ran.stderr,
        "error: COURSE: an id is a whole number, zero or more\n"
    );
}
