//! Printing the one thing that a call was about.

use crate::{
    arguments::General,
    connection::Connection,
    failure::Stop,
    notes,
    output::{Output, Record},
};

/// The answer to a call about one thing: a record, or what holds it.
pub(crate) trait Answered {
    /// What is printed.
    type Record: Record;

    /// The thing.
    fn record(&self) -> &Self::Record;

    /// What else the answer says, such as what of a write was left out.
    fn remarks(&self) -> Vec<String> {
        Vec::new()
    }
}

impl<R: Record> Answered for R {
    type Record = R;

    fn record(&self) -> &R {
        self
    }
}

/// Prints it, and what it cost.
pub(crate) fn print(
    answer: &impl Answered,
    general: &General,
    connection: &Connection,
) -> Result<(), Stop> {
    let mut output = Output::one(general);
    output.write(answer.record())?;
    output.finish()?;
    if !general.quiet {
        for remark in answer.remarks() {
            notes::note(&remark);
        }
    }
    output.close(general, &output.tally(), connection);
    Ok(())
}
