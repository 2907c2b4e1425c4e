//! One person, by three keys.

use eloomi::{ErrorKind, GetUser, OptionalExt as _, UserKey};
use eloomi_sim::Simulator;

use crate::seen;

fn sim() -> eloomi_sim::Builder {
    Simulator::builder().seed(7).people(25)
}

everywhere! {
    three_keys_lead_to_the_same_person(sim()) |ground| {
        let people = ground.sim.people();
        let person = people
            .iter()
            .find(|person| person.employee_id.is_some() && person.email.is_some())
            .unwrap();
        let by_id = ground.client.send(GetUser::new(person.id)).await.unwrap();
        let employee_id = person.employee_id.clone().unwrap();
        let by_employee_id = GetUser::by_employee_id(employee_id);
        let by_employee_id = ground.client.send(by_employee_id).await.unwrap();
        let by_email = GetUser::by_email(person.email.clone().unwrap());
        let by_email = ground.client.send(by_email).await.unwrap();
        assert_eq!(by_id, by_employee_id);
        assert_eq!(by_id, by_email);
        seen::same_everywhere("get_user_requests", &seen::requests(&ground.requests()));
        seen::same_everywhere("get_user_decoded", &seen::model(&by_id));
    }

    every_person_is_reached_whatever_stands_in_their_key(sim().people(60)) |ground| {
        for person in ground.sim.people() {
            for key in [
                person.employee_id.map(UserKey::employee_id),
                person.email.map(UserKey::email),
            ] {
                let Some(key) = key else { continue };
                let user = ground.client.send(GetUser::new(key)).await.unwrap();
                assert_eq!(user.id.number(), person.id);
            }
        }
    }

    a_key_that_nobody_has_is_not_found(sim()) |ground| {
        for key in [UserKey::from(1), UserKey::employee_id("none"), UserKey::email("no@example.com")] {
            let error = ground.client.send(GetUser::new(key.clone())).await.unwrap_err();
            seen::same_everywhere(
                &format!("not_found_{}", error.operation()),
                &seen::error(&error),
            );
            assert_eq!(ground.client.send(GetUser::new(key)).await.optional().unwrap(), None);
        }
    }

    a_key_that_would_move_the_path_is_not_sent(sim()) |ground| {
        for key in ["", ".", "..", "a\r\nX-Injected: 1", "a\0b"] {
            let error = ground.client.send(GetUser::by_email(key)).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Request, "{key:?}");
        }
        let error = ground.client.send(GetUser::by_email("..")).await.unwrap_err();
        seen::same_everywhere("get_user_dot_segment", &seen::error(&error));
        assert!(ground.sim.requests().is_empty());
    }

    a_call_gives_status_headers_and_limit_state(sim().limit(600)) |ground| {
        let person = ground.sim.people()[0].id;
        let answer = ground.client.call(GetUser::new(person)).await.unwrap();
        assert_eq!(answer.status, 200);
        assert_eq!(answer.headers["content-type"], "application/json");
        assert_eq!(answer.rate_limit().limit, Some(600));
        assert_eq!(answer.rate_limit().remaining, Some(599));
        assert_eq!(answer.value.id.number(), person);
    }
}
