//! The kinds of refusals: a 401 looks the same whatever was asked, so one exchange shows it for
//! all operations.

use crate::coverage::row::Row;
use crate::survey::service::Service;

/// A response that the document describes once for many operations.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    /// The component's name, with the mark of the service.
    pub(crate) name: String,
    /// The name alone.
    answer: String,
    /// Where the exchanges of the service lie.
    directory: &'static str,
    /// Its status.
    pub(crate) status: String,
    /// How well it is known.
    pub(crate) confidence: String,
    /// The operations that answer so.
    pub(crate) operations: usize,
    /// One of those that are begun.
    pub(crate) begun: Option<String>,
    /// The names of the exchanges that show it.
    pub(crate) exchanges: Vec<String>,
}

impl Refusal {
    /// What is wrong with it, if anything.
    ///
    /// What is not documented has nothing to be written down from, so no exchange is asked for.
    pub(crate) fn fault(&self) -> Option<String> {
        let operation = self.begun.as_ref()?;
        let is_missing = self.confidence == "documented" && self.exchanges.is_empty();
        is_missing.then(|| {
            format!(
                "no exchange shows {} ({}), as {operation} and others answer; it would go to {}",
                self.name, self.status, self.directory
            )
        })
    }
}

/// The kinds in the order in which the document names them.
pub(super) fn refusals(service: &'static Service, rows: &[Row]) -> Vec<Refusal> {
    let mut refusals: Vec<Refusal> = Vec::new();
    for row in rows {
        let operation = &row.operation;
        for answer in &operation.answers {
            if !operation.is_refusal(answer) {
                continue;
            }
            let at = refusals
                .iter()
                .position(|known| known.answer == answer.name && known.status == answer.status);
            let at = at.unwrap_or_else(|| {
                refusals.push(Refusal {
                    name: format!("{}{}", service.mark, answer.name),
                    answer: answer.name.clone(),
                    directory: service.exchanges,
                    status: answer.status.clone(),
                    confidence: answer.confidence.clone(),
                    operations: 0,
                    begun: None,
                    exchanges: Vec::new(),
                });
                refusals.len() - 1
            });
            let refusal = &mut refusals[at];
            refusal.operations += 1;
            if refusal.begun.is_none() && row.is_begun() {
                refusal.begun = Some(operation.id.clone());
            }
            let shown = row.exchanges.iter();
            let shown = shown.filter(|shown| answer.has(&shown.status));
            refusal
                .exchanges
                .extend(shown.map(|shown| shown.name.clone()));
        }
    }
    refusals
}
