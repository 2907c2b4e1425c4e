//! `cargo xtask` and `cargo xtask help`: what there is to run.

use crate::check;
use crate::outcome::Outcome;

/// One verb, as the overview and `help VERB` show it.
struct Verb {
    /// What is typed after `cargo xtask`.
    name: &'static str,
    /// The heading it stands under.
    group: &'static str,
    /// One line.
    about: &'static str,
    /// Its options, one line each.
    details: &'static str,
}

/// All of them, in the order a contributor meets them.
const VERBS: &[Verb] = &[
    Verb {
        name: "test",
        group: "While you work",
        about: "all tests of the workspace: unit, integration, documentation, snapshots",
        details: "\
cargo xtask test [FILTER] [--stack hyper|reqwest|tower|all] [--accept]

  FILTER      only tests whose path contains this text
  --stack     the HTTP stack under test; tests of the others are left out (default: all)
  --accept    write changed snapshots in place; look at `git diff` afterwards
  --bless     the same as --accept

A changed snapshot fails and leaves a *.snap.new to look at with `cargo xtask review`; with
CI set nothing is written. A run without FILTER on all stacks also fails on snapshots that
no test reads any more.",
    },
    Verb {
        name: "snapshots",
        group: "While you work",
        about: "what the client makes of the recorded exchanges, on every stack",
        details: "\
cargo xtask snapshots [FILTER] [--accept]

  FILTER      only exchanges whose path under fixtures/exchanges contains this text
  --accept    write changed snapshots in place; look at `git diff` afterwards
  --bless     the same as --accept

For each *.exchange a server on loopback gives the recorded answer to the real client, over
each HTTP stack. The request must be the recorded one, and what the client makes of the answer
must be the snapshot, which all stacks share. The simulator is held against the same files.
A changed snapshot fails and leaves a *.snap.new to look at with `cargo xtask review`; with
CI set nothing is written. `cargo xtask test` runs all of this, too.",
    },
    Verb {
        name: "fixtures",
        group: "While you work",
        about: "recorded exchanges: record scenarios anew, lint, tell what they show, export",
        details: FIXTURES,
    },
    Verb {
        name: "review",
        group: "While you work",
        about: "changed snapshots and recordings, with the command that accepts each",
        details: "\
cargo xtask review [--accept|--reject] [PATH…]

  PATH            only these, by the path that was printed or from where you are; --snapshot PATH
                  is the same
  --accept        take them as right: each *.new becomes the file it stands beside, byte for byte
  --bless         the same as --accept
  --reject        remove them

Without --accept and --reject it prints each difference and the command that accepts it. Where
cargo-insta is installed and somebody is there to answer, `cargo insta review` asks about what
lies in the folders of our crates; it does not look into fixtures/. An inline snapshot is accepted
by hand or by cargo-insta.",
    },
    Verb {
        name: "sim",
        group: "While you work",
        about: "the simulator: serve it, list its faults, verify it, send it odd calls",
        details: "\
cargo xtask sim serve [ARGUMENTS…]

Builds `eloomi` and runs `eloomi sim serve` with all that it is given;
`cargo xtask sim serve --help` tells what that is.

cargo xtask sim faults [--json]

  --json   one document for programs

Prints what `--fault` of `sim serve` can let go wrong: name, effect, form and an example.

cargo xtask sim verify [--target URL]

  --target URL   ask this service, too: http on loopback, https elsewhere

Sends the requests of the recorded exchanges to the simulator and to the replayer, which must answer
as recorded, placeholders aside. A service is only read, lists and the first of each, and must
answer in the recorded shape; without one a simulator stands in. What is printed last says who
agreed. The service's credentials are read from ELOOMI_CLIENT_ID and ELOOMI_CLIENT_SECRET, and
beyond loopback none is asked where CI is set.

cargo xtask sim fuzz [--examples N] [--seed N] [--only OPERATION_ID]…

  --examples N          at most so many made-up requests for an operation (default: 50)
  --seed N              what they follow from; the same seed makes the same ones (default: 1)
  --only OPERATION_ID   this operation of docs/api/eloomi-v3.yaml alone; may be repeated, or name
                        several with commas

Starts `eloomi sim serve --limit 0` on a free port of loopback, lets schemathesis read the API
document and send what it likes, valid or not, and stops the simulator. No answer may be a server
error, and each must have a status, a content type and a body that the document has. Operations
that the simulator has no route for are left out.

`sim fuzz` needs Python 3.11 or newer with venv and pip. Schemathesis and its dependencies, each in one
version, go to fuzz/ in cargo's target directory, once. No other verb runs this, so that none needs
Python.",
    },
    Verb {
        name: "fuzz",
        group: "While you work",
        about: "bytes of every kind for the reader, the redactor and the lint of recordings",
        details: "\
cargo xtask fuzz lint|parse|redact [--seconds N] [--libfuzzer]

  --seconds N    for so long (default: 30)
  --libfuzzer    under libFuzzer, which sees what code an input reaches; needs a C++ compiler and
                 `cargo install cargo-bolero --version 0.13.5 --locked`

Without --libfuzzer nothing is needed: bolero changes the inputs of
crates/eloomi-replay/tests/corpus at random. Both ways run on the stable toolchain. An input that
fails is printed, or its file named; put into the corpus, it runs with the tests.",
    },
    Verb {
        name: "soak",
        group: "While you work",
        about: "the rate limit in real time: share of the budget, 429s, the fullest window",
        details: "\
cargo xtask soak [--minutes N] [--processes P] [--limiter rolling|anchored] [--workers N]

  --minutes N    how long (default: 3)
  --processes P  how many processes share the budget through its file (default: 1)
  --limiter      how the simulator counts: a window that rolls (default), or one that is anchored at
                 its first request
  --workers N    callers who never stop (default: 32)

Callers ask the simulator for 600 requests in 60 s as fast as their client lets them, over round
trips of 20 to 200 ms. The simulator's journal judges: it fails on a 429, on a window with more than
600, and on less than 99 % of the budget used. Takes as long as it says, and a release build.",
    },
    Verb {
        name: "faults",
        group: "While you work",
        about: "what the client must survive: each fault of fixtures/faults.toml, on its stacks",
        details: "\
cargo xtask faults [--only ID]… [--list] [--write]

  --only ID   the tests of this fault alone; may be repeated, or name several with commas
  --list      print the faults and the tests they want; run nothing
  --write     write docs/faults.md anew; run nothing

Runs the tests below faults:: of the crate eloomi. A fault has one test for each of its stacks, or
for each stack and method: faults::body::f40_body_shorter_than_announced::on_hyper_get. A test that
fails, a test that is missing and a test of no fault fail the run.",
    },
    Verb {
        name: "check",
        group: "Before you push",
        about: "everything but the tests: format, lints, docs, links, features, budgets",
        details: "\
cargo xtask check [--only STEP]… [--fix] [--list]

  --only STEP   run this step alone; may be repeated, or name several with commas
  --fix         let rustfmt and clippy repair what they can; renew the README's copy of code and
                the form of recorded exchanges
  --list        name the steps

All steps run, whatever fails; the end lists each failure with the command that repeats it.
A missing optional tool is a named skip here and an error in `cargo xtask ci`. What is not
written yet is a named skip here and an error where CI is set.",
    },
    Verb {
        name: "coverage",
        group: "Before you push",
        about: "which operations of the API are built, shown by exchanges, simulated",
        details: "\
cargo xtask coverage [--write]

  --write   write docs/coverage.md anew

Reads docs/api/eloomi-v3.yaml, the routes of the request types, the exchanges below
fixtures/exchanges with their snapshots, the simulator's router and docs/quirks.md. An operation
of which nothing is there is open. One of which something is missing fails, and so does whatever
belongs to no operation; each is named with the place where the missing part would go.",
    },
    Verb {
        name: "ci",
        group: "Before you push",
        about: "exactly what CI runs: test, then check, with CI=true and no skips",
        details: "cargo xtask ci",
    },
    Verb {
        name: "help",
        group: "Always",
        about: "this overview, or one verb in detail: cargo xtask help test",
        details: "cargo xtask help [VERB]",
    },
];

