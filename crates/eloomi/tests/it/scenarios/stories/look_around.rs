//! Somebody looks around: a page of every list, and the first thing on it. It writes nothing and
//! names nobody, so it may be told to any service.

use eloomi::{
    GetCourse, GetTeam, GetUnit, GetUser, ListAccessGroups, ListCourses, ListTeams, ListUnits,
    ListUsers,
};

use super::people::{ADA, MIA};
use crate::scenarios::story::Story;

pub(super) const STORY: Story = Story {
    people: &[ADA, MIA],
    is_for_anybody: true,
    ..Story::new(
        "look-around",
        "a page of every list, and the first thing on it",
        |teller| {
            Box::pin(async {
                let people = teller.call(ListUsers::new().page(1).per_page(2)).await;
                if let Some(first) = people.and_then(|page| page.items.into_iter().next()) {
                    teller.call(GetUser::new(first.id)).await;
                }
                let units = teller.call(ListUnits::new()).await;
                if let Some(first) = units.and_then(|page| page.items.into_iter().next()) {
                    teller.call(GetUnit::new(first.id)).await;
                }
                let teams = teller.call(ListTeams::new().page(1).per_page(2)).await;
                if let Some(first) = teams.and_then(|page| page.items.into_iter().next()) {
                    teller.call(GetTeam::new(first.id)).await;
                }
                let courses = teller.call(ListCourses::new().page(1).per_page(2)).await;
                if let Some(first) = courses.and_then(|page| page.items.into_iter().next()) {
                    teller.call(GetCourse::new(first.id)).await;
                }
                teller.call(ListAccessGroups::new()).await;
            })
        },
    )
};
