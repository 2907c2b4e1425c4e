//! What the two services share is no word of either, and nothing of it is written twice.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// What both services stand on.
const GROUND: [&str; 3] = ["eloomi-wire", "eloomi-core", "eloomi-auth"];

/// So many lines in a row are a copy.
const RUN: usize = 6;

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every text below a folder that cargo builds or tests from.
fn texts(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(texts(&path));
        } else if path
            .extension()
            .is_some_and(|it| it == "rs" || it == "toml" || it == "snap")
        {
            found.push((
                path.display().to_string(),
                fs::read_to_string(&path).unwrap(),
            ));
        }
    }
    found
}

#[test]
fn the_ground_has_no_word_of_a_service_but_names_of_crates() {
    let names: Vec<String> = fs::read_dir(crates())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let is_crate = |text: &str| {
        let begins = |name: &String| {
            let after = [name.clone(), name.replace('-', "_")];
            let after = after
                .iter()
                .find_map(|name| text.strip_prefix(name.as_str()));
            after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        };
        names.iter().filter(|name| name.contains('-')).any(begins)
    };
    let (mut words, mut looked_at) = (Vec::new(), 0);
    for name in GROUND {
        for (file, text) in texts(&crates().join(name)) {
            looked_at += 1;
            let lower = text.to_lowercase();
            for (number, line) in (1..).zip(lower.lines()) {
                let ours = line
                    .match_indices("eloomi")
                    .filter(|(at, _)| !is_crate(&line[*at..]));
                if ours.count() > 0 || line.contains("lvconnect") {
                    words.push(format!("{file}:{number}: {line}"));
                }
            }
        }
    }
    assert!(looked_at > 100, "only {looked_at} files were looked at");
    assert!(words.is_empty(), "{}", words.join("\n"));
}

/// What a manifest has under `[dependencies]` of this workspace.
fn own_dependencies(name: &str) -> BTreeSet<String> {
    let manifest = fs::read_to_string(crates().join(name).join("Cargo.toml")).unwrap();
    let (_, after) = manifest.split_once("[dependencies]\n").unwrap();
    let table = after.split("\n[").next().unwrap();
    let names = table
        .lines()
        .filter_map(|line| line.split(['.', ' ']).next());
    let own = names.filter(|name| name.starts_with("eloomi") || name.starts_with("lvconnect"));
    own.map(str::to_owned).collect()
}

#[test]
fn the_directory_stands_on_the_ground_alone_and_the_ground_on_no_service() {
    let ground: BTreeSet<_> = GROUND.map(str::to_owned).into();
    assert_eq!(own_dependencies("lvconnect"), ground);
    for name in GROUND {
        let own = own_dependencies(name);
        assert!(own.is_subset(&ground), "{name}: {own:?}");
    }
}

/// Runs of lines that say something, each with the place where it stands.
fn runs(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (file, text) in texts(folder) {
        let lines = (1..).zip(text.lines().map(str::trim));
        let says = |line: &str| {
            let is_comment = line.starts_with("//") || line.starts_with("#[");
            !is_comment && line.chars().any(char::is_alphanumeric) && !line.starts_with("use ")
        };
        let lines: Vec<(usize, &str)> = lines.filter(|(_, line)| says(line)).collect();
        for window in lines.windows(RUN) {
            let text: Vec<_> = window.iter().map(|(_, line)| *line).collect();
            found.insert(text.join("\n"), format!("{file}:{}", window[0].0));
        }
    }
    found
}

#[test]
fn neither_service_has_the_plumbing_of_the_other() {
    let directory = runs(&crates().join("lvconnect/src"));
    assert!(directory.len() > 500, "only {} runs", directory.len());
    for other in ["eloomi-api/src", "eloomi-model/src"] {
        let others = runs(&crates().join(other));
        assert!(others.len() > 400, "only {} runs in {other}", others.len());
        for (text, place) in &directory {
            let copy = others.get(text);
            assert_eq!(copy, None, "{place} says the same:\n{text}");
        }
    }
}
