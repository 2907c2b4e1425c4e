//! What eloomi says: the types of the eloomi People REST API v3, with no I/O.
//!
//! * **What comes**: [`User`] and its [`AccessGroupRef`]s, [`Unit`], [`Team`], [`AccessGroup`] with
//!   its [`AccessPermission`]s; of learning [`Course`], [`CourseParticipant`] and
//!   [`ProgramParticipant`]; [`OpenResource`] where nothing is documented; the [`Envelope`] around
//!   every answer, and [`AuthError`], the body of a refused token. What the token endpoint says is
//!   OAuth, not eloomi, and stands in `eloomi-auth`.
//! * **What is asked by**: [`UserKey`] addresses a person, [`UnitKey`] a unit, [`UserMode`] chooses
//!   whom a list shows, [`UniqueUnit`] says in what a new unit must differ.
//! * **What is written**: [`UserChanges`], [`UnitChanges`], and [`TeamChanges`] with its
//!   [`TeamCourseConfig`]s and [`TeamProgramConfig`]s; [`TeamProgramAssignment`] is a program for a
//!   team, [`CourseAssignment`] how somebody is to take a course.
//! * **Ids**: [`UserId`], [`UnitId`], [`TeamId`], [`CourseId`], [`ProgramId`] and [`AccessGroupId`],
//!   which cannot be mistaken for each other.
//!
//! Only ids are required. Everything else may be missing, `null`, or in a dress of its own, and
//! what this version does not know is kept; [`eloomi_wire`] says how. Each field names its
//! source: *documented* by eloomi, *observed* in code that others run against it, or *inferred*
//! by us. Nothing here was seen in a live answer.
//!
//! ```
//! use eloomi_model::{User, UserId};
//!
//! # fn main() -> Result<(), eloomi_wire::DecodeError> {
//! let user: User = eloomi_wire::decode(br#"{
//!     "id": 80085, "first_name": "Jane", "last_name": "Doe", "email": "jane@example.com",
//!     "mobile": "555-0100", "level": "Senior", "department_id": ["7"], "team_id": null
//! }"#)?;
//!
//! assert_eq!(user.id, UserId::new(80085));
//! assert_eq!(user.mobile_phone.as_deref(), Some("555-0100"));
//! assert_eq!(user.department_id, [7.into()]);
//! # Ok(())
//! # }
//! ```

mod access_group;
mod access_group_ref;
mod access_permission;
mod activation;
mod auth_error;
mod course;
mod course_assignment;
mod course_participant;
mod envelope;
mod gender;
mod id;
mod open_resource;
mod participant_status;
mod program_participant;
mod team;
mod team_changes;
mod team_course_config;
mod team_program_assignment;
mod team_program_config;
mod unique_unit;
mod unit;
mod unit_changes;
mod unit_key;
mod user;
mod user_changes;
mod user_key;
mod user_mode;
mod user_permission;

pub use access_group::AccessGroup;
pub use access_group_ref::AccessGroupRef;
pub use access_permission::AccessPermission;
pub use activation::Activation;
pub use auth_error::AuthError;
pub use course::Course;
pub use course_assignment::CourseAssignment;
pub use course_participant::CourseParticipant;
pub use envelope::Envelope;
pub use gender::Gender;
pub use id::{
    AccessGroupId, AccessGroupMarker, CourseId, CourseMarker, ProgramId, ProgramMarker, TeamId,
    TeamMarker, UnitId, UnitMarker, UserId, UserMarker,
};
pub use open_resource::OpenResource;
pub use participant_status::ParticipantStatus;
pub use program_participant::ProgramParticipant;
pub use team::Team;
pub use team_changes::TeamChanges;
pub use team_course_config::TeamCourseConfig;
pub use team_program_assignment::TeamProgramAssignment;
pub use team_program_config::TeamProgramConfig;
pub use unique_unit::UniqueUnit;
pub use unit::Unit;
pub use unit_changes::UnitChanges;
pub use unit_key::{UnitKey, UnitKeyError};
pub use user::User;
pub use user_changes::{UserChanges, UserPrompts};
pub use user_key::{UserKey, UserKeyError};
pub use user_mode::{UserMode, UserModeError};
pub use user_permission::UserPermission;

/// Everything here can be stored, cloned and sent to another thread. Models are checked by
/// `model!`; these are the rest.
const _: () = {
    const fn portable<T: Clone + Send + Sync + 'static>() {}
    portable::<AccessGroupId>();
    portable::<AccessPermission>();
    portable::<Activation>();
    portable::<CourseId>();
    portable::<Gender>();
    portable::<OpenResource>();
    portable::<ParticipantStatus>();
    portable::<ProgramId>();
    portable::<TeamId>();
    portable::<UniqueUnit>();
    portable::<UnitId>();
    portable::<UnitKey>();
    portable::<UnitKeyError>();
    portable::<UserId>();
    portable::<UserKey>();
    portable::<UserKeyError>();
    portable::<UserMode>();
    portable::<UserModeError>();
    portable::<UserPermission>();
};
