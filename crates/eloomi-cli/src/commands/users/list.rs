//! `eloomi users list`.

use clap::builder::PossibleValuesParser;
use eloomi::{ErrorKind, ListUsers, UserMode};

use crate::{
    arguments::{General, TEMPLATE},
    failure::{Failure, Stop},
    verbs::{list, paging::Paging},
};

/// List people
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim users list
  eloomi --sim users list --mode active --max 10
  eloomi users list --format csv > people.csv
  eloomi users list --format ndjson | jq -r .email", after_help = "\
A table is printed when the list is complete. The other formats print each person as it
arrives; if the list breaks off, what is printed stays, a JSON array stays open, and the
exit code is not 0.")]
pub(crate) struct List {
    /// Only people in this state
    #[arg(long, value_name = "MODE", default_value_t = UserMode::All, value_parser = modes())]
    mode: UserMode,

    /// Only people with this employee id
    #[arg(long, value_name = "ID")]
    employee_id: Option<String>,

    /// Ask for everybody in one answer
    #[arg(long, conflicts_with = "per_page")]
    unpaged: bool,

    #[command(flatten)]
    paging: Paging,
}

fn modes() -> impl clap::builder::TypedValueParser<Value = UserMode> {
    use clap::builder::TypedValueParser as _;
    PossibleValuesParser::new(UserMode::VALUES.iter().map(|mode| mode.as_str()))
        .try_map(|mode| mode.parse::<UserMode>())
}

impl List {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let failed = |error| self.failed(error);
        list::run(self.request(), self.paging.max, general, failed).await
    }

    fn request(&self) -> ListUsers {
        let mut request = ListUsers::new().mode(self.mode);
        if let Some(employee_id) = &self.employee_id {
            request = request.employee_id(employee_id);
        }
        if self.unpaged {
            return request.unpaged();
        }
        self.paging.of(request, ListUsers::per_page)
    }

    fn failed(&self, error: eloomi::Error) -> Failure {
        let repeated = error.kind() == ErrorKind::PageRepeated;
        let failure = Failure::from(error);
        if repeated && !self.unpaged {
            failure.hint("--unpaged, which asks for everybody in one answer")
        } else {
            failure
        }
    }
}
