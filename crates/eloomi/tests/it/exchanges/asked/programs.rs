//! Programs.

use eloomi::ListProgramParticipants;

use super::Asked;

pub(super) const REQUESTS: &[Asked] = &[
    ("programs/participants-none.exchange", |desk| {
        desk.send(ListProgramParticipants::new(90093).page(1).per_page(50))
    }),
    ("programs/participants.exchange", |desk| {
        desk.send(ListProgramParticipants::new(90092))
    }),
];
