//! Nothing in the tree names the machine it was written on, or a host packages come from.

use crate::check::step::{Setting, Verdict};
use crate::workspace::{Document, documents};

/// Where people's files lie on the usual systems. Written apart, so as not to find itself.
const MACHINE_PATHS: &[&str] = &[
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/Us", "ers/"),
    concat!(r"C:\Us", r"ers\"),
];

/// Hosts that only a proxy or a lockfile speaks of.
const PACKAGE_HOSTS: &[&str] = &[
    concat!("arti", "factory"),
    concat!("index.crates", ".io"),
    concat!("jfrog", ".io"),
    concat!("proxy.", "golang.org"),
    concat!("py", "pi.org"),
    concat!("python", "hosted.org"),
    concat!("registry.", "npmjs.org"),
    concat!("static.crates", ".io"),
];

/// Looks at every text in the tree but the lockfile, which cargo writes and `lockfile` reads.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let mut texts = documents(&setting.root, "")?;
    texts.retain(|document| !document.path.ends_with("Cargo.lock"));
    let findings = texts.iter().flat_map(findings).collect();
    Ok(Verdict::of(findings, texts.len(), "texts"))
}

fn findings(document: &Document) -> Vec<String> {
    let mut findings = Vec::new();
    for (number, line) in (1..).zip(document.text.lines()) {
        for word in MACHINE_PATHS
            .iter()
            .filter(|word| begins_a_path(line, word))
        {
            findings.push(format!(
                "{}:{number}: a path of one machine: {word}",
                document.path
            ));
        }
        let lower = line.to_lowercase();
        for word in PACKAGE_HOSTS.iter().filter(|word| lower.contains(**word)) {
            findings.push(format!(
                "{}:{number}: a host of packages: {word}",
                document.path
            ));
        }
    }
    findings
}

/// Whether it stands there as the start of a path, and not inside a longer one or a URL.
fn begins_a_path(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(position, _)| {
        let before = line[..position].chars().next_back();
        before.is_none_or(|letter| !letter.is_alphanumeric() && !"._-~}/".contains(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::{Document, MACHINE_PATHS, PACKAGE_HOSTS, findings};

    fn count(text: &str) -> usize {
        findings(&Document {
            path: "a.md".to_owned(),
            text: text.to_owned(),
        })
        .len()
    }

    #[test]
    fn every_word_on_the_lists_is_found() {
        for word in MACHINE_PATHS {
            assert_eq!(count(&format!("see {word}ada/notes")), 1, "{word}");
        }
        for host in PACKAGE_HOSTS {
            assert_eq!(count(&format!("https://{host}/x")), 1, "{host}");
        }
    }

    #[test]
    fn the_same_letters_inside_a_url_are_no_machine_path() {
        assert_eq!(
            count(&format!("https://example.com{}page", MACHINE_PATHS[0])),
            0
        );
    }
}
