//! All ways to give fields, put together.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::{Changes, Flag, Writes, changes::flags, flags::Flags, input, values::Values};
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

/// The fields that a command line gives for a request.
#[derive(Debug, clap::Args)]
pub(crate) struct Given<W: Writes> {
    /// Read fields from a JSON object in a file.
    #[arg(
        long,
        value_name = "FILE",
        help = format!("Read fields from this file, or - for stdin: {}", <W::Changes as Changes>::INPUT)
    )]
    input: Option<PathBuf>,

    /// Empty this field; may stand more than once
    #[arg(
        long,
        value_name = "FIELD",
        value_delimiter = ',',
        hide_possible_values = true,
        value_parser = clearable::<W>()
    )]
    clear: Vec<&'static Flag>,

    /// Print what would be sent, and send nothing
    #[arg(long)]
    pub(crate) dry_run: bool,

    #[command(flatten)]
    flags: Flags<W>,
}

fn clearable<W: Writes>() -> impl TypedValueParser<Value = &'static Flag> {
    let flags = || flags::<W>().filter(|flag| flag.can_be_emptied::<W::Changes>());
    let values = flags().map(|flag| PossibleValue::new(flag.long()).alias(flag.name));
    PossibleValuesParser::new(values).try_map(move |name| {
        let flag = flags().find(|flag| flag.name == name || flag.long() == name);
        flag.ok_or("it is no field")
    })
}

impl<W: Writes> Given<W> {
    /// The fields.
    pub(crate) async fn changes(self) -> Result<W::Changes, Failure> {
        let mut values = Values::default();
        let Flags {
            typed, password, ..
        } = self.flags;
        if let Some(path) = self.input {
            if password.as_ref().is_some_and(|(_, path)| is_stdin(path)) && is_stdin(&path) {
                let refused = "--input and --password-file cannot both be stdin";
                return Err(Failure::usage(refused));
            }
            for (flag, value) in input::read::<W>(path).await? {
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

    /// Takes a value that stands by itself for that of a flag, which cannot be there, too.
    pub(crate) fn with(mut self, name: &'static str, value: Option<String>) -> Self {
        let flag = flags::<W>().find(|flag| flag.name == name);
        if let Some((flag, value)) = flag.zip(value) {
            self.flags.typed.push((flag, vec![value]));
        }
        self
    }
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}
