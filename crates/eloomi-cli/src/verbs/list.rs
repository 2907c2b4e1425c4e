//! `list`, whatever it is about: printed as it arrives.

use eloomi::{Items, List};

use crate::{
    arguments::General,
    connection::Connection,
    failure::{Failure, Stop},
    notes,
    output::{Output, Record},
};

/// Asks for a list and prints it, at most so many of its records.
pub(crate) async fn run<L>(
    list: L,
    most: Option<u64>,
    general: &General,
    failed: impl FnOnce(eloomi::Error) -> Failure,
) -> Result<(), Stop>
where
    L: List<Item: Record>,
{
    let connection = Connection::open(L::Item::NOUN.service, general).await?;
    let items = connection.session.stream(list);
    let output = Output::many(general);
    let judge = |error| Err(failed(error));
    print(items, most, output, general, &connection, judge).await
}

/// Prints the items, at most so many of them, and what they cost.
///
/// `judge` says what an error in their midst is: a failure, or an end like any other with
/// something to remark.
pub(crate) async fn print<L: List>(
    mut items: Items<L>,
    most: Option<u64>,
    mut output: Output<'_, L::Item>,
    general: &General,
    connection: &Connection,
    judge: impl FnOnce(eloomi::Error) -> Result<&'static str, Failure>,
) -> Result<(), Stop> {
    let mut remark = None;
    let tally = loop {
        if most.is_some_and(|most| output.count() >= most) {
            let tally = output.tally();
            break format!("{tally}, stopped at --max, there may be more");
        }
        match items.next().await {
            Some(Ok(item)) => output.write(&item)?,
            None => break output.tally(),
            Some(Err(error)) => match judge(error) {
                Ok(text) => {
                    remark = Some(text).filter(|_| !general.quiet);
                    break output.tally();
                }
                Err(failure) => return Err(broken_off(failure, &output).into()),
            },
        }
    };
    output.finish()?;
    if let Some(remark) = remark {
        notes::note(remark);
    }
    output.close(general, &tally, connection);
    Ok(())
}

fn broken_off<R>(failure: Failure, output: &Output<'_, R>) -> Failure {
    match output.break_off() {
        Some(what) => failure.incomplete(what),
        None => failure,
    }
}
