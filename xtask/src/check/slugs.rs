//! The anchors of a Markdown file, by GitHub's rules.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::fences::prose;

/// Every anchor a link may name in the text: its headings, and what is marked in HTML.
pub(super) fn anchors(text: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let raw: Vec<&str> = text.lines().collect();
    let prose = prose(text);
    for (index, (number, line)) in prose.iter().enumerate() {
        anchors.extend(marked(line));
        let below = prose.get(index + 1).map_or("", |(_, line)| line.trim_end());
        // With its code, which is part of the heading.
        let Some(heading) = heading(raw[number - 1], below) else {
            continue;
        };
        let slug = slug(heading);
        let times = seen.entry(slug.clone()).or_default();
        anchors.insert(if *times == 0 {
            slug
        } else {
            format!("{slug}-{times}")
        });
        *times += 1;
    }
    anchors
}

/// The text of a heading, whether marked in front or underlined.
fn heading<'a>(line: &'a str, below: &str) -> Option<&'a str> {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    if level > 0 {
        let is_heading = level <= 6 && (text.is_empty() || text.starts_with([' ', '\t']));
        return is_heading.then(|| text.trim().trim_end_matches('#').trim_end());
    }
    let underlined = !below.is_empty()
        && (below.chars().all(|letter| letter == '=') || below.chars().all(|letter| letter == '-'));
    // A table or a list above a line is no heading.
    let sentence = !line.trim().is_empty() && !line.starts_with(['|', '-', '*', '>', ' ']);
    (underlined && sentence).then(|| line.trim())
}

/// GitHub's name for a heading: small letters, spaces to hyphens, no other punctuation.
pub(super) fn slug(heading: &str) -> String {
    let mut slug = String::new();
    for letter in without_addresses(heading).chars() {
        match letter {
            ' ' => slug.push('-'),
            '-' | '_' => slug.push(letter),
            _ if letter.is_alphanumeric() => slug.extend(letter.to_lowercase()),
            _ => {}
        }
    }
    slug
}

/// Of a link only its text belongs to a heading.
fn without_addresses(heading: &str) -> String {
    let mut rest = heading;
    let mut text = String::new();
    while let Some((before, behind)) = rest.split_once("](") {
        text.push_str(before);
        rest = behind.split_once(')').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    text
}

/// `<a id="…">` and `<a name="…">`.
fn marked(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    for attribute in ["id=\"", "name=\""] {
        for (position, _) in line.match_indices(attribute) {
            let value = &line[position + attribute.len()..];
            if let Some((name, _)) = value.split_once('"').filter(|_| line.contains('<')) {
                found.push(name.to_owned());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{anchors, slug};

    #[test]
    fn a_heading_becomes_what_git_hub_makes_of_it() {
        assert_eq!(slug("Getting started"), "getting-started");
        assert_eq!(slug("2. What's `new()`?"), "2-whats-new");
        assert_eq!(slug("A — B & C"), "a--b--c");
        assert_eq!(slug("The [book](docs/book.md) first"), "the-book-first");
        assert_eq!(slug("snake_case and Größe"), "snake_case-and-größe");
    }

    #[test]
    fn the_second_heading_of_a_name_is_numbered() {
        let anchors = anchors("# Notes\n\n## Notes\n\n## Notes ##\n");
        let expected = ["notes", "notes-1", "notes-2"];
        assert!(
            expected.iter().all(|anchor| anchors.contains(*anchor)),
            "{anchors:?}"
        );
    }

    #[test]
    fn code_is_no_heading_and_an_underlined_line_is_one() {
        let anchors =
            anchors("```sh\n# comment\n```\nTitle\n=====\n\n| a |\n---\n<a id=\"here\"></a>\n");
        assert!(anchors.contains("title") && anchors.contains("here"));
        assert_eq!(anchors.len(), 2, "{anchors:?}");
    }
}
