//! Everything that one simulator of eloomi knows, shared by its connections.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use crate::eloomi::canary::{self, Mint, Sentinel, Texts};
use crate::eloomi::company::Company;
use crate::eloomi::limit::Limits;
use crate::eloomi::switches::Switches;
use crate::eloomi::tokens::Tokens;
use crate::ground::Ground;

/// What a canary has beside its company.
pub(crate) struct Canary {
    pub(crate) sentinels: Vec<Sentinel>,
    pub(crate) texts: Texts,
}

#[derive(Debug)]
pub(crate) struct World {
    pub(crate) canary: Option<Canary>,
    pub(crate) ground: Arc<Ground>,
    pub(crate) tokens: Tokens,
    limits: Mutex<Limits>,
    company: RwLock<Company>,
    switches: Mutex<Switches>,
}

impl fmt::Debug for Canary {
    /// Nothing: all of it is to be found only where it leaks.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Canary").finish_non_exhaustive()
    }
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
            canary: None,
            ground,
            company: RwLock::new(Company::invent(seed, people)),
            tokens: Tokens::new(seed),
            limits: Mutex::new(limits),
            switches: Mutex::new(switches),
        }
    }

    /// The same world with the company of the canary in it.
    pub(crate) fn with_canary(self) -> Self {
        let mut mint = Mint::default();
        Self {
            tokens: Tokens::canary(&mut mint),
            company: RwLock::new(canary::company(&mut mint)),
            canary: Some(Canary {
                texts: Texts::new(&mut mint),
                sentinels: mint.into_sentinels(),
            }),
            ..self
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
