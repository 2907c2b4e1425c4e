//! Id, secret and password, however they are given: never as arguments, but for the id.

use std::path::PathBuf;

use crate::{
    arguments::General,
    exit::Exit,
    failure::Failure,
    prompt,
    text_file::{TextFile, without_line_end},
};

/// How the client and its secret are given.
#[derive(Debug, clap::Args)]
pub(super) struct Given {
    /// Client id; asked for if it is left out
    #[arg(value_name = "CLIENT_ID")]
    client_id: Option<String>,

    /// Read the secret from stdin
    #[arg(long, conflicts_with = "secret_file")]
    secret_stdin: bool,

    /// Read the secret from this file, which nobody else may read (mode 0600)
    #[arg(long, value_name = "FILE")]
    secret_file: Option<PathBuf>,

    /// Read the password of --user from this file, which nobody else may read (mode 0600)
    #[arg(long, value_name = "FILE", requires = "user")]
    password_file: Option<PathBuf>,
}

impl Given {
    /// The client id.
    pub(super) async fn client_id(&self, general: &General) -> Result<String, Failure> {
        if let Some(id) = &self.client_id {
            return some(id, "the client id");
        }
        refuse_unasked(general, "a client id", "eloomi auth login CLIENT_ID")?;
        let id = prompt::line("client id: ").await;
        some(&id.map_err(|error| unread(&error))?, "the client id")
    }

    /// The secret.
    pub(super) async fn secret(&self, general: &General) -> Result<String, Failure> {
        let file = |named_by| TextFile {
            named_by,
            longest: 64 * 1024,
            exit: Exit::Credentials,
        };
        if self.secret_stdin {
            let text = file("--secret-stdin").read_or_stdin("-".into()).await?;
            return some(without_line_end(&text), "the secret");
        }
        if let Some(path) = &self.secret_file {
            let text = file("--secret-file").read_private(path)?;
            return some(without_line_end(&text), "the secret");
        }
        hidden(
            general,
            "client secret",
            "--secret-stdin or --secret-file FILE",
        )
        .await
    }

    /// The password of a person.
    pub(super) async fn password(&self, general: &General) -> Result<String, Failure> {
        if let Some(path) = &self.password_file {
            let file = TextFile {
                named_by: "--password-file",
                longest: 64 * 1024,
                exit: Exit::Credentials,
            };
            let text = file.read_private(path)?;
            return some(without_line_end(&text), "the password");
        }
        hidden(general, "password", "--password-file FILE").await
    }
}

async fn hidden(general: &General, what: &str, way: &str) -> Result<String, Failure> {
    refuse_unasked(general, &format!("a {what}"), way)?;
    let typed = prompt::hidden(&format!("{what} (not shown): ")).await;
    let typed = typed.map_err(|error| unread(&error).hint(way))?;
    some(without_line_end(&typed), &format!("the {what}"))
}

fn refuse_unasked(general: &General, what: &str, way: &str) -> Result<(), Failure> {
    if prompt::can_ask(general)? {
        return Ok(());
    }
    Err(Failure::usage(format!("{what} is needed, and nobody can be asked")).hint(way))
}

fn unread(error: &std::io::Error) -> Failure {
    Failure::new(Exit::Failed, "the terminal gives no answer").cause(error)
}

/// The text, without blanks around it that came by copying, unless nothing is left.
fn some(text: &str, what: &str) -> Result<String, Failure> {
    match text.trim() {
        "" => Err(Failure::new(Exit::Credentials, format!("{what} is empty"))),
        _ if what == "the client id" => Ok(text.trim().into()),
        _ => Ok(text.into()),
    }
}
