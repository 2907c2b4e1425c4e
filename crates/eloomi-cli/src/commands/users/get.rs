//! `eloomi users get`.

use eloomi::GetUser;

use super::{
    person::{self, Person},
    shown,
};
use crate::{
    arguments::{General, TEMPLATE},
    connection::Connection,
    failure::Stop,
};

/// Show one person, with all fields that are set
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim users get 80001
  eloomi --sim users get employee:E0002 --show-personal
  eloomi users get email:jane@example.com --format json")]
pub(crate) struct Get {
    #[command(flatten)]
    person: Person,
}

impl Get {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let request = GetUser::new(self.person.key()?);
        let connection = Connection::open(general).await?;
        let user = connection.client.send(request).await;
        shown::print(&user.map_err(person::failed)?, general, &connection)
    }
}
