//! Units.

use eloomi::{CreateUnit, DeleteUnit, GetUnit, ListUnits, Patch, UniqueUnit, UnitKey, UpdateUnit};

use super::Asked;

pub(super) const REQUESTS: &[Asked] = &[
    ("units/create-code-taken.exchange", |desk| {
        let twin = CreateUnit::new("Search").code("DEP104");
        desk.send(twin.unique(UniqueUnit::Code))
    }),
    ("units/create-name-taken.exchange", |desk| {
        desk.send(CreateUnit::new("Sales").unique(UniqueUnit::Name))
    }),
    ("units/create-shows-nobody.exchange", |desk| {
        let unit = CreateUnit::new("Search")
            .code("MAR02")
            .leader_ids([80001])
            .user_ids([80002]);
        desk.send(unit)
    }),
    ("units/create-spellings.exchange", |desk| {
        let unit = CreateUnit::new("Search")
            .code("MAR02")
            .parent_code("DEP107")
            .leaders_employee_ids(["E0001"])
            .user_emails(["jonas@example.com"])
            .add_department_learning_manager_emails(["mia+hr@example.com"]);
        desk.send(unit)
    }),
    ("units/create-twin.exchange", |desk| {
        desk.send(CreateUnit::new("Sales").code("DEP104"))
    }),
    ("units/create-unknown-people.exchange", |desk| {
        let unit = CreateUnit::new("Search")
            .code("MAR02")
            .leader_ids([80001, 77])
            .user_ids([78, 80002]);
        desk.send(unit)
    }),
    ("units/create-without-code.exchange", |desk| {
        desk.send(CreateUnit::new("Search"))
    }),
    ("units/create.exchange", |desk| {
        let unit = CreateUnit::new("Search & Find")
            .code("MAR 02")
            .unique(UniqueUnit::Code)
            .parent_id(4007)
            .leader_ids([80001])
            .user_ids([80002, 80003])
            .access_groups([31]);
        desk.send(unit)
    }),
    ("units/delete-by-code.exchange", |desk| {
        desk.send(DeleteUnit::new(UnitKey::code("DEP105")))
    }),
    ("units/delete-unknown-by-code.exchange", |desk| {
        desk.send(DeleteUnit::new(UnitKey::code("NONE")))
    }),
    ("units/delete-unknown.exchange", |desk| {
        desk.send(DeleteUnit::new(77))
    }),
    ("units/delete.exchange", |desk| {
        desk.send(DeleteUnit::new(4005))
    }),
    ("units/get-by-code.exchange", |desk| {
        desk.send(GetUnit::by_code("DEP105"))
    }),
    ("units/get-unknown-by-code.exchange", |desk| {
        desk.send(GetUnit::by_code("NONE"))
    }),
    ("units/get-unknown.exchange", |desk| {
        desk.send(GetUnit::new(77))
    }),
    ("units/get.exchange", |desk| desk.send(GetUnit::new(4001))),
    ("units/list-paged-past-end.exchange", |desk| {
        desk.send(ListUnits::new().page(3).per_page(10))
    }),
    ("units/list.exchange", |desk| desk.send(ListUnits::new())),
    ("units/update-by-code.exchange", |desk| {
        let change = UpdateUnit::new(UnitKey::code("DEP105"))
            .code("DEP205")
            .add_course_ids([61])
            .add_department_performance_manager_ids([80001])
            .remove_department_learning_manager_employee_ids(["E0002"]);
        desk.send(change)
    }),
    ("units/update-unknown-400.exchange", |desk| {
        desk.send(UpdateUnit::new(77).name("Search"))
    }),
    ("units/update-unknown-by-code-400.exchange", |desk| {
        desk.send(UpdateUnit::new(UnitKey::code("NONE")).name("Search"))
    }),
    ("units/update-unknown-by-code.exchange", |desk| {
        desk.send(UpdateUnit::new(UnitKey::code("NONE")).name("Search"))
    }),
    ("units/update-unknown.exchange", |desk| {
        desk.send(UpdateUnit::new(77).name("Search"))
    }),
    ("units/update.exchange", |desk| {
        let change = UpdateUnit::new(4001)
            .name("Nordwind Group")
            .parent_id(Patch::Clear)
            .add_user_ids([80002])
            .remove_user_ids([80001]);
        desk.send(change)
    }),
];
