//! A tree of units with their leaders: built from the top, put right, and read back.

use eloomi::{CreateUnit, GetUnit, ListUnits, UnitKey, UpdateUnit};

use super::people::{ADA, JONAS, MIA};
use crate::scenarios::story::Story;

pub(super) const STORY: Story = Story {
    people: &[ADA, JONAS, MIA],
    ..Story::new(
        "a-unit-tree",
        "a unit and one below it, with leaders and members, one of whom nobody knows",
        |teller| {
            Box::pin(async {
                let top = CreateUnit::new("text-000201")
                    .code("code-000201")
                    .leader_ids([80001])
                    .user_ids([80002]);
                teller.call(top).await;
                let below = CreateUnit::new("text-000202")
                    .code("code-000202")
                    .parent_code("code-000201")
                    .leader_ids([80003, 77]);
                teller.call(below).await;
                let key = UnitKey::code("code-000202");
                let put_right = UpdateUnit::new(key.clone())
                    .leader_ids([80003])
                    .user_ids([80002]);
                teller.call(put_right).await;
                teller.call(GetUnit::new(key)).await;
                teller.list(ListUnits::new()).await;
            })
        },
    )
};
