//! The first call of a new client fetches its token, and the next one has it.

use eloomi::GetUser;

use super::people::ADA;
use crate::scenarios::story::Story;

pub(super) const STORY: Story = Story {
    people: &[ADA],
    ..Story::new(
        "first-login",
        "the first call fetches a token, and the second has it",
        |teller| {
            Box::pin(async {
                teller.call(GetUser::new(80001)).await;
                teller
                    .call(GetUser::by_email("person-000001@example.invalid"))
                    .await;
            })
        },
    )
};
