//! Teams.

use eloomi::{
    AddTeamPrograms, CourseId, CreateTeam, DeleteTeam, GetTeam, ListTeams, Patch, ProgramId,
    RawRequest, TeamCourseConfig, TeamProgramAssignment, TeamProgramConfig, UpdateTeam, UserId,
};
use http::Method;

use super::Asked;

pub(super) const REQUESTS: &[Asked] = &[
    ("teams/add-programs-unknown.exchange", |desk| {
        desk.send(AddTeamPrograms::new(77, [90092]))
    }),
    ("teams/add-programs.exchange", |desk| {
        let quietly = TeamProgramAssignment::new(90092)
            .is_required(true)
            .notify_users(false);
        desk.send(AddTeamPrograms::new(701, [quietly, 90093.into()]))
    }),
    ("teams/create-by-email-and-employee-id.exchange", |desk| {
        let harbour = CreateTeam::new("Harbour")
            .employee_ids(["E0002", "E9999"])
            .user_emails(["mia+hr@example.com", "nobody@example.com"]);
        desk.send(harbour)
    }),
    // The typed request is refused before it is sent.
    ("teams/create-without-name.exchange", |desk| {
        let nameless = r#"{"description":"Whoever works at the quay"}"#;
        desk.send(RawRequest::new(Method::POST, "/v3/teams").json(nameless))
    }),
    ("teams/create.exchange", |desk| {
        let course = TeamCourseConfig::default();
        let urgent = course.clone().deadline("2026-12-31").required(true);
        let quietly = TeamProgramConfig::default().notify(false).required(true);
        let harbour = CreateTeam::new("Harbour")
            .description("Whoever works at the quay")
            .leader_ids([80001])
            .user_ids([80002, 80003])
            .course_ids([(12, urgent), (13, course)])
            .program_ids([(90092, quietly)])
            .custom_attributes([("cost_center", "1300")]);
        desk.send(harbour)
    }),
    ("teams/delete-unknown.exchange", |desk| {
        desk.send(DeleteTeam::new(77))
    }),
    ("teams/delete.exchange", |desk| {
        desk.send(DeleteTeam::new(701))
    }),
    ("teams/get-unknown.exchange", |desk| {
        desk.send(GetTeam::new(77))
    }),
    ("teams/get.exchange", |desk| desk.send(GetTeam::new(701))),
    ("teams/list-page-2.exchange", |desk| {
        desk.send(ListTeams::new().page(2).per_page(4))
    }),
    ("teams/list.exchange", |desk| desk.send(ListTeams::new())),
    ("teams/update-adds-courses.exchange", |desk| {
        let change = UpdateTeam::new(701)
            .add_course_ids([12])
            .remove_course_ids([13]);
        desk.send(change)
    }),
    ("teams/update-refused.exchange", |desk| {
        let soon = TeamCourseConfig::default().deadline("soon");
        desk.send(UpdateTeam::new(701).course_ids([(12, soon)]))
    }),
    ("teams/update-takes-all-away.exchange", |desk| {
        let change = UpdateTeam::new(701)
            .user_ids::<UserId>([])
            .course_ids::<CourseId, TeamCourseConfig>([])
            .program_ids::<ProgramId, TeamProgramConfig>([]);
        desk.send(change)
    }),
    ("teams/update-unknown.exchange", |desk| {
        desk.send(UpdateTeam::new(77).name("Harbour"))
    }),
    ("teams/update.exchange", |desk| {
        let change = UpdateTeam::new(701)
            .description(Patch::Clear)
            .user_ids([80003, 80004]);
        desk.send(change)
    }),
];
