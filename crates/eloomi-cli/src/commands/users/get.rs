//! `eloomi users get`.

use eloomi::{GetUser, UserKey, model::UserKeyError};

use crate::{
    arguments::{General, TEMPLATE},
    connection::Connection,
    failure::{Failure, Stop},
    output::Output,
};

/// Show one person, with all fields that are set
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim users get 80001
  eloomi --sim users get employee:E0002 --show-personal
  eloomi users get email:jane@example.com --format json")]
pub(crate) struct Get {
    /// The person: ID, employee:E0052 or email:jane@example.com
    // Text, because clap would repeat in its message what it cannot read.
    #[arg(value_name = "PERSON")]
    person: String,
}

impl Get {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let person: UserKey = self
            .person
            .parse()
            .map_err(|error: UserKeyError| Failure::usage(error.to_string()))?;
        let connection = Connection::open(general).await?;
        let user = connection
            .client
            .send(GetUser::new(person))
            .await
            .map_err(|error| {
                let nobody = error.is_not_found();
                let failure = Failure::from(error);
                if nobody {
                    failure.hint("`eloomi users list` shows who there is")
                } else {
                    failure
                }
            })?;
        let mut output = Output::one(general);
        output.write(&user)?;
        output.finish()?;
        output.close(general, &output.tally(), &connection);
        Ok(())
    }
}
