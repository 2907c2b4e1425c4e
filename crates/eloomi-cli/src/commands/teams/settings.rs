//! How a team takes courses and programs, as it is typed: an id, and words behind colons.

use std::collections::BTreeMap;

use eloomi::{TeamCourseConfig, TeamProgramConfig, wire::RawJson};

use crate::fields::{date, encoded};

const COURSE: &str = "takes ID, ID:required and ID:deadline=2026-12-31, each word once";
const PROGRAM: &str = "takes ID, ID:required and ID:silent, each word once";

/// A program, and how the team takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Program {
    pub(super) id: u64,
    pub(super) is_required: bool,
    pub(super) is_silent: bool,
}

impl Program {
    /// That of `90092:required:silent`.
    pub(super) fn read(typed: &str) -> Result<Self, &'static str> {
        let (id, words) = split(typed).ok_or(PROGRAM)?;
        let mut program = Self {
            id,
            is_required: false,
            is_silent: false,
        };
        for word in words {
            let setting = match word {
                "required" => &mut program.is_required,
                "silent" => &mut program.is_silent,
                _ => return Err(PROGRAM),
            };
            if std::mem::replace(setting, true) {
                return Err(PROGRAM);
            }
        }
        Ok(program)
    }

    fn config(self) -> TeamProgramConfig {
        let mut config = TeamProgramConfig::default();
        // What is not said is left to eloomi.
        if self.is_required {
            config = config.required(true);
        }
        if self.is_silent {
            config = config.notify(false);
        }
        config
    }
}

/// The JSON of all programs, by id.
pub(super) fn programs(typed: &[String]) -> Result<RawJson, &'static str> {
    let programs = typed.iter().map(|typed| Program::read(typed));
    by_id(programs.map(|program| program.map(|program| (program.id, program.config()))))
}

/// The JSON of all courses, by id.
pub(super) fn courses(typed: &[String]) -> Result<RawJson, &'static str> {
    by_id(typed.iter().map(|typed| course(typed)))
}

/// That of `9001:required:deadline=2026-12-31`.
fn course(typed: &str) -> Result<(u64, TeamCourseConfig), &'static str> {
    let (id, words) = split(typed).ok_or(COURSE)?;
    let mut config = TeamCourseConfig::default();
    for word in words {
        config = match word.split_once('=') {
            None if word == "required" && config.required.is_none() => config.required(true),
            Some(("deadline", day)) if config.deadline.is_none() => config.deadline(date(day)?),
            _ => return Err(COURSE),
        };
    }
    Ok((id, config))
}

fn split(typed: &str) -> Option<(u64, impl Iterator<Item = &str>)> {
    let mut parts = typed.trim().split(':');
    let id = parts.next()?.parse().ok()?;
    Some((id, parts))
}

fn by_id<T: serde::Serialize>(
    settings: impl Iterator<Item = Result<(u64, T), &'static str>>,
) -> Result<RawJson, &'static str> {
    let mut all = BTreeMap::new();
    for setting in settings {
        let (id, setting) = setting?;
        if all.insert(id, setting).is_some() {
            return Err("takes each id once");
        }
    }
    encoded(&all)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Read = fn(&[String]) -> Result<RawJson, &'static str>;

    fn json(read: Read, typed: &[&str]) -> Result<String, &'static str> {
        let typed: Vec<_> = typed.iter().map(ToString::to_string).collect();
        read(&typed).map(|json| json.as_str().into())
    }

    #[test]
    fn courses_are_required_or_due_or_both() {
        let typed = ["9", "10:required", "11:deadline=2026-12-31:required"];
        assert_eq!(
            json(courses, &typed).unwrap(),
            r#"{"9":{},"10":{"required":true},"11":{"deadline":"2026-12-31","required":true}}"#
        );
    }

    #[test]
    fn programs_are_required_or_silent_or_both() {
        let typed = ["9", "10:silent", "11:required:silent"];
        assert_eq!(
            json(programs, &typed).unwrap(),
            r#"{"9":{},"10":{"notify":false},"11":{"notify":false,"required":true}}"#
        );
    }

    #[test]
    fn none_is_an_empty_map() {
        for read in [courses as Read, programs] {
            assert_eq!(json(read, &[]).unwrap(), "{}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for (read, typed) in [
            (courses as Read, &["9:silent"][..]),
            (courses, &["9:deadline"]),
            (courses, &["9:deadline=soon"]),
            (courses, &["9:required=yes"]),
            (courses, &["9:deadline=2026-12-31:deadline=2027-12-31"]),
            (programs, &["9:deadline=2026-12-31"]),
            (programs, &["9:silent:silent"]),
        ] {
            assert!(json(read, typed).is_err(), "{typed:?}");
        }
        for read in [courses as Read, programs] {
            for typed in [
                &[""][..],
                &["x"],
                &["-1"],
                &["9:"],
                &["9:required:required"],
                &["9", "9:required"],
            ] {
                assert!(json(read, typed).is_err(), "{typed:?}");
            }
        }
    }
}
