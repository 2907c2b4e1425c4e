//! Fields as a JSON object, from a file or stdin.

use std::{collections::BTreeMap, path::PathBuf};

use eloomi::wire::{Extra, RawJson, decode};

use super::{Changes, Flag, Writes, changes::flags};
use crate::{exit::Exit, failure::Failure, text_file::TextFile};

const FILE: TextFile = TextFile {
    named_by: "--input",
    longest: 1024 * 1024,
    exit: Exit::Usage,
};

/// The fields that the object holds, as they stand there.
pub(super) async fn read<W: Writes>(
    path: PathBuf,
) -> Result<Vec<(&'static Flag, RawJson)>, Failure> {
    let text = FILE.read_or_stdin(path).await?;
    fields::<W>(text.as_bytes())
}

pub(super) fn fields<W: Writes>(json: &[u8]) -> Result<Vec<(&'static Flag, RawJson)>, Failure> {
    let refused = |error| Failure::usage("--input cannot be read").cause(&error);
    let changes: W::Changes = decode(json).map_err(refused)?;
    none_left::<W::Changes>(changes.extra(), "")?;
    for (parent, extra) in changes.inner() {
        none_left::<W::Changes>(extra, parent)?;
    }
    let values: BTreeMap<String, RawJson> = decode(json).map_err(refused)?;
    let mut fields: Vec<(&Flag, _)> = Vec::new();
    for (name, value) in values {
        let field = field::<W>(&name, value)?;
        // In another spelling, and null, which the model passes over.
        if fields.iter().any(|(other, _)| other.name == field.0.name) {
            return Err(twice(&name));
        }
        fields.push(field);
    }
    Ok(fields)
}

/// A field that the model knows.
fn field<W: Writes>(name: &str, value: RawJson) -> Result<(&'static Flag, RawJson), Failure> {
    let refused = |why| Failure::usage(format!("--input: `{name}` {why}"));
    let is_meant = |flag: &&Flag| flag.wire_names::<W::Changes>().contains(&name);
    match flags::<W>().find(is_meant) {
        None => Err(refused("is no field that this command writes")),
        Some(flag) if !value.is_null() => Ok((flag, value)),
        Some(flag) if flag.can_be_emptied::<W::Changes>() => Ok((flag, flag.empty()?)),
        Some(_) => Err(refused("cannot be emptied")),
    }
}

/// What the model has no place for: names it does not know, and those that came twice.
fn none_left<C: Changes>(extra: &Extra, parent: &str) -> Result<(), Failure> {
    let Some((name, _)) = extra.iter().next() else {
        return Ok(());
    };
    let is_meant = |flag: &Flag| flag.wire_names::<C>().contains(&name);
    let is_known = C::FLAGS.iter().any(is_meant);
    let failure = if !is_name(name) {
        Failure::usage(format!(
            "--input: a name in {parent}{{…}} is that of no field"
        ))
    } else if is_known && parent.is_empty() {
        twice(name)
    } else {
        Failure::usage(format!(
            "--input: `{parent}{name}` is no field that can be written"
        ))
    };
    let command = C::written_by();
    Err(failure.hint(format!("`{command} --help` names the fields")))
}

fn twice(name: &str) -> Failure {
    Failure::usage(format!("--input: `{name}` stands there twice"))
}

/// Whether it can be the name of a field, and not, say, a person that got into its place.
fn is_name(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    name.len() <= 40 && name.bytes().all(plain)
}
