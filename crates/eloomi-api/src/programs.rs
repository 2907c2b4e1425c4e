//! Programs. Only the people in them are known; no page shows a program itself.

mod list_program_participants;

pub use list_program_participants::ListProgramParticipants;
