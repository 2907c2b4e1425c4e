//! Members of a JSON object, as a command line gives them of what has no fields that we know.

use std::{collections::BTreeMap, path::PathBuf};

use eloomi::wire::{Extra, RawJson, Text};

use crate::{exit::Exit, failure::Failure, text_file::TextFile};

const INPUT: TextFile = TextFile {
    named_by: "--input",
    longest: 32 * 1024 * 1024,
    exit: Exit::Usage,
};

/// What is given, and where.
#[derive(Debug, clap::Args)]
pub(crate) struct Members {
    /// Text in the JSON body: name=Berlin
    #[arg(long = "field", short = 'f', value_name = "KEY=VALUE")]
    texts: Vec<String>,

    /// Any JSON in the body: level=5, active=true, title=null, teams=[7,9]
    #[arg(long = "json-field", short = 'F', value_name = "KEY=JSON")]
    values: Vec<String>,

    /// Send this JSON file as the body, or - for stdin
    #[arg(long, value_name = "FILE")]
    input: Option<PathBuf>,
}

impl Members {
    /// Whether a file is named.
    pub(crate) fn has_input(&self) -> bool {
        self.input.is_some()
    }

    /// Whether any member is given as JSON.
    pub(crate) fn has_values(&self) -> bool {
        !self.values.is_empty()
    }

    /// The members that are texts.
    pub(crate) fn texts(&self) -> impl Iterator<Item = Result<(&str, &str), Failure>> {
        self.texts
            .iter()
            .map(|text| split(text, "-f takes KEY=VALUE"))
    }

    /// What the file holds, if one is named.
    pub(crate) async fn input(&self) -> Result<Option<RawJson>, Failure> {
        let Some(path) = &self.input else {
            return Ok(None);
        };
        let text = INPUT.read_or_stdin(path.clone()).await?;
        let json = RawJson::parse(&text);
        json.map(Some)
            .map_err(|error| Failure::usage("what --input names is not JSON").cause(&error))
    }

    /// An object of the members that stand on the command line, if there are any.
    pub(crate) fn object(&self) -> Result<Option<RawJson>, Failure> {
        self.beside(Extra::default())
    }

    /// An object of these and of those in the file, if there are any.
    pub(crate) async fn whole_object(&self) -> Result<Option<RawJson>, Failure> {
        let Some(json) = self.input().await? else {
            return self.object();
        };
        let members = json.to();
        self.beside(members.map_err(|_| Failure::usage("what --input names is no JSON object"))?)
    }

    fn beside(&self, others: Extra) -> Result<Option<RawJson>, Failure> {
        let mut members = BTreeMap::new();
        for (key, value) in others {
            add(&mut members, key, value)?;
        }
        for text in self.texts() {
            let (key, text) = text?;
            add(&mut members, key.into(), written(text)?)?;
        }
        for value in &self.values {
            let (key, json) = split(value, "-F takes KEY=JSON")?;
            let json = RawJson::parse(json).map_err(|error| {
                Failure::usage("-F takes KEY=JSON, and this is not JSON")
                    .cause(&error)
                    .hint("-f, if it is text")
            })?;
            add(&mut members, key.into(), json)?;
        }
        if members.is_empty() {
            return Ok(None);
        }
        written(&members).map(Some)
    }
}

fn add(members: &mut BTreeMap<Text, RawJson>, key: Text, value: RawJson) -> Result<(), Failure> {
    match members.insert(key, value) {
        None => Ok(()),
        Some(_) => Err(Failure::usage(
            "a field is given twice, and which one counts nobody can tell",
        )
        .hint("a list is one field: -F 'teams=[7,9]'")),
    }
}

fn split<'a>(field: &'a str, form: &'static str) -> Result<(&'a str, &'a str), Failure> {
    let pair = field.split_once('=').filter(|(key, _)| !key.is_empty());
    pair.ok_or_else(|| Failure::usage(form))
}

fn written<T: serde::Serialize + ?Sized>(value: &T) -> Result<RawJson, Failure> {
    RawJson::from_serialize(value)
        .map_err(|error| Failure::usage("the fields cannot be written").cause(&error))
}
