//! The people of programs.

use eloomi::{ListProgramParticipants, ProgramParticipant, UserId};
use eloomi_sim::{Canned, Matcher, PastEnd, Simulator};

use crate::{ground::Ground, seen};

/// Nobody is in this program at the start.
const PROGRAM: u64 = 90094;

fn sim() -> eloomi_sim::Builder {
    Simulator::builder().seed(7).people(25)
}

/// Puts everybody into the program, every second one without having to.
fn assign_to_all(ground: &Ground) -> Vec<UserId> {
    let ids: Vec<u64> = ground.sim.people().iter().map(|one| one.id).collect();
    for (number, id) in ids.iter().enumerate() {
        assert!(ground.sim.assign_program(PROGRAM, *id, number % 2 == 0));
    }
    ids.into_iter().map(UserId::new).collect()
}

async fn rows(ground: &Ground, list: ListProgramParticipants) -> Vec<ProgramParticipant> {
    ground.client.stream(list).collect().await.unwrap()
}

fn people(rows: &[ProgramParticipant]) -> Vec<UserId> {
    rows.iter().map(|row| row.user_id).collect()
}

everywhere! {
    people_of_a_program_come_page_after_page(sim()) |ground| {
        let everybody = assign_to_all(&ground);
        let list = ListProgramParticipants::new(PROGRAM).per_page(10);
        assert_eq!(people(&rows(&ground, list).await), everybody);
        seen::same_everywhere("list_program_participants_streamed", &seen::requests(&ground.requests()));
    }

    everybody_in_a_program_comes_once_whatever_the_service_makes_of_pages(sim()) |ground| {
        let everybody = assign_to_all(&ground);
        let list = ListProgramParticipants::new(PROGRAM);
        ground.sim.past_end(PastEnd::NoContent);
        assert_eq!(people(&rows(&ground, list.clone()).await), everybody);
        ground.sim.repeat_pages(true);
        assert_eq!(people(&rows(&ground, list).await), everybody);
    }

    whether_a_program_is_required_is_a_truth_value(sim()) |ground| {
        let everybody = assign_to_all(&ground);
        let page = ground.client.send(ListProgramParticipants::new(PROGRAM)).await.unwrap();
        let required = page.items.iter().map(|row| row.required.unwrap());
        let expected: Vec<_> = (0..everybody.len()).map(|number| number % 2 == 0).collect();
        assert_eq!(required.collect::<Vec<_>>(), expected);
    }

    some_have_completed_a_program_and_some_have_not(sim()) |ground| {
        let mut rows = rows(&ground, ListProgramParticipants::new(90092)).await;
        let all = rows.len();
        rows.retain(|row| row.completed_at.is_some());
        assert!(!rows.is_empty() && rows.len() < all);
    }

    a_wrong_path_of_the_people_of_a_program_is_told_with_what_to_do(sim()) |ground| {
        for _ in 0..2 {
            let here = Matcher::path("/v3/programs/90094/participants");
            ground.sim.answer_next(here, Canned::json(404, r#"{"status_code":404}"#));
        }
        let list = ListProgramParticipants::new(PROGRAM);
        let sent = ground.client.send(list.clone()).await.unwrap_err();
        seen::same_everywhere("program_participants_wrong_path", &sent.to_string());
        let streamed = ground.client.stream(list).collect().await.unwrap_err();
        assert_eq!(streamed.to_string(), sent.to_string());
    }

    a_program_that_there_is_not_has_no_rows(sim()) |ground| {
        assert_eq!(rows(&ground, ListProgramParticipants::new(1)).await, []);
    }
}
