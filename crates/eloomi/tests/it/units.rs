//! Units: created, read, changed and deleted, and what of it was not applied.

use eloomi::{
    CreateUnit, DeleteUnit, ErrorKind, GetUnit, GetUser, ListUnits, OptionalExt as _, Patch,
    UniqueUnit, UnitId, UnitKey, UpdateUnit,
};
use eloomi_sim::{CreatedUnit, Matcher, PastEnd, Simulator, UnknownUnit};

use crate::{ground::Ground, seen};

fn sim() -> eloomi_sim::Builder {
    Simulator::builder().seed(7).people(25)
}

/// Ids of the first people of the simulator.
fn people<const N: usize>(ground: &Ground) -> [u64; N] {
    let people = ground.sim.people();
    std::array::from_fn(|at| people[at].id)
}

/// What is missing, as text: the field, and the value asked for.
fn missing(unit: &eloomi::AppliedUnit) -> Vec<String> {
    let missing = unit.missing().iter();
    missing
        .map(|missing| {
            format!(
                "{}={}",
                missing.field(),
                missing.value().unwrap_or("(none)")
            )
        })
        .collect()
}

async fn streamed(ground: &Ground) -> Vec<UnitId> {
    let units = ground
        .client
        .stream(ListUnits::new().per_page(5))
        .collect()
        .await
        .unwrap();
    units.into_iter().map(|unit| unit.id).collect()
}

fn units_of_the_start() -> Vec<UnitId> {
    (4001..=4012).map(UnitId::new).collect()
}

