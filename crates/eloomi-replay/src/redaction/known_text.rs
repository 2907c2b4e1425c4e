//! Texts that may be written, with holes for what may not.

use super::{Kind, Rule};

/// A text as the service writes it: `There is a user with this mail address: [{email}]`.
///
/// A hole in braces names a kind of pseudonym, `keep` or `shape` for a number, or `field` for the
/// name of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KnownText {
    /// What stands before the first hole.
    start: String,
    /// Every hole, and what stands between it and the next.
    holes: Vec<(Hole, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Hole {
    /// A name that some model has.
    Field,
    Rule(Rule),
}

impl KnownText {
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let mut parts = text.split('{');
        let start = parts.next().unwrap_or_default().to_owned();
        let holes: Vec<_> = parts
            .map(|part| {
                let (hole, after) = part.split_once('}').ok_or("a `{` without its `}`")?;
                let hole = match hole {
                    "field" => Hole::Field,
                    "keep" => Hole::Rule(Rule::Keep),
                    "shape" => Hole::Rule(Rule::Shape),
                    kind => Hole::Rule(Rule::Pseudonym(Kind::read(kind)?)),
                };
                Ok((hole, after.to_owned()))
            })
            .collect::<Result<_, String>>()?;
        let all_but_last = holes.iter().rev().skip(1);
        if all_but_last.clone().any(|(_, after)| after.is_empty()) {
            return Err("two holes without a word between them cannot be told apart".to_owned());
        }
        Ok(Self { start, holes })
    }

    /// `text` with what its holes hold replaced, if it is this text.
    ///
    /// A hole ends where the words after it come first; the last one, where they end the text.
    pub(crate) fn fill(
        &self,
        text: &str,
        mut replace: impl FnMut(&Hole, &str) -> Option<String>,
    ) -> Option<String> {
        let mut rest = text.strip_prefix(self.start.as_str())?;
        let mut out = self.start.clone();
        let last = self.holes.len().saturating_sub(1);
        for (index, (hole, after)) in self.holes.iter().enumerate() {
            let held = if index == last {
                rest.strip_suffix(after.as_str())?
            } else {
                rest.split_once(after.as_str())?.0
            };
            rest = &rest[held.len() + after.len()..];
            out.push_str(&replace(hole, held)?);
            out.push_str(after);
        }
        rest.is_empty().then_some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(pattern: &str, text: &str) -> Option<String> {
        let pattern = KnownText::read(pattern).unwrap();
        pattern.fill(text, |_, held| Some(format!("<{}>", held.len())))
    }

    #[test]
    fn what_holes_hold_is_replaced_and_the_words_stay() {
        let pattern = "Mail [{email}] of {name}.";
        assert_eq!(
            filled(pattern, "Mail [a@b] of Ada.").unwrap(),
            "Mail [<3>] of <3>."
        );
        assert_eq!(filled("{shape}", "12").unwrap(), "<2>");
        assert_eq!(filled("No holes.", "No holes.").unwrap(), "No holes.");
    }

    #[test]
    fn another_text_is_another_text() {
        let pattern = "Mail [{email}].";
        for text in ["Mail [a@b]", "Mail", "", "Mail [a@b]. Ada", " Mail [a]."] {
            assert_eq!(filled(pattern, text), None, "{text}");
        }
        assert_eq!(filled("No holes.", "No holes. Ada"), None);
    }

    #[test]
    fn a_pattern_that_cannot_be_matched_is_refused() {
        for pattern in ["{email", "{what}", "{email}{name}"] {
            assert!(KnownText::read(pattern).is_err(), "{pattern}");
        }
    }
}
