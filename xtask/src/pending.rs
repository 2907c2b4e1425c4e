//! Snapshots that differ and wait for somebody to look at them.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use serde_json::Value;

/// Every pending snapshot below the root, as paths from there.
///
/// Read from the directories and not from git, which is told to ignore them.
pub(crate) fn find(root: &Path) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    collect(root, "", &mut found).map_err(|error| format!("cannot look for snapshots: {error}"))?;
    found.sort();
    Ok(found)
}

fn collect(directory: &Path, prefix: &str, found: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            if !matches!(name.as_str(), "target" | ".git") {
                collect(&entry.path(), &format!("{path}/"), found)?;
            }
        } else if is_pending(&name, &entry.path()) {
            found.push(path);
        }
    }
    Ok(())
}

fn is_pending(name: &str, path: &Path) -> bool {
    if name.ends_with(".pending-snap") {
        return fs::read_to_string(path).is_ok_and(|text| has_open_inline(&text));
    }
    let endings = [".snap.new", ".exchange.new", "scenario.toml.new"];
    endings.iter().any(|ending| name.ends_with(ending))
}

/// Whether the file of pending inline snapshots still has one open.
///
/// insta appends a line of JSON at each failure, and one with `"new": null` when the assertion
/// of the same source line passes later; the file itself stays.
fn has_open_inline(text: &str) -> bool {
    let mut open = BTreeMap::new();
    for entry in text
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
    {
        open.insert(entry["line"].as_u64(), !entry["new"].is_null());
    }
    open.into_values().any(|open| open)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{find, has_open_inline};

    #[test]
    fn pending_files_are_found_wherever_they_lie_except_among_the_built() {
        let root = tempfile::tempdir().unwrap();
        for directory in ["crates/one/snapshots", "target"] {
            fs::create_dir_all(root.path().join(directory)).unwrap();
            fs::write(root.path().join(directory).join("name.snap.new"), "").unwrap();
            fs::write(root.path().join(directory).join("name.snap"), "").unwrap();
        }
        for name in ["01.exchange.new", "scenario.toml.new", "notes.new"] {
            fs::write(root.path().join(name), "").unwrap();
        }
        let expected = [
            "01.exchange.new",
            "crates/one/snapshots/name.snap.new",
            "scenario.toml.new",
        ];
        assert_eq!(find(root.path()).unwrap(), expected);
    }

    #[test]
    fn an_inline_snapshot_that_passed_later_is_not_pending() {
        let failed = r#"{"run_id":"1","line":7,"new":{"snapshot":"a"},"old":null}"#;
        let passed = r#"{"run_id":"2","line":7,"new":null,"old":null}"#;
        assert!(has_open_inline(failed));
        assert!(!has_open_inline(&format!("{failed}\n\n{passed}\n")));
    }
}
