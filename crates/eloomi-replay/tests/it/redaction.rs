//! Files of rules that can be used, and that cannot.

use eloomi_replay::Redaction;

use crate::redactor::{MINIMAL, rules};

#[test]
fn the_rules_of_the_repository_can_be_used() {
    let rules = rules();
    assert_eq!(rules.rule("User", "email").unwrap(), "pseudonym:email");
    assert!(rules.operations().any(|operation| operation == "listUsers"));
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_what_to_do() {
    let wrong = [
        ("[models.A]\nb = \"kept\"", "`kept` is no rule: write keep"),
        (
            "[models.A]\nb = 1",
            "a rule is a text, or a table of `keys` and `values`",
        ),
        (
            "[models.A]\nb = \"words:modes\"",
            "`words:modes` names the list words.modes, which is not there: add it, or mend the name",
        ),
        (
            "[operations.a]\nreply = \"model:B\"",
            "`model:B` names the model models.B, which is not there: add it, or mend the name",
        ),
        (
            "[headers.request]\ncookie = \"keep\"",
            "`cookie` is not among the headers that are recorded: take the row away",
        ),
        (
            "[operations.a]\nroutes = [\"/v3/users\"]",
            "`/v3/users` is no route: write METHOD /path/{rule}",
        ),
        (
            "[texts]\nknown = [\"Mail {mail}\"]",
            "`mail` is no kind of pseudonym: write email, name",
        ),
        ("[odd]\n", "unknown field `odd`"),
    ];
    for (text, what) in wrong {
        let error = Redaction::parse(&format!("{MINIMAL}{text}")).unwrap_err();
        let first = MINIMAL.lines().count() + 1;
        assert!((first..first + 2).contains(&error.line()), "{error}");
        assert!(error.what().starts_with(what), "{error}");
    }
}

#[test]
fn a_file_that_is_not_there_is_told_by_its_path() {
    let error = Redaction::load("no/such/rules.toml").unwrap_err();
    assert_eq!(error.what(), "no/such/rules.toml cannot be read");
}
