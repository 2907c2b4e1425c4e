//! Fenced code in Markdown: where it begins and ends.

/// Follows a text line by line.
#[derive(Debug, Default)]
pub(super) struct Fences {
    /// The marks that opened the fence we are in.
    open: Option<String>,
}

impl Fences {
    /// Whether the lines are code at the moment.
    pub(super) fn is_code(&self) -> bool {
        self.open.is_some()
    }

    /// Takes the next line. If it opens a fence, gives the words behind the marks.
    pub(super) fn feed<'a>(&mut self, line: &'a str) -> Option<&'a str> {
        let line = line.trim();
        let mark = line
            .chars()
            .next()
            .filter(|letter| matches!(letter, '`' | '~'))?;
        let words = line.trim_start_matches(mark);
        let marks = &line[..line.len() - words.len()];
        if marks.len() < 3 {
            return None;
        }
        match &self.open {
            Some(open) => {
                // Only a fence of the same kind, at least as long and bare, closes it.
                if words.is_empty() && marks.starts_with(open.as_str()) {
                    self.open = None;
                }
                None
            }
            // ```this``` on one line is code within a sentence.
            None if mark == '`' && words.contains('`') => None,
            None => {
                self.open = Some(marks.to_owned());
                Some(words)
            }
        }
    }
}

/// The lines outside fenced code, with their numbers, and with code in sentences blanked out.
pub(super) fn prose(text: &str) -> Vec<(usize, String)> {
    let mut fences = Fences::default();
    let mut lines = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let was_code = fences.is_code();
        let opened = fences.feed(line).is_some();
        if !was_code && !opened {
            lines.push((number, without_code(line)));
        }
    }
    lines
}

/// Replaces `code` in a sentence by spaces, so that brackets in it are no links.
fn without_code(line: &str) -> String {
    let mut rest = line;
    let mut text = String::new();
    while let Some(start) = rest.find('`') {
        let inner = rest[start..].trim_start_matches('`');
        let marks = &rest[start..rest.len() - inner.len()];
        text.push_str(&rest[..start]);
        let Some(end) = inner.find(marks) else {
            text.push_str(&rest[start..]);
            return text;
        };
        text.push_str(&" ".repeat(end + 2 * marks.len()));
        rest = &inner[end + marks.len()..];
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::{Fences, prose};

    #[test]
    fn a_fence_gives_its_words_and_hides_what_is_in_it() {
        let mut fences = Fences::default();
        assert_eq!(fences.feed("```rust,no_run"), Some("rust,no_run"));
        assert!(fences.is_code());
        assert_eq!(fences.feed("~~~ignore"), None);
        assert_eq!(fences.feed("```"), None);
        assert!(!fences.is_code());
    }

    #[test]
    fn a_longer_fence_may_hold_a_shorter_one() {
        let text = "one\n````md\n```\ntwo\n```\n````\nthree";
        assert_eq!(
            prose(text),
            [(1, "one".to_owned()), (7, "three".to_owned())]
        );
    }

    #[test]
    fn code_in_a_sentence_is_blanked_out() {
        assert_eq!(prose("a `[b](c)` d"), [(1, "a          d".to_owned())]);
        assert_eq!(prose("a ` b"), [(1, "a ` b".to_owned())]);
    }
}
