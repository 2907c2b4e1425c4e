//! Access groups.

use eloomi::ListAccessGroups;

use super::Asked;

pub(super) const REQUESTS: &[Asked] = &[
    ("access-groups/list-wrong-path.exchange", |desk| {
        desk.send(ListAccessGroups::new())
    }),
    ("access-groups/list.exchange", |desk| {
        desk.send(ListAccessGroups::new())
    }),
];
