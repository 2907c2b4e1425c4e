//! Which recorded exchange answers: the one engine below every face of a replay.

use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http::Request;

use crate::{
    Difference, Exchange, ExchangeFile, Miss, RecordedRequest, Repeats, Target, Unfinished,
    miss::{Due, Nearest},
};

/// Exchanges in their order, and what became of them.
pub(crate) struct Playlist {
    files: Vec<ExchangeFile>,
    /// Whether each answers only when those before it have.
    ordered: bool,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// By index: whether an exchange has answered.
    used: Vec<bool>,
    sent: Vec<Request<Bytes>>,
    misses: Vec<Miss>,
}

impl Playlist {
    pub(crate) fn new(files: Vec<ExchangeFile>, ordered: bool) -> Self {
        let state = State {
            used: vec![false; files.len()],
            ..State::default()
        };
        Self {
            files,
            ordered,
            state: Mutex::new(state),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.files.len()
    }

    /// What was asked so far, answered or not.
    pub(crate) fn sent(&self) -> Vec<Request<Bytes>> {
        self.state().sent.clone()
    }

    pub(crate) fn finish(&self) -> Result<(), Unfinished> {
        let state = self.state();
        let unused = std::iter::zip(&self.files, &state.used).filter(|(_, used)| !**used);
        let unfinished = Unfinished {
            misses: state.misses.clone(),
            unused: unused.map(|(file, _)| file.name.clone()).collect(),
        };
        if unfinished.misses.is_empty() && unfinished.unused.is_empty() {
            Ok(())
        } else {
            Err(unfinished)
        }
    }

    /// The exchange that answers, which is used from now on.
    pub(crate) fn choose(&self, request: &Request<Bytes>) -> Result<&Exchange, Miss> {
        let mut state = self.state();
        state.sent.push(request.clone());
        let due = self.due(&state.used);
        let found = match due {
            Due::Any => self.find(request, &state.used),
            Due::Nothing => self.find_due(request, state.used.len()),
            Due::Exchange(index) => self.find_due(request, index),
        };
        match found {
            Ok(index) => {
                state.used[index] = true;
                Ok(&self.files[index].exchange)
            }
            Err(nearest) => {
                let target = Target::live(request.uri());
                let miss = Miss {
                    method: request.method().clone(),
                    request: format!("{} {target}", request.method()),
                    nearest: nearest.map(Box::new),
                    due: due.map(|index| self.files[index].name.clone()),
                };
                state.misses.push(miss.clone());
                Err(miss)
            }
        }
    }

    fn due(&self, used: &[bool]) -> Due<usize> {
        if !self.ordered {
            return Due::Any;
        }
        let next = used.iter().position(|used| !used);
        next.map_or(Due::Nothing, Due::Exchange)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn request(&self, index: usize) -> &RecordedRequest {
        &self.files[index].exchange.request
    }

    fn repeats(&self, index: usize) -> bool {
        self.files[index].exchange.front.repeat == Repeats::Last
    }

    /// In any order of requests.
    fn find(&self, request: &Request<Bytes>, used: &[bool]) -> Result<usize, Option<Nearest>> {
        let keyed = |index: &usize| self.request(*index).key_differences(request).is_empty();
        let candidates: Vec<_> = (0..self.files.len()).filter(keyed).collect();
        let unused = candidates.iter().copied().find(|index| !used[*index]);
        let last = candidates.last().copied();
        let again = last.filter(|index| self.repeats(*index));
        let Some(index) = unused.or(again) else {
            return Err(last
                .map(|index| self.nearest(index, Vec::new()))
                .or_else(|| self.nearest_of_all(request, None)));
        };
        match self.request(index).differences(request) {
            differences if differences.is_empty() => Ok(index),
            differences => Err(Some(self.nearest(index, differences))),
        }
    }

    /// Only the one at `due`, or the one before it again if it repeats.
    fn find_due(&self, request: &Request<Bytes>, due: usize) -> Result<usize, Option<Nearest>> {
        let all = 0..self.files.len();
        let fits = |index: &usize| self.request(*index).differences(request).is_empty();
        let again = due.checked_sub(1).filter(|index| self.repeats(*index));
        let due = Some(due).filter(|due| all.contains(due));
        if let Some(index) = due.filter(fits).or_else(|| again.filter(fits)) {
            return Ok(index);
        }
        let keyed = |index: &usize| self.request(*index).key_differences(request).is_empty();
        Err(due
            .filter(keyed)
            .or_else(|| all.clone().find(fits))
            .map(|index| self.nearest(index, self.request(index).differences(request)))
            .or_else(|| self.nearest_of_all(request, due)))
    }

    fn nearest(&self, index: usize, differences: Vec<Difference>) -> Nearest {
        let file = &self.files[index];
        Nearest {
            name: file.name.clone(),
            operation: file.exchange.front.operation.clone(),
            differences,
        }
    }

    /// The first of those that differ least: in the path, then the method, then in number;
    /// `due` before others.
    fn nearest_of_all(&self, request: &Request<Bytes>, due: Option<usize>) -> Option<Nearest> {
        let weight = |recorded: &RecordedRequest, differences: usize| {
            let live = Target::live(request.uri());
            let segments = |path: &str| path.split('/').map(str::to_owned).collect::<Vec<_>>();
            let (one, other) = (segments(recorded.target().path()), segments(live.path()));
            let apart = std::iter::zip(&one, &other).filter(|(one, other)| one != other);
            let path = apart.count() + one.len().abs_diff(other.len());
            (path, recorded.method() != request.method(), differences)
        };
        let all = (0..self.files.len()).map(|index| {
            let recorded = self.request(index);
            let differences = recorded.key_differences(request);
            let place = (due != Some(index), index);
            (weight(recorded, differences.len()), place, differences)
        });
        let (_, (_, index), differences) =
            all.min_by_key(|(weight, place, _)| (*weight, *place))?;
        Some(self.nearest(index, differences))
    }
}
