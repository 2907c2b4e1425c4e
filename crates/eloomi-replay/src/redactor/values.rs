//! What is written in place of one value.

use super::{dates, forms, pseudonyms::Pseudonyms, secrets::Secrets, unknown::Unknowns};
use crate::{
    Placeholder,
    redaction::{Hole, Kind, KnownText, Redaction, Rule},
};

/// The longest number that `keep` keeps: a status, a count of seconds, no phone number.
const KEPT: usize = 9;

/// Where a header or field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Request,
    Response,
    Field,
}

/// What one exchange is redacted with.
pub(super) struct Values<'r> {
    pub(super) rules: &'r Redaction,
    pub(super) pseudonyms: &'r Pseudonyms,
    pub(super) secrets: &'r Secrets,
}

const NO_WORD: &str = "a word that its list does not have";
const NO_TEXT: &str = "a text that is not among the known ones";
const NO_NUMBER: &str = "neither a short number nor a truth value";
const NO_RULE: &str = "no rule names it";
const NO_TYPE: &str = "a media type that its list does not have";

impl Values<'_> {
    /// What is written for a text, where there is a rule; none if nothing is.
    ///
    /// Nothing stays nothing: an empty text tells that there is no value, which tests are about
    /// and which is nobody's. So does a placeholder stay what it is.
    pub(super) fn text(
        &self,
        rule: Option<&Rule>,
        text: &str,
        place: &str,
        unknown: &mut Unknowns,
    ) -> Option<String> {
        let Some(rule) = rule else {
            unknown.add(place, NO_RULE);
            return None;
        };
        if *rule == Rule::Drop {
            return None;
        }
        let is_placeholder = Placeholder::ALL.iter().any(|it| it.text() == text);
        if text.is_empty() || is_placeholder {
            return Some(text.to_owned());
        }
        let replaced = |why, unknown: &mut Unknowns| {
            // What was replaced before is no news.
            if !forms::is_form(&Kind::Text, text, &[]) {
                unknown.add(place, why);
            }
            Some(self.pseudonyms.of(&Kind::Text, text))
        };
        match rule {
            Rule::Keep if is_short_number(text) || matches!(text, "true" | "false") => {
                Some(text.to_owned())
            }
            Rule::Keep => replaced(NO_NUMBER, unknown),
            Rule::Words(list) => match self.word(list, text) {
                Some(word) => Some(word.to_owned()),
                None => replaced(NO_WORD, unknown),
            },
            Rule::Always(word) => Some(word.clone()),
            Rule::Text => match self.known_text(&self.rules.texts, text) {
                Some(text) => Some(text),
                None => replaced(NO_TEXT, unknown),
            },
            Rule::Shape if is_number(text) => Some(forms::shape(text)),
            Rule::Shape => Some(self.pseudonyms.of(&Kind::Text, text)),
            Rule::Pseudonym(Kind::Email) if !text.contains('@') => {
                Some(self.pseudonyms.of(&Kind::Text, text))
            }
            Rule::Pseudonym(kind) => Some(self.pseudonyms.of(kind, text)),
            Rule::Date => {
                let date = self.date(text);
                Some(date.unwrap_or_else(|| self.pseudonyms.of(&Kind::Text, text)))
            }
            Rule::Placeholder(placeholder) => Some(placeholder.text().to_owned()),
            Rule::MediaType => {
                let known = self.media_type(text);
                if known.is_none() {
                    unknown.add(place, NO_TYPE);
                }
                known
            }
            Rule::Target | Rule::Drop | Rule::Model(_) | Rule::Data | Rule::Map(..) => {
                unknown.add(place, NO_RULE);
                None
            }
        }
    }

    /// What is written for a number, `true`, `false` or `null`, which stays what it is in type.
    /// A truth value is one bit and stays.
    pub(super) fn scalar(
        &self,
        rule: Option<&Rule>,
        scalar: &str,
        place: &str,
        unknown: &mut Unknowns,
    ) -> Option<String> {
        let Some(rule) = rule else {
            unknown.add(place, NO_RULE);
            return None;
        };
        let stays = matches!(scalar, "null" | "true" | "false");
        match rule {
            Rule::Drop => None,
            _ if stays => Some(scalar.to_owned()),
            Rule::Keep if is_short_number(scalar) => Some(scalar.to_owned()),
            Rule::Words(list) if self.word(list, scalar).is_some() => Some(scalar.to_owned()),
            Rule::Pseudonym(kind @ Kind::Id(_)) => Some(self.pseudonyms.number(kind, scalar)),
            Rule::Pseudonym(Kind::Phone) => Some(self.pseudonyms.phone_number(scalar)),
            Rule::Date => {
                let date = self.date(scalar);
                Some(date.unwrap_or_else(|| forms::shape(scalar)))
            }
            // A placeholder is a text, wherever it stands.
            Rule::Placeholder(placeholder) => Some(format!("\"{placeholder}\"")),
            Rule::Keep | Rule::Words(_) | Rule::Text => {
                unknown.add(place, NO_NUMBER);
                Some(forms::shape(scalar))
            }
            Rule::Always(_) | Rule::Shape | Rule::Pseudonym(_) => Some(forms::shape(scalar)),
            Rule::MediaType | Rule::Target | Rule::Model(_) | Rule::Data | Rule::Map(..) => {
                unknown.add(place, NO_RULE);
                None
            }
        }
    }

    /// A whole body that may be written as text.
    pub(super) fn body(&self, text: &str) -> Option<String> {
        self.known_text(&self.rules.bodies, text)
    }

    fn word(&self, list: &str, text: &str) -> Option<&str> {
        let words = self.rules.words.get(list)?;
        words.iter().find(|word| *word == text).map(String::as_str)
    }

    fn date(&self, text: &str) -> Option<String> {
        let months = self.pseudonyms.months();
        let moved = dates::shifted(text, months).or_else(|| dates::shifted_epoch(text, months))?;
        Some(if self.pseudonyms.are_people_invented {
            text.to_owned()
        } else {
            moved
        })
    }

    fn known_text(&self, known: &[KnownText], text: &str) -> Option<String> {
        let swept = self.secrets.sweep(text);
        let fill = |text: &str| {
            known
                .iter()
                .find_map(|known| known.fill(text, |hole, held| Some(self.held(hole, held))))
        };
        // What is swept may be a word of a known text: a client id `5`, say.
        fill(&swept).or_else(|| fill(text))
    }

    /// What is written for what a hole of a known text held.
    fn held(&self, hole: &Hole, held: &str) -> String {
        let rule = match hole {
            Hole::Field if self.rules.is_field(held) => return held.to_owned(),
            Hole::Field => &Rule::Pseudonym(Kind::Text),
            Hole::Rule(rule) => rule,
        };
        let written = self.text(Some(rule), held, "", &mut Unknowns::default());
        written.unwrap_or_default()
    }

    fn media_type(&self, value: &str) -> Option<String> {
        let essence = crate::headers::media_type(value);
        let known = self.word("media-types", &essence)?;
        let charset = value.split(';').skip(1).map(str::trim);
        let utf_8 = charset
            .into_iter()
            .any(|it| it.eq_ignore_ascii_case("charset=utf-8"));
        let parameter = if utf_8 { "; charset=utf-8" } else { "" };
        Some(format!("{known}{parameter}"))
    }
}

/// A number of JSON.
fn is_number(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    begins && crate::json_tree::Tree::parse(text).is_ok() && !text.contains(char::is_whitespace)
}

fn is_short_number(text: &str) -> bool {
    text.len() <= KEPT && is_number(text)
}
