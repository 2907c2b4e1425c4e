//! The ids of eloomi, one type per kind of thing.

use eloomi_wire::Id;

/// Number that eloomi gives to a person: `80085`.
pub type UserId = Id<UserMarker>;

/// Number that eloomi gives to a unit, which its texts and fields also call a department.
///
/// Typed as text in some request schemas and as a number in others (documented); written as a
/// number, read from either.
pub type UnitId = Id<UnitMarker>;

/// Number that eloomi gives to a team.
pub type TeamId = Id<TeamMarker>;

/// Number that eloomi gives to an access group: `24`.
pub type AccessGroupId = Id<AccessGroupMarker>;

/// Number that eloomi gives to a course. Typed as text in the path of an assignment (documented).
pub type CourseId = Id<CourseMarker>;

/// Number that eloomi gives to a program: `90092`.
pub type ProgramId = Id<ProgramMarker>;

/// Tells ids of people from other ids. Has no values.
#[derive(Debug)]
pub enum UserMarker {}

/// Tells ids of units from other ids. Has no values.
#[derive(Debug)]
pub enum UnitMarker {}

/// Tells ids of teams from other ids. Has no values.
#[derive(Debug)]
pub enum TeamMarker {}

/// Tells ids of access groups from other ids. Has no values.
#[derive(Debug)]
pub enum AccessGroupMarker {}

/// Tells ids of courses from other ids. Has no values.
#[derive(Debug)]
pub enum CourseMarker {}

/// Tells ids of programs from other ids. Has no values.
#[derive(Debug)]
pub enum ProgramMarker {}
