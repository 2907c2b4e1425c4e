//! A list of three pages, the last of which is short, and an empty one behind it.

use eloomi::ListUsers;

use super::people::{ADA, JONAS, LIN, MIA, NOOR};
use crate::scenarios::story::Story;

pub(super) const STORY: Story = Story {
    people: &[ADA, JONAS, MIA, NOOR, LIN],
    ..Story::new(
        "three-pages",
        "a list of three pages, read to the empty page behind them",
        |teller| {
            Box::pin(async {
                teller.list(ListUsers::new().per_page(2)).await;
            })
        },
    )
};
