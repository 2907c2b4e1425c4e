//! What the command line asks for.

use std::{fmt, time::Duration};

use eloomi_sim::WindowKind;

use crate::Failed;

/// How long, who, and against what.
pub(crate) struct Plan {
    pub(crate) time: Duration,
    pub(crate) processes: usize,
    /// Callers in all processes together.
    pub(crate) workers: usize,
    pub(crate) window: WindowKind,
}

impl Plan {
    pub(crate) fn read(arguments: impl Iterator<Item = String>) -> Result<Self, Failed> {
        let mut plan = Self {
            time: Duration::from_secs(180),
            processes: 1,
            workers: 32,
            window: WindowKind::Rolling,
        };
        let mut arguments = arguments;
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or(format!("{name} wants a value"))?;
            match name.as_str() {
                "--minutes" => plan.time = Duration::from_secs(60 * value.parse::<u64>()?),
                "--processes" => plan.processes = value.parse::<usize>()?.max(1),
                "--workers" => plan.workers = value.parse::<usize>()?.max(1),
                "--limiter" => {
                    plan.window = match value.as_str() {
                        "rolling" => WindowKind::Rolling,
                        "anchored" => WindowKind::Anchored,
                        _ => return Err("--limiter is rolling or anchored".into()),
                    }
                }
                _ => return Err(format!("unknown option {name}").into()),
            }
        }
        if plan.time.is_zero() {
            return Err("--minutes is at least 1".into());
        }
        Ok(plan)
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let window = match self.window {
            WindowKind::Rolling => "rolling",
            WindowKind::Anchored => "anchored",
        };
        write!(
            f,
            "{} min, {} process(es), {} callers, round trips of 20 to 200 ms, a window that is {window}",
            self.time.as_secs() / 60,
            self.processes,
            self.workers,
        )
    }
}
