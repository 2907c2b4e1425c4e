//! One rule: what is written in place of a value.

use std::fmt;

use crate::Placeholder;

/// What is written in place of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// `keep`: a short number, `true` or `false`, as it came. Never a text.
    Keep,
    /// `words:LIST`: one of the words of a list, as it came; nothing else.
    Words(String),
    /// `always:WORD`: this word, whatever came.
    Always(String),
    /// `text`: one of the known texts, what their holes hold replaced; nothing else.
    Text,
    /// `shape`: a number of the same form, its digits 1, 2, 3 and so on.
    Shape,
    /// `pseudonym:KIND`.
    Pseudonym(Kind),
    /// `date:month-shift`: the date, moved by as many whole months as all of a recording.
    Date,
    /// `placeholder:NAME`.
    Placeholder(Placeholder),
    /// `media-type`: of a header, the type and a charset of UTF-8.
    MediaType,
    /// `target`: of a header, path and query by the rules of the routes.
    Target,
    /// `drop`: nothing, and nobody is told.
    Drop,
    /// `model:A|B`: an object, or a list of objects, whose members the models name.
    Model(Vec<String>),
    /// `data`: what the operation says about the data of its answer.
    Data,
    /// `{ keys = …, values = … }`: an object whose keys are data, too.
    Map(Box<Rule>, Box<Rule>),
}

/// What a pseudonym looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `person-004012@example.invalid`.
    Email,
    /// `Ada-0040`.
    Name,
    /// `+45 00 12 34 56`: no Danish number begins with a zero.
    Phone,
    /// `text-004012`.
    Text,
    /// A number from 1 in the order of appearance, or `code-004012` for what is no number.
    /// Values of one domain that were equal stay equal.
    Id(String),
}

impl Rule {
    /// Reads a rule that is a text.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let (verb, argument) = text.split_once(':').unwrap_or((text, ""));
        let named = |rule: fn(String) -> Self| match argument {
            "" => Err(format!("`{verb}` wants a name: `{verb}:NAME`")),
            name => Ok(rule(name.to_owned())),
        };
        match verb {
            "words" => named(Self::Words),
            "always" => named(Self::Always),
            "pseudonym" => Kind::read(argument).map(Self::Pseudonym),
            "model" => named(|names| Self::Model(names.split('|').map(str::to_owned).collect())),
            "placeholder" => {
                let all = Placeholder::ALL.into_iter();
                let written = format!("[{argument}]");
                all.clone()
                    .find(|it| it.text() == written)
                    .map(Self::Placeholder)
                    .ok_or_else(|| {
                        let words: Vec<_> =
                            all.map(|it| it.text().trim_matches(['[', ']'])).collect();
                        format!(
                            "`{text}` names no placeholder; there are {}",
                            words.join(", ")
                        )
                    })
            }
            _ => match text {
                "keep" => Ok(Self::Keep),
                "text" => Ok(Self::Text),
                "shape" => Ok(Self::Shape),
                "date:month-shift" => Ok(Self::Date),
                "media-type" => Ok(Self::MediaType),
                "target" => Ok(Self::Target),
                "drop" => Ok(Self::Drop),
                "data" => Ok(Self::Data),
                _ => Err(format!(
                    "`{text}` is no rule: write keep, words:LIST, always:WORD, text, shape, \
                     pseudonym:KIND, date:month-shift, placeholder:NAME, media-type, target, \
                     drop, model:NAME, data, or a table of keys and values"
                )),
            },
        }
    }
}

impl Kind {
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        match text.split_once(':').unwrap_or((text, "")) {
            ("email", "") => Ok(Self::Email),
            ("name", "") => Ok(Self::Name),
            ("phone", "") => Ok(Self::Phone),
            ("text", "") => Ok(Self::Text),
            ("id", domain) if !domain.is_empty() => Ok(Self::Id(domain.to_owned())),
            _ => Err(format!(
                "`{text}` is no kind of pseudonym: write email, name, phone, text or id:DOMAIN"
            )),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Email => f.write_str("email"),
            Self::Name => f.write_str("name"),
            Self::Phone => f.write_str("phone"),
            Self::Text => f.write_str("text"),
            Self::Id(domain) => write!(f, "id:{domain}"),
        }
    }
}

impl fmt::Display for Rule {
    /// As it is written in the file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Keep => f.write_str("keep"),
            Self::Words(list) => write!(f, "words:{list}"),
            Self::Always(word) => write!(f, "always:{word}"),
            Self::Text => f.write_str("text"),
            Self::Shape => f.write_str("shape"),
            Self::Pseudonym(kind) => write!(f, "pseudonym:{kind}"),
            Self::Date => f.write_str("date:month-shift"),
            Self::Placeholder(it) => {
                write!(f, "placeholder:{}", it.text().trim_matches(['[', ']']))
            }
            Self::MediaType => f.write_str("media-type"),
            Self::Target => f.write_str("target"),
            Self::Drop => f.write_str("drop"),
            Self::Model(names) => write!(f, "model:{}", names.join("|")),
            Self::Data => f.write_str("data"),
            Self::Map(keys, values) => write!(f, "{{ keys = \"{keys}\", values = \"{values}\" }}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_printed_as_it_is_read() {
        let rules = [
            "keep",
            "words:modes",
            "always:F",
            "text",
            "shape",
            "pseudonym:email",
            "pseudonym:id:user",
            "date:month-shift",
            "placeholder:client-id",
            "media-type",
            "target",
            "drop",
            "model:Envelope|AuthError",
            "data",
        ];
        for text in rules {
            assert_eq!(Rule::read(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_rule_is_told_what_would_be_one() {
        for text in [
            "",
            "kept",
            "words:",
            "words",
            "pseudonym:id",
            "date:year-shift",
            "placeholder:x",
        ] {
            assert!(Rule::read(text).is_err(), "{text}");
        }
    }
}
