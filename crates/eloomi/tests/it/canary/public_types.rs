//! Every public type is either printed by [`printed`](super::printed) or excepted with a reason.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use super::{canary, own::Own, printed::printed};

/// Crates of which what is printed is looked at type by type.
const CRATES: [&str; 9] = [
    "eloomi",
    "eloomi-api",
    "eloomi-auth",
    "eloomi-core",
    "eloomi-hyper",
    "eloomi-model",
    "eloomi-reqwest",
    "eloomi-stack",
    "eloomi-wire",
];

/// The other crates, and why their types are not looked at here.
const OTHERS: [(&str, &str); 4] = [
    ("eloomi-cli", "has no public types"),
    (
        "eloomi-replay",
        "holds what files hold, which is redacted; `recorded` looks at what comes before that",
    ),
    (
        "eloomi-sim",
        "its people are invented, and a test wants to see them",
    ),
    (
        "lvconnect",
        "another service, whose own tests print every recorded answer",
    ),
];

/// Types that are not printed, and why.
const EXCEPTED: &[(&str, &str)] = &[
    ("AccessGroupMarker", NO_VALUE),
    ("CourseMarker", NO_VALUE),
    ("DecodeErrorKind", WORD),
    ("ErrorKind", WORD),
    ("Field", "describes a field"),
    ("FieldSeed", "describes a field"),
    ("FieldType", "describes a field"),
    ("Group", WORD),
    ("InstantText", ELSEWHERE),
    (
        "KeyringTokenStore",
        "holds no token: the operating system does",
    ),
    ("Lane", WORD),
    ("LimitStats", "counts"),
    ("Names", "a resolver, which the builders of the stacks hold"),
    ("Nullable", ELSEWHERE),
    ("Phase", WORD),
    ("ProgramMarker", NO_VALUE),
    ("RateLimit", "counts"),
    ("Refusal", WORD),
    ("Repeat", WORD),
    ("Seen", "counts"),
    ("Setup", "what a client's builder holds, which is printed"),
    ("Sharing", WORD),
    ("Stamp", "a count"),
    ("StoreErrorKind", WORD),
    ("TeamMarker", NO_VALUE),
    (
        "Trust",
        "what is trusted, which the builders of the stacks hold",
    ),
    (
        "TrustError",
        "a cause of `BuildError`, which is printed with its causes",
    ),
    ("UnitMarker", NO_VALUE),
    ("Unshared", WORD),
    ("UserMode", WORD),
];

const ELSEWHERE: &str = "no model of eloomi has one; the staff directory's tests print it";
const NO_VALUE: &str = "has no value";
const WORD: &str = "a word of a closed set";

/// Names of the public types that are declared in this folder.
fn declared(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            declared(&path, names);
            continue;
        }
        for line in fs::read_to_string(&path).unwrap().lines() {
            let line = line.trim_start();
            let rest = ["pub struct ", "pub enum "].map(|start| line.strip_prefix(start));
            if let Some(rest) = rest.into_iter().flatten().next() {
                let is_letter = |c: char| c.is_alphanumeric();
                let name: String = rest.chars().take_while(|c| is_letter(*c)).collect();
                names.insert(name);
            }
        }
    }
}

fn of(name: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    declared(&Path::new(folder).join(name).join("src"), &mut names);
    names
}

#[tokio::test]
async fn every_public_type_is_printed_or_excepted() {
    let (sim, own) = (canary().await, Own::default());
    let printed = printed(&sim, &own).await;
    let types = printed.types();
    let mut count = 0;
    for name in CRATES {
        let declared = of(name);
        count += declared.len();
        let odd = neither_or_both(&declared, &types);
        assert!(odd.is_empty(), "{name}, neither or both: {odd:#?}");
    }
    assert!(count > 120, "only {count}: were the files read?");
}

/// Those of these types that are neither printed nor excepted, or both.
fn neither_or_both<'a>(declared: &'a BTreeSet<String>, printed: &BTreeSet<&str>) -> Vec<&'a str> {
    let excepted: BTreeMap<_, _> = EXCEPTED.iter().copied().collect();
    let names = declared.iter().map(String::as_str);
    names
        .filter(|name| printed.contains(name) == excepted.contains_key(name))
        .collect()
}

#[test]
fn every_exception_is_a_type() {
    let declared: BTreeSet<_> = CRATES.into_iter().flat_map(of).collect();
    for (name, why) in EXCEPTED {
        assert!(declared.contains(*name), "there is no {name}, which {why}");
    }
}

#[test]
fn every_crate_is_among_those_that_are_looked_at_or_excepted() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let is_known =
            CRATES.contains(&name.as_str()) || OTHERS.iter().any(|(known, _)| *known == name);
        assert!(is_known, "{name}");
    }
}

/// The control: a type that nobody prints is noticed.
#[test]
fn a_new_type_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("new.rs"), "pub struct Unheard<T>(T);\n").unwrap();
    let mut names = BTreeSet::new();
    declared(folder.path(), &mut names);
    assert_eq!(
        neither_or_both(&names, &BTreeSet::from(["User"])),
        ["Unheard"]
    );
}
