//! All ways to give fields, put together.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use eloomi::model::UserChanges;

use super::{FLAGS, Flags, flag::Flag, input, values::Values};
use crate::{
    exit::Exit,
    failure::Failure,
    text_file::{TextFile, without_line_end},
};

const PASSWORD: TextFile = TextFile {
    named_by: "--password-file",
    longest: 64 * 1024,
    exit: Exit::Usage,
};

/// The fields of a person that a command line gives.
#[derive(Debug, clap::Args)]
pub(in super::super) struct Given {
    /// Read fields from a JSON object in a file.
    #[arg(
        long,
        value_name = "FILE",
        help = "Read fields from this file, or - for stdin: {\"first_name\": \"Jane\", …}"
    )]
    input: Option<PathBuf>,

    /// Empty this field; may stand more than once
    #[arg(
        long,
        value_name = "FIELD",
        value_delimiter = ',',
        hide_possible_values = true,
        value_parser = clearable()
    )]
    clear: Vec<&'static Flag>,

    /// Print what would be sent, and send nothing
    #[arg(long)]
    pub(in super::super) dry_run: bool,

    #[command(flatten)]
    flags: Flags,
}

fn clearable() -> impl TypedValueParser<Value = &'static Flag> {
    let flags = FLAGS.iter().filter(|flag| flag.can_be_emptied());
    let values = flags.map(|flag| PossibleValue::new(flag.long()).alias(flag.name));
    PossibleValuesParser::new(values).try_map(|name| {
        let name = name.replace('-', "_");
        let flag = FLAGS.iter().find(|flag| flag.name == name);
        flag.ok_or("it is no field")
    })
}

impl Given {
    /// The fields.
    pub(in super::super) async fn changes(self) -> Result<UserChanges, Failure> {
        let mut values = Values::default();
        let Flags { typed, password } = self.flags;
        if let Some(path) = self.input {
            if password.as_ref().is_some_and(|(_, path)| is_stdin(path)) && is_stdin(&path) {
                let refused = "--input and --password-file cannot both be stdin";
                return Err(Failure::usage(refused));
            }
            for (flag, value) in input::read(path).await? {
                values.set(flag, value, "--input".into())?;
            }
        }
        for (flag, texts) in typed {
            values.set_typed(flag, &texts)?;
        }
        if let Some((flag, path)) = password {
            let text = PASSWORD.read_or_stdin(path).await?;
            values.set_typed(flag, &[without_line_end(&text).into()])?;
        }
        for flag in self.clear {
            values.clear(flag)?;
        }
        values.changes()
    }

    /// Takes an address that stands by itself for `--email`, which cannot be there, too.
    pub(in super::super) fn with_email(mut self, email: Option<String>) -> Self {
        let flag = FLAGS.iter().find(|flag| flag.name == "email");
        if let Some((flag, email)) = flag.zip(email) {
            self.flags.typed.push((flag, vec![email]));
        }
        self
    }
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}
