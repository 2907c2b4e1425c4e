//! `eloomi api`.

mod answer;
mod dry_run;
mod fields;
mod format;
mod message;
mod method;
mod pages;
mod path;

use eloomi::{
    Endpoint, List as _, RawList, RawRequest,
    bytes::Bytes,
    http::{Method, Request},
};

use self::format::NamedFormat;
use crate::{
    arguments::{General, TEMPLATE},
    confirmation::Deletion,
    connection::Connection,
    failure::{Failure, Stop},
    members::Members,
    output::Json,
    service::Service,
};

/// Send any request, for what has no command of its own
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, before_help = "\
Examples:
  eloomi --sim api GET /v3/users -f mode=active -f per_page=3
  eloomi --sim api GET /v3/users --paginate --format ndjson
  eloomi --sim api PATCH /v3/users/80002 -f title=Architect -F level=5 --include
  eloomi api GET '/v3/goals?page=1'                  quoted, because shells read ? as a pattern
  eloomi api POST /v3/units --input unit.json --dry-run", after_help = "\
The body of the answer is printed as it came, whatever its status; the exit code says how it
went, as for other commands, and a 204 is a success. Nothing is masked.

With GET, HEAD, OPTIONS and DELETE, and beside --input, -f goes into the query.

--paginate asks for page 1, 2 and so on, 100 items each unless `per_page` says otherwise, until
a page is empty. An item that came before, word for word, is not printed again; a page of such
items is the end, too, with a note. The items are one JSON array, or with --format ndjson one
per line, and are printed as they arrive.

Other users of a machine can read command lines, and a shell keeps them; --input keeps personal
data out of both.")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "flags are independent of each other"
)]
pub(crate) struct Api {
    /// Method of the request, in capitals or not
    #[arg(value_name = "METHOD", ignore_case = true, value_parser = method::parser())]
    method: Method,

    /// Path, from /v3/ on, and perhaps a query, both percent-encoded
    // Text, because clap would repeat in its message what it cannot read.
    #[arg(value_name = "PATH")]
    path: String,

    #[command(flatten)]
    members: Members,

    /// Ask for page after page, and print the items of all
    #[arg(long, conflicts_with = "include")]
    paginate: bool,

    /// Print the status and the headers of the answer first
    #[arg(long, short)]
    include: bool,

    /// Do not ask before a DELETE
    #[arg(long, short)]
    yes: bool,

    /// Print what would be sent, and send nothing
    #[arg(long)]
    dry_run: bool,

    #[command(flatten)]
    format: NamedFormat,
}

impl Api {
    pub(super) async fn run(self, general: &General) -> Result<(), Stop> {
        let json = self.format.json(self.paginate)?;
        if self.paginate && self.method != Method::GET {
            return Err(Failure::usage("--paginate goes with GET alone").into());
        }
        path::check(&self.path)?;
        let request = fields::request(&self.members, &self.method, &self.path).await?;
        if self.paginate {
            self.pages(&request, json, general).await
        } else {
            self.one(request, general).await
        }
    }

    /// Prints the items of all pages.
    async fn pages(&self, request: &RawRequest, json: Json, general: &General) -> Result<(), Stop> {
        let target = written(request)?.uri().to_string();
        let list = RawList::new(target).for_stream();
        let first = written(&list)?;
        if self.dry_run {
            return dry_run::print(&first);
        }
        pages::print(list, json, general).await
    }

    /// Prints one answer.
    async fn one(&self, request: RawRequest, general: &General) -> Result<(), Stop> {
        let written = written(&request)?;
        if self.dry_run {
            return dry_run::print(&written);
        }
        let deletion = (self.method == Method::DELETE).then(|| self.deletion());
        if let Some(deletion) = &deletion {
            deletion.refuse_unasked(general)?;
        }
        let connection = Connection::open(Service::Eloomi, general).await?;
        if let Some(deletion) = &deletion {
            deletion.confirm(general).await?;
        }
        answer::print(request, self.include, general, &connection).await
    }

    fn deletion(&self) -> Deletion<'_> {
        Deletion {
            doing: "a DELETE",
            again: "the path",
            typed: &self.path,
            advice: None,
            is_meant: self.yes,
        }
    }
}

fn written(request: &impl Endpoint) -> Result<Request<Bytes>, Failure> {
    request.request().map_err(|error| path::refused(&error))
}
