//! Links in Markdown lead to a file that is there, and to a heading in it.
//!
//! Addresses on the web are left alone: whether those answer is no property of this tree.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::fences::prose;
use crate::check::slugs::anchors;
use crate::check::step::{Setting, Verdict};
use crate::workspace;

/// Looks at every Markdown file.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let documents = workspace::documents(&setting.root, ".md")?;
    if documents.is_empty() {
        return Ok(Verdict::NotThereYet("any *.md".to_owned()));
    }
    let tree = Tree {
        files: workspace::files(&setting.root)?.into_iter().collect(),
        anchors: documents
            .iter()
            .map(|document| (document.path.clone(), anchors(&document.text)))
            .collect(),
    };
    let mut findings = Vec::new();
    for document in &documents {
        for (number, target) in targets(&document.text) {
            if let Some(complaint) = tree.complaint(&document.path, &target) {
                findings.push(format!("{}:{number}: {target}: {complaint}", document.path));
            }
        }
    }
    Ok(Verdict::of(findings, documents.len(), "Markdown files"))
}

/// What links can lead to.
struct Tree {
    /// Every file, from the root.
    files: BTreeSet<String>,
    /// The anchors of every Markdown file.
    anchors: BTreeMap<String, BTreeSet<String>>,
}

impl Tree {
    /// What is wrong with a link from that file, if anything.
    fn complaint(&self, from: &str, target: &str) -> Option<&'static str> {
        if is_address(target) {
            return None;
        }
        let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
        let path = path
            .split('?')
            .next()
            .unwrap_or_default()
            .replace("%20", " ");
        let Some(path) = resolve(from, &path) else {
            return Some("leads out of the tree");
        };
        let is_directory =
            || path.is_empty() || self.files.iter().any(|file| is_below(file, &path));
        if !self.files.contains(&path) && !is_directory() {
            return Some("no such file");
        }
        // Anchors of other files, such as the lines of a source, are the viewer's business.
        let anchors = self.anchors.get(&path)?;
        (!fragment.is_empty() && !anchors.contains(fragment)).then_some("no such heading")
    }
}

fn is_below(file: &str, directory: &str) -> bool {
    file.strip_prefix(directory)
        .is_some_and(|rest| rest.starts_with('/'))
}

/// `https://…`, `mailto:…`; a scheme is letters up to a colon.
fn is_address(target: &str) -> bool {
    let Some((scheme, rest)) = target.split_once(':') else {
        return target.starts_with("//");
    };
    // `crate::Client` is a path that only rustdoc follows, so here it leads nowhere.
    scheme.len() > 1 && scheme.chars().all(char::is_alphabetic) && !rest.starts_with(':')
}

/// The path from the root; `None` if it leads out of the tree.
fn resolve(from: &str, path: &str) -> Option<String> {
    if path.is_empty() {
        return Some(from.to_owned());
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    if path.starts_with('/') {
        parts.clear();
    }
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// Where the links of a text lead, with their lines: `[…](here)`, and `[…]: here` at the start of
/// a line.
fn targets(text: &str) -> Vec<(usize, String)> {
    let mut targets = Vec::new();
    for (number, line) in prose(text) {
        for (position, _) in line.match_indices("](") {
            targets.extend(inline_target(&line[position + 2..]).map(|target| (number, target)));
        }
        let definition = line
            .trim_start()
            .strip_prefix('[')
            .and_then(|rest| rest.split_once("]:"));
        // A footnote's text is no target.
        if let Some((_, target)) = definition.filter(|(label, _)| !label.starts_with('^')) {
            let target = target
                .split_whitespace()
                .next()
                .map(|target| target.trim_matches(['<', '>']));
            targets.extend(target.map(|target| (number, target.to_owned())));
        }
    }
    targets
}

/// The target up to its closing bracket, brackets of its own allowed, without a title behind it.
fn inline_target(text: &str) -> Option<String> {
    if let Some(inner) = text.strip_prefix('<') {
        return inner.split_once('>').map(|(target, _)| target.to_owned());
    }
    let mut depth = 0;
    for (position, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' if depth == 0 => {
                return text[..position]
                    .split_whitespace()
                    .next()
                    .map(str::to_owned);
            }
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{Tree, targets};
    use crate::check::slugs::anchors;

    fn tree() -> Tree {
        let files = ["README.md", "docs/guide.md", "docs/code.rs"].map(str::to_owned);
        let guide = ("docs/guide.md".to_owned(), anchors("# First steps\n"));
        Tree {
            files: BTreeSet::from(files),
            anchors: BTreeMap::from([guide]),
        }
    }

    #[test]
    fn links_that_lead_somewhere_are_left_alone() {
        for target in [
            "docs/guide.md",
            "docs/guide.md#first-steps",
            "docs/",
            "/docs/code.rs#L7",
        ] {
            assert_eq!(tree().complaint("README.md", target), None, "{target}");
        }
        for target in [
            "../README.md",
            "#first-steps",
            "./code.rs",
            "https://example.com/x#y",
        ] {
            assert_eq!(tree().complaint("docs/guide.md", target), None, "{target}");
        }
    }

    #[test]
    fn links_that_lead_nowhere_say_how() {
        let complaint = |target| tree().complaint("docs/guide.md", target);
        assert_eq!(complaint("missing.md"), Some("no such file"));
        assert_eq!(complaint("#last-steps"), Some("no such heading"));
        assert_eq!(complaint("../../x.md"), Some("leads out of the tree"));
        assert_eq!(complaint("crate::Client"), Some("no such file"));
    }

    #[test]
    fn targets_are_read_from_links_images_and_definitions_but_not_from_code() {
        let text = "[a](b.md \"title\") ![c](d.png) `[e](f)`\n\n[g]: h.md\n[^1]: note\n\
                    [i](j_(k).md) [l](<m n.md>)\n```\n[o](p)\n```\n[![q](r)](s)\n";
        let targets: Vec<String> = targets(text)
            .into_iter()
            .map(|(_, target)| target)
            .collect();
        assert_eq!(
            targets,
            ["b.md", "d.png", "h.md", "j_(k).md", "m n.md", "r", "s"]
        );
    }
}
