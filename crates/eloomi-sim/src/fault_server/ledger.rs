//! What the connections write down while they are served.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use super::journal::{End, FaultJournal, Line, Record};
use crate::clock;

/// How long nothing may happen before connections that wait for their client count as quiet.
const STILL: Duration = Duration::from_millis(150);

/// As [`STILL`], if no connection is open: one may have come that was not accepted yet.
const CLOSED: Duration = Duration::from_millis(30);

/// The records of all connections.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    records: Mutex<Vec<Record>>,
    /// Counts the changes; whoever waits for quiet watches it.
    changes: watch::Sender<u64>,
}

impl Ledger {
    /// Begins the record of another connection.
    pub(crate) fn open(self: &Arc<Self>) -> Entry {
        let mut records = self.records();
        records.push(Record::default());
        let entry = Entry {
            ledger: self.clone(),
            index: records.len() - 1,
        };
        drop(records);
        self.changed();
        entry
    }

    pub(crate) fn journal(&self) -> FaultJournal {
        FaultJournal::new(self.records().clone())
    }

    /// Waits until no connection does anything.
    pub(crate) async fn quiet(&self) {
        loop {
            let mut changes = self.changes.subscribe();
            let still = {
                let records = self.records();
                let mut open = records.iter().filter(|record| record.end.is_none());
                if open.clone().any(|record| !record.waits) {
                    None
                } else {
                    Some(if open.next().is_some() { STILL } else { CLOSED })
                }
            };
            // The sender is in `self`, so waiting for it cannot fail.
            match still {
                None => drop(changes.changed().await),
                Some(still) => {
                    if clock::at_most(still, changes.changed()).await.is_none() {
                        return;
                    }
                }
            }
        }
    }

    fn changed(&self) {
        self.changes.send_modify(|changes| *changes += 1);
    }

    fn records(&self) -> MutexGuard<'_, Vec<Record>> {
        self.records.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The record of one connection.
#[derive(Debug)]
pub(crate) struct Entry {
    ledger: Arc<Ledger>,
    index: usize,
}

impl Entry {
    pub(crate) fn note(&self, line: Line) {
        self.edit(|record| record.lines.push(line));
    }

    /// Notes how long the body of the last request was.
    pub(crate) fn body(&self, length: u64) {
        self.edit(|record| {
            if let Some(Line::Request { body, .. }) = record.lines.last_mut() {
                *body = Some(length);
            }
        });
    }

    /// Notes whether the next move is the client's.
    pub(crate) fn waits(&self, waits: bool) {
        self.edit(|record| record.waits = waits);
    }

    pub(crate) fn end(&self, end: End) {
        self.edit(|record| record.end = Some(end));
    }

    fn edit(&self, change: impl FnOnce(&mut Record)) {
        if let Some(record) = self.ledger.records().get_mut(self.index) {
            change(record);
        }
        self.ledger.changed();
    }
}
