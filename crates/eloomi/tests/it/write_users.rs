//! People, written.

use eloomi::{
    Activation, AddUserToTeam, CreateUser, DeleteUser, ErrorKind, GetUser, ListUsers,
    OptionalExt as _, Patch, UpdateUser, UserKey, UserMode,
};
use eloomi_sim::{Matcher, Simulator};

use crate::seen;

fn sim() -> eloomi_sim::Builder {
    Simulator::builder().seed(7).people(25)
}

/// Somebody who is not there yet.
fn jane() -> CreateUser {
    CreateUser::new("jane.doe@example.com")
        .first_name("Jane")
        .last_name("Doe")
        .employee_id("E 91")
        .title("Accountant")
        .mobile_phone("+45 00 00 00 01")
        .birthday("1980-12-14")
        .level("Senior")
}

everywhere! {
    a_person_is_created_found_changed_and_deleted(sim()) |ground| {
        let created = ground.client.send(jane()).await.unwrap();
        assert_eq!(created.first_name.as_deref(), Some("Jane"));
        assert_eq!(created.mobile_phone.as_deref(), Some("+45 00 00 00 01"));

        let key = UserKey::employee_id("E 91");
        let change = UpdateUser::new(created.id).title("Head of Accounting").mobile_phone(Patch::Clear);
        let changed = ground.client.send(&change).await.unwrap();
        assert_eq!(changed.title.as_deref(), Some("Head of Accounting"));
        assert_eq!(changed.mobile_phone.as_deref().unwrap_or_default(), "");
        assert_eq!(changed.last_name, created.last_name, "what was not named stays");

        let by_email = UserKey::email("jane.doe@example.com");
        let found = ground.client.send(GetUser::new(by_email.clone())).await.unwrap();
        assert_eq!(found, changed);

        ground.client.send(DeleteUser::new(by_email)).await.unwrap();
        assert_eq!(ground.client.send(GetUser::new(created.id)).await.optional().unwrap(), None);
        let again = ground.client.send(DeleteUser::new(key)).await.unwrap_err();
        seen::same_everywhere("delete_user_twice", &seen::error(&again));
        seen::same_everywhere("write_users_requests", &seen::requests(&ground.requests()));
    }

    a_taken_address_is_refused_and_named_only_to_whoever_asks(sim()) |ground| {
        ground.client.send(jane()).await.unwrap();
        let error = ground.client.send(jane()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Rejected);
        assert!(error.server_message().unwrap().contains("jane.doe@example.com"));
        assert!(!format!("{error} {error:?}").contains("jane"), "{error:?}");
    }

    a_creation_whose_answer_is_lost_says_to_look_first(sim()) |ground| {
        ground.client.send(ListUsers::new()).await.unwrap(); // the token is there
        ground.sim.drop_next(Matcher::path("/v3/users").method("POST"));
        let error = ground.client.send(jane()).await.unwrap_err();
        assert!(error.is_ambiguous() && !error.is_retryable());
        let posts = ground.requests().iter().filter(|request| request.method == "POST").count();
        assert_eq!(posts, 1);
    }

    a_creation_that_a_401_refused_is_sent_again_once(sim()) |ground| {
        ground.client.send(ListUsers::new()).await.unwrap();
        ground.sim.revoke_tokens();
        ground.client.send(jane()).await.unwrap();
        let statuses: Vec<_> = ground.requests().iter()
            .filter(|request| request.method == "POST")
            .map(|request| request.status)
            .collect();
        assert_eq!(statuses, [Some(401), Some(200)]);
    }

    a_deactivated_person_is_listed_as_such(sim()) |ground| {
        let mut active = ground.client.stream(ListUsers::new().mode(UserMode::Active));
        let person = active.next().await.unwrap().unwrap();
        let change = UpdateUser::new(person.id).activate(Activation::Deactivate);
        ground.client.send(change).await.unwrap();
        let inactive = ListUsers::new().mode(UserMode::Inactive);
        let inactive = ground.client.stream(inactive).collect().await.unwrap();
        assert!(inactive.iter().any(|user| user.id == person.id));
    }

    a_key_that_nobody_has_is_not_found_by_writes_either(sim()) |ground| {
        for key in [UserKey::from(1), UserKey::employee_id("none"), UserKey::email("no@example.com")] {
            let update = UpdateUser::new(key.clone()).title("x");
            assert!(ground.client.send(update).await.unwrap_err().is_not_found());
            assert!(ground.client.send(DeleteUser::new(key)).await.unwrap_err().is_not_found());
        }
    }

    a_person_joins_a_team_that_is_there(sim()) |ground| {
        let users = ground.client.stream(ListUsers::new()).collect().await.unwrap();
        let team = users.iter().find_map(|user| user.team_id.first().copied()).unwrap();
        let created = ground.client.send(jane()).await.unwrap();
        ground.client.send(AddUserToTeam::new("E 91", team)).await.unwrap();
        let joined = ground.client.send(GetUser::new(created.id)).await.unwrap();
        assert_eq!(joined.team_id, [team]);
        let error = ground.client.send(AddUserToTeam::new("E 91", 1)).await.unwrap_err();
        seen::same_everywhere("add_user_to_no_team", &seen::error(&error));
    }
}
