//! Courses: listed, assigned, taken and completed.

use eloomi::{
    AssignCourse, Course, CourseId, CourseParticipant, ErrorKind, GetCourse,
    ListCourseParticipants, ListCourses, OptionalExt as _, ParticipantStatus, Patch,
    UpdateCourseAssignment, UserId,
};
use eloomi_sim::{Canned, Matcher, PastEnd, Simulator};

use crate::{ground::Ground, seen};

/// Nobody takes this course at the start; it is due again after a year.
const COURSE: u64 = 9011;

fn sim() -> eloomi_sim::Builder {
    Simulator::builder().seed(7).people(25)
}

async fn all_courses(ground: &Ground) -> Vec<Course> {
    let courses = ground.client.stream(ListCourses::new());
    courses.collect().await.unwrap()
}

/// The rows that a stream of this course gives.
async fn rows(ground: &Ground, list: ListCourseParticipants) -> Vec<CourseParticipant> {
    ground.client.stream(list).collect().await.unwrap()
}

fn people(rows: &[CourseParticipant]) -> Vec<UserId> {
    rows.iter().map(|row| row.user_id).collect()
}

/// Assigns the course to everybody, and gives their ids.
async fn assign_to_all(ground: &Ground) -> Vec<UserId> {
    let ids: Vec<UserId> = ground
        .sim
        .people()
        .iter()
        .map(|one| one.id.into())
        .collect();
    for id in &ids {
        ground
            .client
            .send(AssignCourse::new(COURSE, *id))
            .await
            .unwrap();
    }
    ids
}

