//! Help, and that its examples work.

use crate::eloomi::Eloomi;

#[test]
fn help_leads_with_examples() {
    insta::assert_snapshot!(Eloomi::new("--help").run().stdout);
}

#[test]
fn help_of_a_verb_leads_with_examples() {
    insta::assert_snapshot!(Eloomi::new("users list -h").run().stdout);
}

#[test]
fn help_of_a_write_names_every_field() {
    insta::assert_snapshot!(Eloomi::new("users create --help").run().stdout);
}

#[test]
fn help_of_a_tree_tells_what_is_odd() {
    insta::assert_snapshot!(Eloomi::new("units tree -h").run().stdout);
}

#[test]
fn help_of_a_team_tells_how_settings_are_given() {
    insta::assert_snapshot!(Eloomi::new("teams create -h").run().stdout);
}

#[test]
fn help_of_deleting_advises_against_it() {
    insta::assert_snapshot!(Eloomi::new("users delete -h").run().stdout);
}

#[test]
fn help_of_a_raw_request_tells_where_fields_go() {
    insta::assert_snapshot!(Eloomi::new("api -h").run().stdout);
}

#[test]
fn help_of_assigning_a_course_tells_what_nobody_has_documented() {
    insta::assert_snapshot!(Eloomi::new("courses assign -h").run().stdout);
}

#[test]
fn help_of_open_groups_says_that_nothing_is_documented() {
    insta::assert_snapshot!(Eloomi::new("open -h").run().stdout);
}

#[test]
fn help_of_a_login_tells_what_is_kept_and_where() {
    insta::assert_snapshot!(Eloomi::new("auth login -h").run().stdout);
}

#[test]
fn help_of_the_directory_tells_who_may_write() {
    insta::assert_snapshot!(Eloomi::new("directory users create -h").run().stdout);
}

#[test]
fn the_version_is_told() {
    assert_eq!(Eloomi::new("--version").run().stdout, "eloomi 0.1.0\n");
}

#[test]
fn examples_that_need_no_account_work() {
    let mut examples = 0;
    for command in [
        "--help",
        "users list --help",
        "users get --help",
        "users create --help",
        "users update --help",
        "users delete --help",
        "units list --help",
        "units get --help",
        "units tree --help",
        "units create --help",
        "units update --help",
        "units delete --help",
        "teams list --help",
        "teams get --help",
        "teams create --help",
        "teams update --help",
        "teams delete --help",
        "teams add-programs --help",
        "courses list --help",
        "courses get --help",
        "courses participants --help",
        "courses assign --help",
        "courses update-assignment --help",
        "programs participants --help",
        "access-groups list --help",
        "open --help",
        "open goals list --help",
        "open goals get --help",
        "open goals create --help",
        "open goals update --help",
        "open goals delete --help",
        "api --help",
        "limits --help",
        "directory users list --help",
        "directory users me --help",
    ] {
        for line in Eloomi::new(command).run().stdout.lines() {
            let Some(example) = line.trim_start().strip_prefix("eloomi --sim ") else {
                continue;
            };
            // A remark stands at some distance.
            let example = example.split("   ").next().unwrap();
            let ran = Eloomi::new(&format!("--sim {example}")).run();
            assert_eq!(ran.code, Some(0), "{example}: {ran}");
            examples += 1;
        }
    }
    assert_eq!(examples, 61);
}
