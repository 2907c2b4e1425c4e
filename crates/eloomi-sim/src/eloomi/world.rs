//! Everything that one simulator of eloomi knows, shared by its connections.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use crate::eloomi::company::Company;
use crate::eloomi::limit::Limits;
use crate::eloomi::switches::Switches;
use crate::eloomi::tokens::Tokens;
use crate::ground::Ground;

#[derive(Debug)]
pub(crate) struct World {
    pub(crate) ground: Arc<Ground>,
    pub(crate) tokens: Tokens,
    limits: Mutex<Limits>,
    company: RwLock<Company>,
    switches: Mutex<Switches>,
}

impl World {
    pub(crate) fn new(
        seed: u64,
        people: usize,
        ground: Arc<Ground>,
        limits: Limits,
        switches: Switches,
    ) -> Self {
        Self {
            ground,
            company: RwLock::new(Company::invent(seed, people)),
            tokens: Tokens::new(seed),
            limits: Mutex::new(limits),
            switches: Mutex::new(switches),
        }
    }

    pub(crate) fn limits(&self) -> MutexGuard<'_, Limits> {
        self.limits.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The company as it stands: work that was due by now is done.
    pub(crate) fn company(&self) -> RwLockReadGuard<'_, Company> {
        let company = self.company.read().unwrap_or_else(PoisonError::into_inner);
        if !company.team_programs.has_due(self.ground.clock.now()) {
            return company;
        }
        drop(company);
        drop(self.company_mut());
        self.company.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same, to change it.
    pub(crate) fn company_mut(&self) -> RwLockWriteGuard<'_, Company> {
        let mut company = self.company.write().unwrap_or_else(PoisonError::into_inner);
        company.work_off_programs(self.ground.clock.now(), self.ground.clock.since_1970());
        company
    }

    /// The switches as they stand.
    pub(crate) fn switches(&self) -> Switches {
        self.switches_mut().clone()
    }

    pub(crate) fn switches_mut(&self) -> MutexGuard<'_, Switches> {
        self.switches.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