/// Four verbs of one noun.
const FIXTURES: &str = "\
cargo xtask fixtures record [SCENARIO…] [--only GLOB] [--dry-run|--accept] [--upstream URL]

  SCENARIO         folders of fixtures/scenarios; may have commas (default: all)
  --only GLOB      only files whose `scenario/file` fits; `*` is anything
  --dry-run        say what differs; write nothing
  --accept         replace what differs; look at `git diff` afterwards
  --bless          the same as --accept
  --upstream URL   ask this service in place of the simulator

Tells the scenarios anew to a simulator that always answers alike, and compares. Where nothing
differs nothing is written. What differs fails, and a FILE.exchange.new beside it waits for
`cargo xtask review`; with CI set nothing is written beside.

With --upstream the scenarios that only read are told to a service, whose answers may tell of real
people. So it is refused where CI is set, and unless
ELOOMI_RECORD_LIVE=yes-i-may-process-this-personal-data. Credentials are read from
ELOOMI_CLIENT_ID and ELOOMI_CLIENT_SECRET. It writes to fixtures/live/ only, which git ignores:
even with other names in it, what a tenant answers tells of its people, and must not enter a
history.

cargo xtask fixtures lint [--fix]

  --fix   write whatever can be read in its canonical form; nothing is redacted by it

Whether the exchanges may be committed: form, headers, placeholders, sizes; and whether any text
below fixtures, docs, crates and examples tells of a person, address, number or secret that is not
invented. A step of `cargo xtask check` does the same.

cargo xtask fixtures status [--json] [--max-age DAYSd]

  --json           one document for programs, with the files
  --max-age 180d   fail on live recordings (`origin: live`) that are older

How many exchanges, and steps of scenarios, show each answer of each operation, and where they
come from; requests that the API document does not have, exchanges and scenarios that no test
uses, the age of live recordings, those in fixtures/live/ included.