everywhere! {
    a_unit_is_created_found_changed_and_deleted(sim()) |ground| {
        let [ada, jonas, mia] = people(&ground);
        let create = CreateUnit::new("Søg & Find")
            .code("S 1")
            .parent_code("DEP104")
            .leader_ids([ada])
            .user_ids([ada, jonas]);
        let created = ground.client.send(create).await.unwrap();
        assert!(created.missing().is_empty());
        assert_eq!(created.unverified(), ["parent_code"]);
        assert_eq!(created.parent_id, Some(4004.into()));

        let key = UnitKey::code("S 1");
        assert_eq!(&ground.client.send(GetUnit::new(created.id)).await.unwrap(), &*created);
        assert_eq!(&ground.client.send(GetUnit::new(key.clone())).await.unwrap(), &*created);

        let change = UpdateUnit::new(created.id)
            .parent_id(Patch::Clear)
            .add_user_ids([mia])
            .remove_user_ids([jonas]);
        let changed = ground.client.send(change).await.unwrap();
        assert!(changed.missing().is_empty());
        assert_eq!(changed.users, [ada.into(), mia.into()]);
        assert_eq!((changed.parent_id, &changed.code), (None, &created.code));
        let member = ground.client.send(GetUser::new(mia)).await.unwrap();
        assert!(member.department_id.contains(&created.id));

        let renamed = UpdateUnit::new(key.clone()).name("Søg");
        let renamed = ground.client.send(renamed).await.unwrap().into_inner();
        assert_eq!(renamed.name.as_deref(), Some("Søg"));

        ground.client.send(DeleteUnit::new(key)).await.unwrap();
        assert_eq!(ground.client.send(GetUnit::new(created.id)).await.optional().unwrap(), None);
        let again = ground.client.send(DeleteUnit::new(created.id)).await.unwrap_err();
        seen::same_everywhere("delete_unit_twice", &seen::error(&again));
        seen::same_everywhere("write_units_requests", &seen::requests(&ground.requests()));
    }

    a_unit_that_no_key_leads_to_is_not_found(sim()) |ground| {
        for key in [UnitKey::from(1), UnitKey::code("NONE")] {
            let error = ground.client.send(GetUnit::new(key.clone())).await.unwrap_err();
            seen::same_everywhere(&format!("not_found_{}", error.operation()), &seen::error(&error));
            let update = UpdateUnit::new(key.clone()).name("North");
            assert!(ground.client.send(update).await.unwrap_err().is_not_found());
            let delete = ground.client.send(DeleteUnit::new(key)).await;
            assert_eq!(delete.optional().unwrap(), None);
        }
    }

    a_change_of_an_unknown_unit_that_is_refused_is_not_guessed_to_be_not_found(sim()) |ground| {
        ground.sim.switch(|switches| switches.unknown_unit = UnknownUnit::BadRequest);
        let error = ground.client.send(UpdateUnit::new(1).name("North")).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Rejected);
        assert_eq!(error.server_message(), Some("Unit not found"));
    }

    people_left_out_without_a_word_are_named(sim()) |ground| {
        let [ada, jonas] = people(&ground);
        let create = CreateUnit::new("Sales")
            .leader_ids([ada, 2])
            .user_ids([1, jonas, 3, 1])
            .access_groups([24, 99]);
        let created = ground.client.send(create).await.unwrap();
        let expected = ["access_groups=99", "leader_ids=2", "user_ids=1", "user_ids=3"];
        assert_eq!(missing(&created), expected);
        let change = UpdateUnit::new(created.id).add_user_ids([ada, 4]).parent_id(1);
        let changed = ground.client.send(change).await.unwrap();
        assert_eq!(missing(&changed), ["parent_id=1", "add_user_ids=4"]);
        assert_eq!(changed.users, [ada.into(), jonas.into()]);
    }

    fields_that_no_answer_shows_are_unverified(sim()) |ground| {
        let person = ground.sim.people().into_iter().find(|person| {
            person.employee_id.is_some() && person.email.is_some()
        }).unwrap();
        let (email, employee_id) = (person.email.unwrap(), person.employee_id.unwrap());
        let change = UpdateUnit::new(4012)
            .user_emails([&*email, "nobody@example.com"])
            .leaders_employee_ids([&*employee_id])
            .add_course_ids([61])
            .add_department_learning_manager_emails([&*email])
            .add_department_performance_manager_employee_ids([&*employee_id]);
        let changed = ground.client.send(change).await.unwrap();
        assert!(changed.missing().is_empty());
        assert_eq!(changed.unverified(), [
            "add_course_ids",
            "add_department_learning_manager_emails",
            "add_department_performance_manager_employee_ids",
            "leaders_employee_ids",
            "user_emails",
        ]);
        assert_eq!(changed.users, [person.id.into()]);
        assert_eq!(changed.leaders, [person.id.into()]);
        let unseen = ground.sim.unseen_of_unit(4012).unwrap();
        assert_eq!((unseen.courses, unseen.learning_managers), (vec![61], vec![person.id]));
        assert_eq!(unseen.performance_managers, [person.id]);
    }

    one_more_read_tells_an_early_answer_from_people_left_out(sim()) |ground| {
        ground.sim.switch(|switches| switches.created_unit = CreatedUnit::WithoutPeople);
        let [ada] = people(&ground);
        let create = CreateUnit::new("Sales").leader_ids([ada]).user_ids([ada, 1]);
        let created = ground.client.send(create).await.unwrap();
        assert_eq!(missing(&created).len(), 3);
        let sure = ground.client.send(created.read_back()).await.unwrap();
        assert_eq!(missing(&sure), ["user_ids=1"]);
        assert_eq!(sure.leaders, [ada.into()]);
        seen::same_everywhere("read_back_unit_requests", &seen::requests(&ground.requests()));
    }

    a_unit_without_code_gets_no_code_that_was_not_asked_for(sim()) |ground| {
        let created = ground.client.send(CreateUnit::new("Sales")).await.unwrap();
        assert_eq!(created.code.as_deref(), Some("sales"));
        assert!(created.missing().is_empty() && created.unverified().is_empty());
        let sure = ground.client.send(created.read_back()).await.unwrap();
        assert_eq!(sure.code, None);
    }

    the_guard_refuses_a_code_or_a_name_that_is_taken(sim()) |ground| {
        let twin = || CreateUnit::new("Nordwind").code("DEP101");
        for column in [UniqueUnit::Code, UniqueUnit::Name] {
            let error = ground.client.send(twin().unique(column)).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Rejected, "{column}");
        }
        let created = ground.client.send(twin()).await.unwrap();
        let found = ground.client.send(GetUnit::by_code("DEP101")).await.unwrap();
        assert_ne!(found.id, created.id, "the same code leads to one of two units");
    }

    a_creation_of_a_unit_whose_answer_is_lost_says_to_look_first(sim()) |ground| {
        ground.client.send(ListUnits::new()).await.unwrap(); // the token is there
        ground.sim.drop_next(Matcher::path("/v3/units").method("POST"));
        let error = ground.client.send(CreateUnit::new("Sales")).await.unwrap_err();
        assert!(error.is_ambiguous() && !error.is_retryable());
    }

    a_list_that_ignores_pages_ends_where_it_repeats(sim()) |ground| {
        assert_eq!(streamed(&ground).await, units_of_the_start());
        seen::same_everywhere("list_units_streamed", &seen::requests(&ground.requests()));
        let page = ground.client.send(ListUnits::new()).await.unwrap();
        let ids: Vec<_> = page.items.iter().map(|unit| unit.id).collect();
        assert_eq!(ids, units_of_the_start());
    }

    a_list_of_units_that_has_pages_is_read_to_its_end(sim()) |ground| {
        ground.sim.switch(|switches| switches.units_paged = true);
        assert_eq!(streamed(&ground).await, units_of_the_start());
        ground.sim.past_end(PastEnd::NoContent);
        assert_eq!(streamed(&ground).await, units_of_the_start());
        ground.sim.switch(|switches| switches.max_per_page = Some(2));
        assert_eq!(streamed(&ground).await, units_of_the_start());
    }

    a_code_that_would_move_the_path_is_not_sent(sim()) |ground| {
        for code in ["", ".", "..", "a\r\nX-Injected: 1"] {
            let key = UnitKey::code(code);
            let deleted = ground.client.send(DeleteUnit::new(key)).await;
            assert_eq!(deleted.unwrap_err().kind(), ErrorKind::Request, "{code:?}");
        }
        assert!(ground.sim.requests().is_empty());
    }
}
