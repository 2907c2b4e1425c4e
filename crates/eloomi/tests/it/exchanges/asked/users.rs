//! People.

use eloomi::{
    Activation, AddUserToTeam, CreateUser, DeleteUser, GetUser, ListUsers, Patch, RawRequest,
    UpdateUser, UserKey, UserMode,
};
use http::Method;

use super::Asked;

pub(super) const REQUESTS: &[Asked] = &[
    ("users/add-to-team-unknown.exchange", |desk| {
        desk.send(AddUserToTeam::new("E0002", 77))
    }),
    ("users/add-to-team.exchange", |desk| {
        desk.send(AddUserToTeam::new("E0002", 702))
    }),
    ("users/create-email-taken.exchange", |desk| {
        desk.send(CreateUser::new("ada@example.com"))
    }),
    // The typed request is refused before it is sent.
    ("users/create-without-email.exchange", |desk| {
        desk.send(RawRequest::new(Method::POST, "/v3/users").json(r#"{"first_name":"Lin"}"#))
    }),
    ("users/create.exchange", |desk| {
        let starter = CreateUser::new("lin@example.com")
            .first_name("Lin")
            .last_name("Example")
            .employee_id("E0005")
            .department_code(["DEP103"])
            .title("Writer");
        desk.send(starter)
    }),
    ("users/delete-by-email.exchange", |desk| {
        desk.send(DeleteUser::new(UserKey::email("jonas@example.com")))
    }),
    ("users/delete-by-employee-id.exchange", |desk| {
        desk.send(DeleteUser::new(UserKey::employee_id("E0002")))
    }),
    ("users/delete-unknown-by-employee-id.exchange", |desk| {
        desk.send(DeleteUser::new(UserKey::employee_id("E9999")))
    }),
    ("users/delete-unknown-by-email.exchange", |desk| {
        desk.send(DeleteUser::new(UserKey::email("nobody@example.com")))
    }),
    ("users/delete-unknown.exchange", |desk| {
        desk.send(DeleteUser::new(77))
    }),
    ("users/delete.exchange", |desk| {
        desk.send(DeleteUser::new(80002))
    }),
    ("users/get-as-the-reference-spells.exchange", |desk| {
        desk.send(GetUser::new(80001))
    }),
    ("users/get-by-email.exchange", |desk| {
        desk.send(GetUser::by_email("mia+hr@example.com"))
    }),
    ("users/get-by-employee-id.exchange", |desk| {
        desk.send(GetUser::by_employee_id("E 0003"))
    }),
    ("users/get-unknown-by-employee-id.exchange", |desk| {
        desk.send(GetUser::new(UserKey::employee_id("E9999")))
    }),
    ("users/get-unknown-by-email.exchange", |desk| {
        desk.send(GetUser::new(UserKey::email("nobody@example.com")))
    }),
    ("users/get-unknown.exchange", |desk| {
        desk.send(GetUser::new(77))
    }),
    ("users/get.exchange", |desk| desk.send(GetUser::new(80001))),
    ("users/list-25-to-a-page.exchange", |desk| {
        desk.send(ListUsers::new().page(2))
    }),
    ("users/list-by-employee-id.exchange", |desk| {
        desk.send(ListUsers::new().employee_id("E0002"))
    }),
    ("users/list-everybody.exchange", |desk| {
        desk.send(ListUsers::new())
    }),
    ("users/list-page-1.exchange", |desk| desk.send(active(1))),
    ("users/list-page-2.exchange", |desk| desk.send(active(2))),
    ("users/list-past-end-204.exchange", |desk| {
        desk.send(active(3))
    }),
    ("users/list-past-end.exchange", |desk| desk.send(active(3))),
    ("users/too-many-requests.exchange", |desk| {
        desk.send(GetUser::new(80001))
    }),
    ("users/unauthenticated.exchange", |desk| {
        desk.send(GetUser::new(80001))
    }),
    ("users/update-by-email.exchange", |desk| {
        let leaver = UpdateUser::new(UserKey::email("noor@example.com"))
            .activate(Activation::Deactivate)
            .end_of_employment_at("2023-11-30 17:00:00");
        desk.send(leaver)
    }),
    ("users/update-by-employee-id.exchange", |desk| {
        desk.send(UpdateUser::new(UserKey::employee_id("E 0003")).employee_id("E0003"))
    }),
    ("users/update-unknown-by-employee-id.exchange", |desk| {
        desk.send(UpdateUser::new(UserKey::employee_id("E9999")).title("Architect"))
    }),
    ("users/update-unknown-by-email.exchange", |desk| {
        desk.send(UpdateUser::new(UserKey::email("nobody@example.com")).title("Architect"))
    }),
    ("users/update-unknown.exchange", |desk| {
        desk.send(UpdateUser::new(77).title("Architect"))
    }),
    ("users/update.exchange", |desk| {
        let promotion = UpdateUser::new(80001)
            .title("Architect")
            .mobile_phone(Patch::Clear)
            .direct_manager_ids([80003]);
        desk.send(promotion)
    }),
];

fn active(page: u64) -> ListUsers {
    ListUsers::new()
        .mode(UserMode::Active)
        .page(page)
        .per_page(2)
}