everywhere! {
    a_course_is_assigned_begun_and_completed(sim()) |ground| {
        let assignment = AssignCourse::new(COURSE, 80001).required(true).deadline("2020-12-13");
        let assigned = ground.client.send(assignment).await.unwrap();
        assert_eq!((assigned.course_id, assigned.user_id), (COURSE.into(), 80001.into()));
        assert_eq!((assigned.required, assigned.status), (Some(true), None));

        let list = ListCourseParticipants::new(COURSE).extended_mode();
        let status = |rows: &[CourseParticipant]| rows[0].status.clone();
        assert_eq!(status(&rows(&ground, list.clone()).await), Some(ParticipantStatus::NotStarted));

        assert!(ground.sim.progress_course(COURSE, 80001, 33));
        let begun = rows(&ground, list.clone()).await;
        assert_eq!(status(&begun), Some(ParticipantStatus::Started));
        let progress = begun[0].progress.as_ref().unwrap();
        assert_eq!((progress.as_text(), progress.as_f64()), (Some("33.00"), Some(33.0)));

        let later = UpdateCourseAssignment::new(COURSE, 80001).deadline(Patch::Clear);
        let changed = ground.client.send(later).await.unwrap();
        assert_eq!((changed.deadline, changed.required), (None, Some(true)));

        assert!(ground.sim.complete_course(COURSE, 80001, 95));
        let done = rows(&ground, list).await;
        assert_eq!(status(&done), Some(ParticipantStatus::Completed));
        assert_eq!(done[0].score.as_ref().unwrap().as_f64(), Some(95.0));
        assert!(done[0].completed_at.is_some() && done[0].renewal_at.is_some());
        seen::same_everywhere("courses_requests", &seen::requests(&ground.requests()));
    }

    extended_mode_adds_what_does_not_come_without(sim()) |ground| {
        ground.client.send(AssignCourse::new(COURSE, 80001)).await.unwrap();
        assert!(ground.sim.complete_course(COURSE, 80001, 95));
        let plain = &rows(&ground, ListCourseParticipants::new(COURSE)).await[0];
        assert_eq!((&plain.status, &plain.renewal_at), (&None, &None));
        for list in [
            ListCourseParticipants::new(COURSE).extended_mode(),
            ListCourseParticipants::new(COURSE).extended_mode_as("true"),
        ] {
            let extended = &rows(&ground, list).await[0];
            assert!(extended.status.is_some() && extended.renewal_at.is_some());
        }
    }

    courses_come_page_after_page(sim()) |ground| {
        let courses = ground.client.stream(ListCourses::new().per_page(5)).collect().await.unwrap();
        let ids: Vec<_> = courses.iter().map(|course| course.id).collect();
        assert_eq!(ids, (9001..=9012).map(CourseId::new).collect::<Vec<_>>());
        seen::same_everywhere("list_courses_streamed", &seen::requests(&ground.requests()));
    }

    a_service_without_pages_gives_each_course_once(sim()) |ground| {
        let all = all_courses(&ground).await;
        ground.sim.repeat_pages(true);
        assert_eq!(all_courses(&ground).await, all);
    }

    a_course_alone_is_the_one_of_the_list(sim()) |ground| {
        for course in all_courses(&ground).await {
            assert_eq!(ground.client.send(GetCourse::new(course.id)).await.unwrap(), course);
        }
    }

    a_course_that_there_is_not_is_not_found(sim()) |ground| {
        let error = ground.client.send(GetCourse::new(1)).await.unwrap_err();
        seen::same_everywhere("not_found_getCourse", &seen::error(&error));
        assert_eq!(ground.client.send(GetCourse::new(1)).await.optional().unwrap(), None);
    }

    prices_and_scores_are_numbers_in_both_forms(sim()) |ground| {
        let courses = all_courses(&ground).await;
        let prices = || courses.iter().filter_map(|course| course.price.as_ref());
        assert!(prices().any(|price| price.as_text().is_some()));
        assert!(prices().any(|price| price.as_text().is_none()));
        assert!(prices().all(|price| price.as_f64().is_some()));

        assign_to_all(&ground).await;
        let rows = rows(&ground, ListCourseParticipants::new(COURSE)).await;
        let scores = || rows.iter().filter_map(|row| row.score.as_ref());
        assert!(scores().any(|score| score.as_text() == Some("0.00")));
        assert!(scores().any(|score| score.as_text().is_none()));
        assert!(scores().all(|score| score.as_f64() == Some(0.0)));
    }

    flags_keep_their_truth_in_both_forms(sim()) |ground| {
        let courses = all_courses(&ground).await;
        let old = courses.iter().find(|course| course.id == 9008.into()).unwrap();
        assert_eq!(old.active, Some(false), "it came as text");
        assert!(courses.iter().filter(|course| *course != old).all(|one| one.active == Some(true)));
    }

    an_impossible_deadline_is_kept(sim()) |ground| {
        let assignment = AssignCourse::new(COURSE, 80001).deadline("2019-02-30");
        let assigned = ground.client.send(assignment).await.unwrap();
        let listed = rows(&ground, ListCourseParticipants::new(COURSE)).await;
        for row in [&assigned, &listed[0]] {
            assert_eq!(row.deadline.as_ref().unwrap().as_str(), "2019-02-30");
        }
    }

    everybody_in_a_course_comes_once_with_pages_and_without(sim()) |ground| {
        let everybody = assign_to_all(&ground).await;
        let list = ListCourseParticipants::new(COURSE);
        assert_eq!(people(&rows(&ground, list.clone().per_page(10)).await), everybody);
        assert_eq!(people(&ground.client.send(list.clone()).await.unwrap().items), everybody);
        ground.sim.past_end(PastEnd::NoContent);
        assert_eq!(people(&rows(&ground, list.clone()).await), everybody);
        ground.sim.repeat_pages(true);
        assert_eq!(people(&rows(&ground, list).await), everybody);
    }

    no_row_of_a_person_is_lost_and_none_comes_twice(sim()) |ground| {
        // The person has completed the course and takes it again; the service ignores the page, and
        // the second time the person is a little further.
        let answer = |progress| Canned::json(200, format!(
            r#"{{"status_code":200,"data":[
                {{"course_id":9011,"user_id":80001,"completed_at":"2019-03-01 08:00:00","progress":100}},
                {{"course_id":9011,"user_id":80001,"completed_at":null,"progress":{progress}}}
            ]}}"#
        ));
        let here = || Matcher::path("/v3/courses/9011/participants");
        ground.sim.answer_next(here(), answer(10));
        ground.sim.answer_next(here(), answer(20));
        let rows = rows(&ground, ListCourseParticipants::new(COURSE)).await;
        let done: Vec<_> = rows.iter().map(|row| row.completed_at.is_some()).collect();
        assert_eq!(done, [true, false]);
        assert_eq!(ground.requests().len(), 2, "nothing new on the second page is the end");
    }

    rows_of_a_page_that_differ_in_nothing_but_counters_are_all_given(sim()) |ground| {
        // The same person twice, and a service that ignores the page.
        let answer = |progress| Canned::json(200, format!(
            r#"{{"status_code":200,"data":[
                {{"course_id":9011,"user_id":80001,"progress":100,"attempts":2}},
                {{"course_id":9011,"user_id":80001,"progress":{progress},"attempts":1}}
            ]}}"#
        ));
        let here = || Matcher::path("/v3/courses/9011/participants");
        ground.sim.answer_next(here(), answer(10));
        ground.sim.answer_next(here(), answer(20));
        let rows = rows(&ground, ListCourseParticipants::new(COURSE)).await;
        let attempts: Vec<_> = rows.iter().map(|row| row.attempts.as_ref().unwrap().as_u64()).collect();
        assert_eq!(attempts, [Some(2), Some(1)]);
    }

    a_service_without_the_inferred_calls_of_courses_is_told_with_what_to_do(sim()) |ground| {
        let missing = || Canned::json(404, r#"{"status_code":404}"#);
        ground.sim.answer_next(Matcher::path("/v3/courses/9011"), missing());
        let got = ground.client.send(GetCourse::new(COURSE)).await.unwrap_err();
        ground.sim.answer_next(Matcher::path("/v3/courses/9011/participants/80001"), Canned::json(405, "{}"));
        let change = UpdateCourseAssignment::new(COURSE, 80001).required(true);
        let changed = ground.client.send(change).await.unwrap_err();
        seen::same_everywhere("inferred_calls_of_courses", &format!("{got}\n{changed}"));
    }

    a_course_that_nobody_takes_has_no_rows(sim()) |ground| {
        for course in [COURSE, 1] {
            assert_eq!(rows(&ground, ListCourseParticipants::new(course)).await, []);
        }
    }

    an_assignment_is_refused_without_naming_anybody(sim()) |ground| {
        let error = ground.client.send(AssignCourse::new(COURSE, 77)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Rejected);
        seen::same_everywhere("assign_course_to_nobody", &seen::error(&error));
        let change = UpdateCourseAssignment::new(COURSE, 80001).required(true);
        let error = ground.client.send(change).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Rejected, "there is nothing to change");
    }

    an_assignment_whose_answer_is_lost_says_to_look_first(sim()) |ground| {
        ground.client.send(GetCourse::new(COURSE)).await.unwrap(); // the token is there
        let path = "/v3/courses/9011/participants/80001";
        ground.sim.drop_next(Matcher::path(path).method("POST"));
        let error = ground.client.send(AssignCourse::new(COURSE, 80001)).await.unwrap_err();
        assert!(error.is_ambiguous() && !error.is_retryable());
        let posts = ground.requests().iter().filter(|request| request.method == "POST").count();
        assert_eq!(posts, 1);
    }

    a_deleted_person_takes_no_course(sim()) |ground| {
        let everybody = assign_to_all(&ground).await;
        ground.client.send(eloomi::DeleteUser::new(80001)).await.unwrap();
        let left = people(&rows(&ground, ListCourseParticipants::new(COURSE)).await);
        assert_eq!(left, everybody[1..]);
    }
}
