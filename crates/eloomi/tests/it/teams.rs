//! Teams, read and written.

use std::time::Duration;

use eloomi::{
    AddTeamPrograms, AddUserToTeam, CreateTeam, CreateUser, DeleteTeam, ErrorKind, GetTeam,
    GetUser, ListTeams, OptionalExt as _, Patch, Team, TeamCourseConfig, TeamProgramAssignment,
    TeamProgramConfig, UpdateTeam, UserId,
};
use eloomi_sim::{Matcher, PastEnd, Simulator};
use serde_json::{Value, json};

use crate::seen;

fn sim() -> eloomi_sim::Builder {
    Simulator::builder().seed(7).people(25)
}

fn harbour() -> CreateTeam {
    CreateTeam::new("Harbour")
        .description("Whoever works at the quay")
        .leader_ids([80001])
        .user_ids([80001])
}

/// What the simulator knows of a team, hidden settings included.
fn told(sim: &Simulator, team: &Team) -> Value {
    serde_json::from_str(&sim.team(team.id.number()).unwrap()).unwrap()
}

everywhere! {
    a_team_is_created_found_changed_and_deleted(sim()) |ground| {
        let created = ground.client.send(harbour()).await.unwrap();
        assert_eq!(created.name.as_deref(), Some("Harbour"));
        assert_eq!(created.leaders, [UserId::new(80001)]);

        let found = ground.client.send(GetTeam::new(created.id)).await.unwrap();
        assert_eq!(found, created);

        let change = UpdateTeam::new(created.id).description(Patch::Clear).user_ids::<UserId>([]);
        let changed = ground.client.send(&change).await.unwrap();
        assert_eq!(changed.description, None);
        assert!(changed.users.is_empty());
        assert_eq!(changed.leaders, created.leaders, "what was not named stays");

        ground.client.send(DeleteTeam::new(created.id)).await.unwrap();
        let gone = ground.client.send(GetTeam::new(created.id)).await.optional().unwrap();
        assert_eq!(gone, None);
        let again = ground.client.send(DeleteTeam::new(created.id)).await.unwrap_err();
        seen::same_everywhere("delete_team_twice", &seen::error(&again));
        seen::same_everywhere("teams_requests", &seen::requests(&ground.requests()));
    }

    every_team_is_streamed_once_whether_the_list_has_pages_or_not(sim()) |ground| {
        let all: Vec<_> = (701..=709).collect();
        let ids = async || {
            let teams = ground.client.stream(ListTeams::new().per_page(4)).collect().await.unwrap();
            teams.iter().map(|team| team.id.number()).collect::<Vec<_>>()
        };
        assert_eq!(ids().await, all);
        ground.sim.past_end(PastEnd::NoContent);
        assert_eq!(ids().await, all);
        ground.sim.repeat_pages(true);
        ground.sim.switch(|switches| switches.max_per_page = Some(9));
        let unpaged = ground.client.stream(ListTeams::new()).collect().await.unwrap();
        assert_eq!(unpaged.len(), 9);
        let page = ground.client.send(ListTeams::new()).await.unwrap();
        assert_eq!(page.items, unpaged);
    }

    a_team_and_its_people_tell_the_same(sim()) |ground| {
        let starter = CreateUser::new("jane@example.com").employee_id("E 91");
        let starter = ground.client.send(starter).await.unwrap();
        let team = ground.client.send(harbour().user_ids([starter.id])).await.unwrap();
        assert_eq!(team.users, [starter.id]);
        let user = ground.client.send(GetUser::new(starter.id)).await.unwrap();
        assert_eq!(user.team_id, [team.id]);

        ground.client.send(AddUserToTeam::new("E 91", 701)).await.unwrap();
        let first = ground.client.send(GetTeam::new(701)).await.unwrap();
        assert!(first.users.contains(&starter.id));

        ground.client.send(DeleteTeam::new(team.id)).await.unwrap();
        let user = ground.client.send(GetUser::new(starter.id)).await.unwrap();
        assert_eq!(user.team_id, [701.into()]);
    }

    people_whom_nobody_knows_are_missing_in_the_answer(sim()) |ground| {
        let team = harbour().user_ids([80001, 1]).user_emails(["nobody@example.com"]);
        let team = ground.client.send(team).await.unwrap();
        assert_eq!(team.users, [UserId::new(80001)]);
    }

    courses_and_programs_arrive_with_their_settings(sim()) |ground| {
        let required = TeamCourseConfig::default().deadline("2026-12-31").required(true);
        let quietly = TeamProgramConfig::default().notify(false);
        let team = harbour().course_ids([(12, required)]).program_ids([(7, quietly)]);
        let team = ground.client.send(team).await.unwrap();
        let known = told(&ground.sim, &team);
        assert_eq!(known["course_ids"], json!({"12": {"deadline": "2026-12-31", "required": true}}));
        assert_eq!(known["program_ids"], json!({"7": {"notify": false, "required": false}}));

        let one_by_one = UpdateTeam::new(team.id).add_course_ids([13]).remove_course_ids([12]);
        let team = ground.client.send(one_by_one).await.unwrap();
        assert_eq!(told(&ground.sim, &team)["course_ids"], json!({"13": {"required": false}}));
    }

    programs_that_are_queued_come_later(sim()) |ground| {
        let team = ground.client.send(harbour()).await.unwrap();
        let program = TeamProgramAssignment::new(90092).is_required(true).notify_users(false);
        ground.client.send(AddTeamPrograms::new(team.id, [program])).await.unwrap();
        assert_eq!(told(&ground.sim, &team)["program_ids"], json!({}));
        ground.sim.advance(Duration::from_secs(5));
        let expected = json!({"90092": {"notify": false, "required": true}});
        assert_eq!(told(&ground.sim, &team)["program_ids"], expected);

        let error = ground.client.send(AddTeamPrograms::new(1, [90092])).await.unwrap_err();
        seen::same_everywhere("add_programs_to_no_team", &seen::error(&error));
    }

    a_lost_answer_to_a_write_of_a_team_says_to_look_if_it_may_not_be_repeated(sim()) |ground| {
        ground.client.send(ListTeams::new()).await.unwrap(); // the token is there
        ground.sim.drop_next(Matcher::path("/v3/teams").method("POST"));
        assert!(ground.client.send(harbour()).await.unwrap_err().is_ambiguous());
        ground.sim.drop_next(Matcher::path("/v3/teams/701/programs"));
        let assign = AddTeamPrograms::new(701, [90092]);
        assert!(ground.client.send(assign).await.unwrap_err().is_ambiguous());
        ground.sim.drop_next(Matcher::path("/v3/teams/701").method("PATCH"));
        let tells = UpdateTeam::new(701).program_ids([(7, TeamProgramConfig::default())]);
        assert!(ground.client.send(tells).await.unwrap_err().is_ambiguous());
        ground.sim.drop_next(Matcher::path("/v3/teams/701").method("PATCH"));
        let error = ground.client.send(UpdateTeam::new(701).name("x")).await.unwrap_err();
        assert!(error.is_retryable() && !error.is_ambiguous());
    }

    a_team_that_is_not_there_is_not_found(sim()) |ground| {
        assert!(ground.client.send(GetTeam::new(1)).await.unwrap_err().is_not_found());
        let update = UpdateTeam::new(1).name("x");
        assert!(ground.client.send(update).await.unwrap_err().is_not_found());
        assert!(ground.client.send(DeleteTeam::new(1)).await.unwrap_err().is_not_found());
    }

    what_contradicts_itself_or_says_nothing_is_not_sent(sim()) |ground| {
        let both = UpdateTeam::new(701)
            .course_ids([(12, TeamCourseConfig::default())])
            .add_course_ids([13]);
        let none: [u64; 0] = [];
        for error in [
            ground.client.send(both).await.unwrap_err(),
            ground.client.send(UpdateTeam::new(701)).await.unwrap_err(),
            ground.client.send(CreateTeam::new("")).await.unwrap_err(),
            ground.client.send(AddTeamPrograms::new(701, none)).await.unwrap_err(),
            ground.client.send(ListTeams::new().per_page(0)).await.unwrap_err(),
        ] {
            assert_eq!(error.kind(), ErrorKind::Request, "{error}");
        }
        assert!(ground.sim.requests().is_empty());
    }
}
