//! The argument that says which course is meant.

use eloomi::model::CourseId;

use super::COURSES;
use crate::{
    noun::Noun,
    which::{Key, Which},
};

/// The course that a command is about.
pub(super) type Course = Which<CourseId>;

impl Key for CourseId {
    const NOUN: &'static Noun = &COURSES;

    const HELP: &'static str = "The course: its ID";
}
