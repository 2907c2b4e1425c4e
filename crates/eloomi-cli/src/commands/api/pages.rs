//! Printing a list page after page.

use eloomi::{ErrorKind, RawList};

use crate::{
    arguments::General,
    connection::Connection,
    failure::{Failure, Stop},
    output::{Json, Output},
    service::Service,
    verbs::list,
};

/// What is to be said of a list that ends with a page of nothing new. Pages are documented for
/// people alone.
const REPEATED: &str = "the last page held nothing new and is taken for the end: either this is the \
    whole list, or the service ignores `page`, which of people it must not";

/// Prints the items of all pages, and what they cost.
pub(super) async fn print(list: RawList, json: Json, general: &General) -> Result<(), Stop> {
    let connection = Connection::open(Service::Eloomi, general).await?;
    let items = connection.session.stream(list);
    let output = Output::json(json, counted);
    list::print(items, None, output, general, &connection, judged).await
}

fn judged(error: eloomi::Error) -> Result<&'static str, Failure> {
    match error.kind() {
        ErrorKind::PageRepeated => Ok(REPEATED),
        ErrorKind::Decode => {
            let hint = "the same without --paginate, which takes nothing but a list in `data`";
            Err(Failure::from(error).hint(hint))
        }
        _ => Err(error.into()),
    }
}

fn counted(count: u64) -> String {
    match count {
        1 => "1 item".into(),
        _ => format!("{count} items"),
    }
}
