//! The command line.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};

use crate::commands::Command;

/// eloomi on the command line.
#[derive(Debug, Parser)]
#[command(
    name = "eloomi",
    version,
    about = "eloomi on the command line: people, units, teams, courses and more, over the eloomi People\nREST API v3.",
    help_template = TEMPLATE,
    before_help = EXAMPLES,
    after_help = AFTER_HELP,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    subcommand_required = true
)]
pub(crate) struct Arguments {
    /// What goes for every command.
    #[command(flatten)]
    pub(crate) general: General,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What goes for every command.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Options for every command")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "flags are independent of each other"
)]
pub(crate) struct General {
    /// Ask a simulator that lives as long as this command, instead of eloomi
    #[arg(long, global = true, conflicts_with = "base_url")]
    pub(crate) sim: bool,

    /// Ask the service at this address, instead of the real one
    #[arg(
        long,
        global = true,
        value_name = "URL",
        help = "Ask the service at this address, without /v3 [default: https://api.eloomi.com; the directory has none]"
    )]
    pub(crate) base_url: Option<String>,

    /// Whose login of `auth login` to use [default: default]
    #[arg(long, global = true, value_name = "NAME", conflicts_with = "sim")]
    pub(crate) profile: Option<String>,

    /// Keep logins in plain files below this directory, unencrypted, and not in the keyring
    #[arg(long, global = true, value_name = "DIRECTORY", conflicts_with = "sim")]
    pub(crate) insecure_storage: Option<PathBuf>,

    /// How to print: a table for people, or an export for programs
    #[arg(long, global = true, value_enum, value_name = "FORMAT", default_value_t = Format::Table)]
    pub(crate) format: Format,

    /// Show in tables and messages what is masked otherwise: e-mail, phone, birthday, address, progress
    #[arg(long, global = true)]
    pub(crate) show_personal: bool,

    /// Leave CSV cells as they are, also those that a spreadsheet takes for a formula
    #[arg(long, global = true)]
    pub(crate) csv_exact: bool,

    /// Ask nothing; a command that must ask is refused
    #[arg(long, global = true)]
    pub(crate) no_input: bool,

    /// How often to send a request that fails and may be repeated; 1 for once
    #[arg(long, global = true, value_name = "COUNT", default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=10))]
    pub(crate) attempts: u32,

    /// Say nothing on stderr but errors, and that a simulator answers or nothing is sent
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

/// How to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Columns for people, personal fields masked; printed at the end
    Table,
    /// One JSON array (of one thing: an object), printed as it arrives
    Json,
    /// One JSON object per line, printed as it arrives
    Ndjson,
    /// Comma-separated, with a heading line, printed as it arrives
    Csv,
}

/// Help leads with examples, which stand in `before_help`.
pub(crate) const TEMPLATE: &str =
    "{about-with-newline}\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

const EXAMPLES: &str = "\
Examples:
  eloomi --sim users list                        try it: invented people, no account
  eloomi --sim users get employee:E0002
  eloomi users list --mode active                your tenant; see Environment
  eloomi users list --format csv > people.csv
  eloomi users update 40 --level 5 --dry-run     what would be sent; sends nothing
  eloomi --sim units tree                        units, and how they hang together
  eloomi --sim directory users list              the LvConnect staff directory
  eloomi auth login 200                          keeps the secret in the keyring
  eloomi api GET /v3/skills                      any request, for what has no command
  eloomi sim serve                               a simulator for your own programs";

const AFTER_HELP: &str = "\
Environment (a flag wins over a variable):
  ELOOMI_CLIENT_ID           number of your API client
  ELOOMI_CLIENT_SECRET       its secret; never an argument, where others could read it
  ELOOMI_CLIENT_SECRET_FILE  or a file that holds the secret and nothing else
  ELOOMI_BASE_URL            as --base-url
  LVCONNECT_…                the same four for the staff directory, and LVCONNECT_SCOPE, what its
                             tokens are to be good for; of one service never used for the other
  ELOOMI_PROFILE             as --profile
  ELOOMI_INSECURE_STORAGE    as --insecure-storage
  ELOOMI_NO_INPUT            as --no-input, whatever its value
  XDG_STATE_HOME             where commands share the rate limit [default: ~/.local/state]
  HTTPS_PROXY, ALL_PROXY, NO_PROXY, NO_COLOR, COLUMNS   as usual

Exit codes:
    0  done; an empty list is done, too
    1  failed
    2  the command or a setting is wrong
    4  credentials are missing or were refused
    5  done in part; what is left out is named on stderr
    7  out of time or rate budget; later it may work
    9  not found
  130  interrupted

Where the environment names no client, the login of `eloomi auth login` is used.

Data goes to stdout, everything else to stderr. What JSON and CSV hold is kept stable; what
tables look like is not.";
