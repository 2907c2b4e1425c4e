//! `eloomi directory users list`.

use lvconnect::{ListUsers, UserId};

use crate::{
    arguments::{General, TEMPLATE},
    failure::{Failure, Stop},
    verbs::{list, paging::Paging},
    which,
};

/// List people, those who have left too
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim directory users list
  eloomi --sim directory users list --max 5 --format json
  eloomi directory users list --search 'tess ada'
  eloomi directory users list --email ada@example.com --format json
  eloomi directory users list --format csv > people.csv", after_help = "\
--search finds everybody of whose first or last name one of its words is a part. --email is taken
to the letter, capitals too; an address of more than 50 characters cannot be looked for. Who is
missing among --ids is missing without a word.

A table is printed when the list is complete. The other formats print each person as it
arrives; if the list breaks off, what is printed stays, a JSON array stays open, and the
exit code is not 0.")]
pub(crate) struct List {
    /// Only people of whose name one of these words is a part
    #[arg(long, value_name = "WORDS")]
    search: Option<String>,

    /// Only the person with this address
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,

    /// Only people with these ids
    // Text, because clap would repeat in its message what it cannot read.
    #[arg(
        long,
        value_name = "ID,…",
        value_delimiter = ',',
        conflicts_with_all = ["search", "email"]
    )]
    ids: Vec<String>,

    #[command(flatten)]
    paging: Paging,
}

impl List {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let request = self.request()?;
        list::run(request, self.paging.max, general, Failure::from).await
    }

    fn request(&self) -> Result<ListUsers, Failure> {
        let mut request = ListUsers::new();
        if let Some(words) = given(self.search.as_ref(), "--search")? {
            request = request.search(words);
        }
        if let Some(address) = given(self.email.as_ref(), "--email")? {
            request = request.email(address);
        }
        if !self.ids.is_empty() {
            let ids: Result<Vec<UserId>, _> = self.ids.iter().map(|id| which::key(id)).collect();
            request = request.ids(ids?);
        }
        Ok(self.paging.of(request, ListUsers::limit))
    }
}

/// What a flag was given. Nothing would list everybody: a variable that is not set, most likely.
fn given<'a>(text: Option<&'a String>, flag: &str) -> Result<Option<&'a str>, Failure> {
    match text.map(String::as_str) {
        Some("") => Err(Failure::usage(format!("{flag} is empty"))),
        text => Ok(text),
    }
}
