//! Things with ids, in the order of their ids.

use std::fmt;

use crate::eloomi::id;

/// A thing that has an id.
pub(crate) trait Record {
    fn id(&self) -> u64;
}

/// Things of one kind, ascending by id: `behaviours::LIST_ORDER`.
pub(crate) struct Table<T> {
    records: Vec<T>,
    /// The next id: one that a deleted thing had does not come back.
    next_id: u64,
}

impl<T: Record> Table<T> {
    /// Things whose ids ascend; the first one to be added has an id of at least `first_id`.
    pub(crate) fn new(records: Vec<T>, first_id: u64) -> Self {
        Self {
            next_id: records.last().map_or(first_id, |last| last.id() + 1),
            records,
        }
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &T> {
        self.records.iter()
    }

    pub(crate) fn all_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.records.iter_mut()
    }

    pub(crate) fn by_id(&self, id: u64) -> Option<&T> {
        self.records.get(self.place(id)?)
    }

    pub(crate) fn by_id_mut(&mut self, id: u64) -> Option<&mut T> {
        let place = self.place(id)?;
        self.records.get_mut(place)
    }

    /// The thing whose id this text is.
    pub(crate) fn by_key(&self, key: &str) -> Option<&T> {
        self.by_id(id::read(key)?)
    }

    /// The id of a thing yet to be added.
    pub(crate) fn next_id(&self) -> u64 {
        self.next_id
    }

    /// Puts this thing in the place of the one with the same id, or between its neighbours.
    pub(crate) fn put(&mut self, record: T) {
        let id = record.id();
        match self.records.binary_search_by_key(&id, Record::id) {
            Ok(place) => self.records[place] = record,
            Err(place) => {
                self.next_id = self.next_id.max(id + 1);
                self.records.insert(place, record);
            }
        }
    }

    pub(crate) fn remove(&mut self, id: u64) {
        self.records.retain(|record| record.id() != id);
    }

    fn place(&self, id: u64) -> Option<usize> {
        self.records.binary_search_by_key(&id, Record::id).ok()
    }
}

impl<T> fmt::Debug for Table<T> {
    /// How many there are: some are people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table")
            .field("records", &self.records.len())
            .finish_non_exhaustive()
    }
}
