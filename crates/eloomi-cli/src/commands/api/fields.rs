//! What a request carries: in its query or in its body.

use std::{collections::BTreeMap, path::PathBuf};

use eloomi::{RawRequest, http::Method, wire::RawJson};

use super::method;
use crate::{exit::Exit, failure::Failure, text_file::TextFile};

const INPUT: TextFile = TextFile {
    named_by: "--input",
    longest: 32 * 1024 * 1024,
    exit: Exit::Usage,
};

/// The fields and the body that a command line gives.
#[derive(Debug, clap::Args)]
pub(super) struct Fields {
    /// Text in the JSON body; with GET, HEAD, OPTIONS, DELETE or --input, in the query
    #[arg(long = "field", short = 'f', value_name = "KEY=VALUE")]
    texts: Vec<String>,

    /// Any JSON in the body: level=5, active=true, title=null, teams=[7,9]
    #[arg(long = "json-field", short = 'F', value_name = "KEY=JSON")]
    values: Vec<String>,

    /// Send this JSON file as the body, or - for stdin
    #[arg(long, value_name = "FILE")]
    input: Option<PathBuf>,
}

impl Fields {
    /// The request with all of it.
    pub(super) async fn request(&self, method: &Method, path: &str) -> Result<RawRequest, Failure> {
        let is_body = method::has_body(method) && self.input.is_none();
        if self.input.is_some() && method.is_safe() {
            let message = format!("{method} has no body, so --input has no place");
            return Err(Failure::usage(message));
        }
        let mut request = RawRequest::new(method.clone(), path);
        if let Some(path) = &self.input {
            let text = INPUT.read_or_stdin(path.clone()).await?;
            let json = RawJson::parse(&text)
                .map_err(|error| Failure::usage("what --input names is not JSON").cause(&error))?;
            request = request.json(json.as_str().to_owned());
        }
        if is_body {
            return Ok(match body(&self.texts, &self.values)? {
                Some(json) => request.json(json),
                None => request,
            });
        }
        if !self.values.is_empty() {
            let message = "-F is for the body, and here fields go into the query";
            return Err(Failure::usage(message).hint("-f KEY=VALUE"));
        }
        for field in &self.texts {
            let (key, value) = split(field, "-f takes KEY=VALUE")?;
            request = request.query(key, Some(value));
        }
        Ok(request)
    }
}

/// An object of the fields, if there are any.
fn body(texts: &[String], values: &[String]) -> Result<Option<String>, Failure> {
    let mut members = BTreeMap::new();
    for field in texts {
        let (key, text) = split(field, "-f takes KEY=VALUE")?;
        add(&mut members, key, written(text)?)?;
    }
    for field in values {
        let (key, json) = split(field, "-F takes KEY=JSON")?;
        let json = RawJson::parse(json).map_err(|error| {
            Failure::usage("-F takes KEY=JSON, and this is not JSON")
                .cause(&error)
                .hint("-f, if it is text")
        })?;
        add(&mut members, key, json)?;
    }
    if members.is_empty() {
        return Ok(None);
    }
    Ok(Some(written(&members)?.as_str().into()))
}

fn add<'a>(
    members: &mut BTreeMap<&'a str, RawJson>,
    key: &'a str,
    value: RawJson,
) -> Result<(), Failure> {
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
