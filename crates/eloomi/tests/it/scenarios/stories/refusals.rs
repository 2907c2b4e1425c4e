//! Everything that the service is documented to refuse, and what the client makes of it.

use eloomi::{
    AddUserToTeam, ClientCredentials, CreateUnit, CreateUser, DeleteUser, GetUnit, GetUser,
    RawRequest, UniqueUnit, UnitKey, UpdateUnit, UpdateUser, UserKey,
};
use http::Method;

use super::people::ADA;
use crate::scenarios::story::Story;

pub(super) const STORY: Story = Story {
    people: &[ADA],
    ..Story::new(
        "refusals",
        "every documented refusal, one after the other",
        |teller| {
            Box::pin(async {
                // Who asks.
                let wrong = ClientCredentials::new("200", "sim-nobody-s-secret");
                teller.token(wrong).await;
                teller
                    .token(teller.credentials.clone().scope("courses"))
                    .await;
                // What is asked.
                let nameless = RawRequest::new(Method::POST, "/v3/users");
                teller
                    .call(nameless.json(r#"{"first_name":"Lin-0005"}"#))
                    .await;
                teller
                    .call(CreateUser::new("person-000001@example.invalid"))
                    .await;
                let unit = || CreateUnit::new("text-000201").code("code-000201");
                teller.call(unit()).await;
                teller.call(unit().unique(UniqueUnit::Name)).await;
                teller.call(unit().unique(UniqueUnit::Code)).await;
                // Of whom.
                let nobody = || UserKey::employee_id("code-009999");
                teller.call(GetUser::new(77)).await;
                teller.call(GetUser::new(nobody())).await;
                teller
                    .call(UpdateUser::new(nobody()).title("text-000002"))
                    .await;
                teller.call(DeleteUser::new(nobody())).await;
                teller.call(AddUserToTeam::new("code-000001", 77)).await;
                teller.call(GetUnit::new(77)).await;
                teller
                    .call(GetUnit::new(UnitKey::code("code-000999")))
                    .await;
                teller.call(UpdateUnit::new(77).name("text-000202")).await;
                // How often.
                teller.meanwhile(|sim| {
                    sim.fault("retry-after=1,times=1@GET /v3/users/*".parse().unwrap());
                });
                teller.call(GetUser::new(80001)).await;
                // And whoever has a token that is worth nothing: last, because nobody asks for
                // another one at once after that.
                teller.meanwhile(|sim| {
                    sim.fault("refuse-tokens,times=2@GET /v3/users/80001".parse().unwrap());
                });
                teller.call(GetUser::new(80001)).await;
            })
        },
    )
};