cargo xtask fixtures export --har FILE|--json FILE [--only GLOB] [--force]

  --har FILE    one HAR 1.2 document, for browsers and API clients
  --json FILE   one line of JSON for each exchange
  --only GLOB   only files whose path below fixtures fits: 'exchanges/users/*', 'scenarios/**'
  --force       replace FILE if it is there

FILE `-` is standard output. Bodies are text, as they are. Placeholders stand as they are, and the
host is invented. An exchange does not know when it was, so startedDateTime is always
1970-01-01T00:00:00.000Z. What lies in fixtures/live/ is left out.";

/// How the overview ends.
const EXAMPLES: &str = "
Examples
  cargo xtask test                            everything, on every HTTP stack
  cargo xtask test list_users --stack hyper   some tests, on one stack
  cargo xtask snapshots users/list            some recorded exchanges, on every stack
  cargo xtask test --accept                   take changed snapshots as right
  cargo xtask fixtures record first-login     one scenario anew
  cargo xtask fixtures status                 what the recorded exchanges show
  cargo xtask sim fuzz --only listUsers       odd calls to one operation of the simulator
  cargo xtask faults --only F40,F47           some faults, on every stack they are tried on
  cargo xtask check --only budgets            one step of the checks
  cargo xtask check --fix                     format, and let clippy repair
  cargo xtask coverage --write                renew docs/coverage.md

Exit codes: 0 all well, 1 something failed, 2 the command line made no sense.
";

/// The overview, or one verb in detail.
pub(crate) fn run(rest: &[String]) -> Outcome {
    match rest {
        [] => {
            print!("{}", overview());
            Outcome::Success
        }
        [name, ..] => verb(name),
    }
}

/// One verb in detail.
pub(crate) fn verb(name: &str) -> Outcome {
    let Some(verb) = VERBS.iter().find(|verb| verb.name == name) else {
        return unknown(name);
    };
    println!("{}\n\n{}", verb.about, verb.details);
    if name == "check" {
        println!("\nSteps:");
        check::list();
    }
    Outcome::Success
}

/// Says that there is no such verb, and which was probably meant.
pub(crate) fn unknown(name: &str) -> Outcome {
    eprintln!("error: no such verb: {name}");
    let names: Vec<&str> = VERBS.iter().map(|verb| verb.name).collect();
    if let Some(close) = nearest(name, &names) {
        eprintln!("did you mean: cargo xtask {close}");
    }
    eprintln!("there are: {}", names.join(", "));
    Outcome::Usage
}

fn overview() -> String {
    let mut lines = vec!["Contributors' tasks of the eloomi workspace".to_owned()];
    let mut group = "";
    for verb in VERBS {
        if verb.group != group {
            group = verb.group;
            lines.push(format!("\n{group}"));
        }
        lines.push(format!("  {:<10} {}", verb.name, verb.about));
    }
    lines.push(EXAMPLES.to_owned());
    lines.join("\n")
}

/// The name closest to what was typed, unless none is close.
pub(crate) fn nearest<'a>(typed: &str, names: &[&'a str]) -> Option<&'a str> {
    names
        .iter()
        .map(|name| (distance(typed, name), *name))
        .filter(|(distance, name)| *distance <= 2 || (!typed.is_empty() && name.starts_with(typed)))
        .min()
        .map(|(_, name)| name)
}

/// How many letters must be added, dropped or changed to make one word the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (above, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = above + 1;
        for (column, against) in other.iter().enumerate() {
            let change = diagonal + usize::from(letter != *against);
            diagonal = row[column + 1];
            row[column + 1] = change.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::{VERBS, nearest, overview};

    #[test]
    fn the_overview_names_every_verb_once_in_one_line() {
        for verb in VERBS {
            let start = format!("  {:<10} ", verb.name);
            let lines = overview()
                .lines()
                .filter(|line| line.starts_with(&start))
                .count();
            assert_eq!(lines, 1, "{}", verb.name);
        }
    }

    #[test]
    fn a_group_explains_each_of_its_verbs() {
        for (noun, verbs) in [
            ("fixtures", &["record", "lint", "status", "export"]),
            ("sim", &["serve", "faults", "verify", "fuzz"]),
        ] {
            let group = VERBS.iter().find(|verb| verb.name == noun).unwrap();
            for verb in verbs {
                let start = format!("cargo xtask {noun} {verb} ");
                let lines = group.details.lines();
                assert_eq!(
                    lines.filter(|line| line.starts_with(&start)).count(),
                    1,
                    "{start}"
                );
            }
        }
    }

    #[test]
    fn a_slip_of_the_finger_finds_the_verb() {
        let names = ["test", "check", "ci"];
        assert_eq!(nearest("tset", &names), Some("test"));
        assert_eq!(nearest("chekc", &names), Some("check"));
        assert_eq!(nearest("che", &names), Some("check"));
        assert_eq!(nearest("deploy", &names), None);
    }
}
