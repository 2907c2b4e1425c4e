//! Somebody comes, is promoted, leaves, and is deleted.

use eloomi::{Activation, CreateUser, DeleteUser, GetUser, Patch, UpdateUser, UserKey};

use super::people::ADA;
use crate::scenarios::story::Story;

pub(super) const STORY: Story = Story {
    people: &[ADA],
    ..Story::new(
        "a-person",
        "a person is created, updated, deactivated and deleted",
        |teller| {
            Box::pin(async {
                let starter = CreateUser::new("person-000002@example.invalid")
                    .first_name("Jonas-0002")
                    .last_name("Lin-0002")
                    .employee_id("code-000002")
                    .department_id([4003])
                    .mobile_phone("+45 00 00 00 03")
                    .start_of_employment_at("2023-12-01 08:00:00");
                teller.call(starter).await;
                let key = UserKey::employee_id("code-000002");
                let promotion = UpdateUser::new(key.clone())
                    .title("text-000002")
                    .mobile_phone(Patch::Clear)
                    .direct_manager_ids([80001]);
                teller.call(promotion).await;
                let leaver = UpdateUser::new(key.clone())
                    .activate(Activation::Deactivate)
                    .end_of_employment_at("2023-12-31 17:00:00");
                teller.call(leaver).await;
                teller.call(GetUser::new(key.clone())).await;
                teller.call(DeleteUser::new(key.clone())).await;
                teller.call(GetUser::new(key)).await;
            })
        },
    )
};
