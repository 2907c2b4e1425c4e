//! Fields as a JSON object, from a file or stdin.

use std::{collections::BTreeMap, path::PathBuf};

use eloomi::{
    model::UserChanges,
    wire::{Extra, RawJson, decode},
};

use super::{FLAGS, flag::Flag};
use crate::{exit::Exit, failure::Failure, text_file::TextFile};

const FILE: TextFile = TextFile {
    named_by: "--input",
    longest: 1024 * 1024,
    exit: Exit::Usage,
};

/// The fields that the object holds, as they stand there.
pub(super) async fn read(path: PathBuf) -> Result<Vec<(&'static Flag, RawJson)>, Failure> {
    let text = FILE.read_or_stdin(path).await?;
    fields(text.as_bytes())
}

fn fields(json: &[u8]) -> Result<Vec<(&'static Flag, RawJson)>, Failure> {
    let refused = |error| Failure::usage("--input cannot be read").cause(&error);
    let changes: UserChanges = decode(json).map_err(refused)?;
    none_left(&changes.extra, "")?;
    if let Some(prompts) = &changes.prompts {
        none_left(&prompts.extra, "prompts.")?;
    }
    let mut values: BTreeMap<String, RawJson> = decode(json).map_err(refused)?;
    let fields = FLAGS.iter();
    let fields = fields.filter_map(|flag| Some((flag, values.remove(flag.name)?)));
    fields
        .map(|(flag, value)| {
            if value.is_null() && !flag.can_be_emptied() {
                let message = format!("--input: `{}` cannot be emptied", flag.name);
                return Err(Failure::usage(message));
            }
            Ok((flag, value))
        })
        .collect()
}

/// What the model has no place for: names it does not know, and those that came twice.
fn none_left(extra: &Extra, parent: &str) -> Result<(), Failure> {
    let Some((name, _)) = extra.iter().next() else {
        return Ok(());
    };
    let is_known = FLAGS.iter().any(|flag| flag.name == name);
    let message = if !is_name(name) {
        format!("--input: a name in {parent}{{…}} is that of no field")
    } else if is_known && parent.is_empty() {
        format!("--input: `{name}` stands there twice")
    } else {
        format!("--input: `{parent}{name}` is no field that can be written")
    };
    Err(Failure::usage(message).hint("`eloomi users update --help` names the fields"))
}

/// Whether it can be the name of a field, and not, say, a person that got into its place.
fn is_name(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    name.len() <= 40 && name.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(json: &str) -> String {
        fields(json.as_bytes()).err().unwrap().message
    }

    #[test]
    fn what_stands_there_is_kept_as_it_is() {
        let fields = fields(br#"{"title":null,"department_id":["7"]}"#).unwrap();
        let fields = fields.iter().map(|(flag, json)| (flag.name, json.as_str()));
        let expected = [("department_id", r#"["7"]"#), ("title", "null")];
        assert_eq!(fields.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_cannot_be_sent_is_refused_by_name() {
        assert!(refusal(r#"{"titel":"a"}"#).contains("`titel` is no field"));
        assert!(refusal(r#"{"title":"a","title":"b"}"#).contains("`title` stands there twice"));
        assert!(refusal(r#"{"prompts":{"shoe":true}}"#).contains("`prompts.shoe`"));
        assert!(refusal(r#"{"prompts":null}"#).contains("`prompts` cannot be emptied"));
    }

    #[test]
    fn a_person_in_the_wrong_place_is_not_quoted() {
        assert!(!refusal(r#"{"canary@example.com":1}"#).contains("canary"));
        let error = fields(br#"{"phone":["Canary"]}"#).err().unwrap();
        assert!(!format!("{error:?}").contains("Canary"));
    }
}
