//! Courses, and who takes them.

use eloomi::{
    AssignCourse, GetCourse, ListCourseParticipants, ListCourses, Patch, UpdateCourseAssignment,
};

use super::Asked;

pub(super) const REQUESTS: &[Asked] = &[
    ("courses/assign-unknown.exchange", |desk| {
        desk.send(AssignCourse::new(9001, 77))
    }),
    ("courses/assign-without-body.exchange", |desk| {
        desk.send(AssignCourse::new(9001, 80002))
    }),
    ("courses/assign.exchange", |desk| {
        let assignment = AssignCourse::new(9001, 80001)
            .required(true)
            .deadline("2020-12-13")
            .custom_attributes([("cost_center", "1200")]);
        desk.send(assignment)
    }),
    ("courses/get-unknown.exchange", |desk| {
        desk.send(GetCourse::new(77))
    }),
    ("courses/get.exchange", |desk| {
        desk.send(GetCourse::new(9010))
    }),
    ("courses/list-page-1.exchange", |desk| {
        desk.send(ListCourses::new().page(1).per_page(2))
    }),
    ("courses/list-past-end.exchange", |desk| {
        desk.send(ListCourses::new().page(7).per_page(2))
    }),
    ("courses/participants-extended.exchange", |desk| {
        let list = ListCourseParticipants::new(9001).extended_mode();
        desk.send(list.page(1).per_page(3))
    }),
    ("courses/participants-none.exchange", |desk| {
        desk.send(ListCourseParticipants::new(9012))
    }),
    ("courses/participants.exchange", |desk| {
        desk.send(ListCourseParticipants::new(9001))
    }),
    ("courses/update-assignment-unknown.exchange", |desk| {
        desk.send(UpdateCourseAssignment::new(9001, 80002).required(true))
    }),
    ("courses/update-assignment.exchange", |desk| {
        let change = UpdateCourseAssignment::new(9001, 80001)
            .required(false)
            .deadline(Patch::Clear);
        desk.send(change)
    }),
];
