//! Groups that eloomi names and nobody has documented.

use eloomi::{CreateOpen, DeleteOpen, GetOpen, Group, ListOpen, UpdateOpen};

use super::Asked;

pub(super) const REQUESTS: &[Asked] = &[
    ("open/coaches-list.exchange", |desk| {
        desk.send(ListOpen::new(Group::Coaches))
    }),
    ("open/course-categories-list.exchange", |desk| {
        desk.send(ListOpen::new(Group::CourseCategories))
    }),
    ("open/customers-list.exchange", |desk| {
        desk.send(ListOpen::new(Group::Customers))
    }),
    ("open/goals-list.exchange", |desk| {
        desk.send(ListOpen::new(Group::Goals))
    }),
    ("open/orders-list.exchange", |desk| {
        desk.send(ListOpen::new(Group::Orders))
    }),
    ("open/paths-list.exchange", |desk| {
        desk.send(ListOpen::new(Group::Paths))
    }),
    ("open/programs-list.exchange", |desk| {
        desk.send(ListOpen::new(Group::Programs))
    }),
    ("open/goals-create.exchange", |desk| {
        let goal = CreateOpen::new(Group::Goals)
            .field("name", "Ask twice")
            .field("steps", [1, 2])
            .field("note", None::<&str>);
        desk.send(goal)
    }),
    ("open/goals-delete-unknown.exchange", |desk| {
        desk.send(DeleteOpen::new(Group::Goals, 77))
    }),
    ("open/goals-delete.exchange", |desk| {
        desk.send(DeleteOpen::new(Group::Goals, 6402))
    }),
    ("open/goals-get-unknown.exchange", |desk| {
        desk.send(GetOpen::new(Group::Goals, 77))
    }),
    ("open/goals-get.exchange", |desk| {
        desk.send(GetOpen::new(Group::Goals, 6401))
    }),
    ("open/goals-list-wrong-path.exchange", |desk| {
        desk.send(ListOpen::new(Group::Goals))
    }),
    ("open/goals-update-unknown.exchange", |desk| {
        desk.send(UpdateOpen::new(Group::Goals, 77).field("name", "Read even more"))
    }),
    ("open/goals-update.exchange", |desk| {
        let change = UpdateOpen::new(Group::Goals, 6401)
            .field("name", "Read even more")
            .field("progress", 40);
        desk.send(change)
    }),
];
