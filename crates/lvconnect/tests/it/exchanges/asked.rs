//! The typed request for each exchange that a type can say. What is not here is what the types do
//! not let through, or sends no token, and goes out as it was recorded.

use eloomi_wire::Patch;
use lvconnect::{Address, CreateUser, DeleteUser, GetMe, GetUser, ListUsers, UpdateUser};

use super::desk::{Coming, Desk};

/// Sends one request and tells what came of it.
pub(super) type Ask = for<'a> fn(&'a Desk) -> Coming<'a>;

const TESS: &str = "6b01f5f81ccdf37440d510e2";
const HUGO: &str = "6b01f5f81ccdf37440d510e1";
const BERTA: &str = "6b01f5f81ccdf37440d510e0";
const FULLA: &str = "6b01f60aa4365b7415e653e1";
const GWEN: &str = "6b01f5f81ccdf37440d510e3";
const PAGE_05: &str = "6b01f5f91ccdf37440d510ec";
const NINA: &str = "6b01f609a4365b7415e653de";
const NOBODY: &str = "000000000000000000000000";

/// The request for the exchange of this name, if there is one.
pub(super) fn of(name: &str) -> Option<Ask> {
    let found = REQUESTS
        .iter()
        .find(|(number, _)| name.starts_with(*number));
    found.map(|(_, ask)| *ask)
}

fn nantes() -> Address {
    let mut address = Address::default();
    address.city = Some("Nantes".into());
    address
}

/// By the numbers of the files.
#[rustfmt::skip]
pub(super) const REQUESTS: &[(&str, Ask)] = &[
    ("022", |desk| desk.send(GetMe::new())),
    ("053", |desk| desk.send(ListUsers::new().limit(1))),
    ("055", |desk| desk.send(GetMe::new())),
    ("056", |desk| desk.send(CreateUser::new("Al", "Bo", "al@example.com", ["tech"], "Lyon"))),
    ("058", |desk| desk.send(GetMe::new())),
    ("086", |desk| desk.send(GetMe::new())),
    ("089", |desk| desk.send(GetMe::new())),
    ("091", |desk| desk.send(GetMe::new())),
    ("092", |desk| desk.send(GetMe::new())),
    ("094", |desk| desk.send(GetMe::new())),
    ("100", |desk| desk.send(GetMe::new())),
    ("103", |desk| desk.send(GetMe::new())),
    ("104", |desk| desk.send(GetMe::new())),
    ("106", |desk| desk.send(ListUsers::new())),
    ("107", |desk| desk.send(ListUsers::new().limit(10).page(1))),
    ("109", |desk| desk.send(ListUsers::new().limit(10).page(4))),
    ("110", |desk| desk.send(ListUsers::new().limit(10).page(99))),
    ("112", |desk| desk.send(ListUsers::new().limit(100))),
    ("121", |desk| desk.send(ListUsers::new().page(9_007_199_254_740_991))),
    ("125", |desk| desk.send(ListUsers::new().email("tess@example.com"))),
    ("127", |desk| desk.send(ListUsers::new().email("Tess@example.com"))),
    ("128", |desk| desk.send(ListUsers::new().email("nobody@example.com"))),
    ("134", |desk| desk.send(ListUsers::new().ids([TESS]))),
    ("140", |desk| desk.send(ListUsers::new().ids([NOBODY]))),
    ("148", |desk| desk.send(ListUsers::new().ids([TESS, HUGO, BERTA]).limit(2))),
    ("149", |desk| desk.send(ListUsers::new().ids([TESS, HUGO, BERTA]).limit(2).page(2))),
    ("154", |desk| desk.send(ListUsers::new().search("techie"))),
    ("155", |desk| desk.send(ListUsers::new().search("tess hugo"))),
    ("157", |desk| desk.send(ListUsers::new().search("elodie"))),
    ("158", |desk| desk.send(ListUsers::new().search("Élodie"))),
    ("160", |desk| desk.send(ListUsers::new().search("ech"))),
    ("161", |desk| desk.send(ListUsers::new().search(" ").limit(1))),
    ("164", |desk| desk.send(ListUsers::new().search("*"))),
    ("166", |desk| desk.send(ListUsers::new().search("(tess"))),
    ("167", |desk| desk.send(ListUsers::new().search("7"))),
    ("169", |desk| desk.send(ListUsers::new().search("a-b"))),
    ("170", |desk| desk.send(ListUsers::new().search("tess@example.com"))),
    ("172", |desk| desk.send(ListUsers::new().search("\\"))),
    ("173", |desk| desk.send(ListUsers::new().search("$"))),
    ("175", |desk| desk.send(ListUsers::new().search("/"))),
    ("176", |desk| desk.send(ListUsers::new().search("."))),
    ("178", |desk| desk.send(ListUsers::new().search("tess").email("tess@example.com"))),
    ("182", |desk| desk.send(ListUsers::new())),
    ("188", |desk| desk.send(GetUser::new(NOBODY))),
    ("193", |desk| desk.send(GetUser::new(TESS))),
    ("194", |desk| desk.send(GetUser::new(HUGO))),
    ("197", |desk| desk.send(GetUser::new(GWEN))),
    ("200", |desk| desk.send(CreateUser::new("Nina", "Newcomer", "nina@example.com", ["tech"], "Lyon"))),
    ("202", |desk| desk.send(CreateUser::new("Nina", "Newcomer", "Nina@example.com", ["tech"], "Lyon"))),
    ("211", |desk| desk.send(CreateUser::new("Nina", "Newcomer", "x1@example.com", ["rh"], "Lyon"))),
    ("215", |desk| desk.send(CreateUser::new("Nina", "Newcomer", "x4@example.com", ["tech", "tech"], "Lyon"))),
    ("217", |desk| desk.send(CreateUser::new("Nina", "Newcomer", "not-an-email", ["tech"], "Lyon"))),
    ("218", |desk| desk.send(CreateUser::new("Nina", "Newcomer", "nina@people.test", ["tech"], "Lyon"))),
    ("229", |desk| desk.send(CreateUser::new("Nina", "Newcomer", "x15@example.com", ["tech"], "Lyon").phone("+447700900123"))),
    ("235", |desk| desk.send(CreateUser::new("Nina", "Newcomer", "x20@example.com", ["tech"], "Lyon").hired_at("yesterday"))),
    ("238", |desk| desk.send(CreateUser::new("Nina", "Newcomer", "x22b@example.com", ["tech"], "Lyon").hired_at("2020-01-02T03:04:05"))),
    ("239", |desk| desk.send(CreateUser::new("Nina", "Newcomer", "x23@example.com", ["tech"], "Lyon").job("astronaut"))),
    ("242", |desk| desk.send(CreateUser::new("  ", "Newcomer", "x26@example.com", ["tech"], "Lyon"))),
    ("247", |desk| desk.send(CreateUser::new("日本", "straße", "x30@example.com", ["tech"], "Lyon"))),
    ("257", |desk| desk.send(CreateUser::new("Nina", "Newcomer", "byhr@example.com", ["tech"], "Lyon"))),
    ("259", |desk| desk.send(CreateUser::new("Nina", "Newcomer", "bytech@example.com", ["tech"], "Lyon"))),
    ("277", |desk| desk.send(UpdateUser::new(FULLA))),
    ("278", |desk| desk.send(UpdateUser::new(FULLA).last_name("changed").city("Lille").roles(["tech"]).tags([""; 0]))),
    ("281", |desk| desk.send(UpdateUser::new(FULLA).phone("06 39 98 00 02"))),
    ("283", |desk| desk.send(UpdateUser::new(TESS).address(nantes()))),
    ("292", |desk| desk.send(UpdateUser::new(FULLA).city("Nice"))),
    ("293", |desk| desk.send(UpdateUser::new(NOBODY).first_name("Ab"))),
    ("298", |desk| desk.send(UpdateUser::new(TESS).roles(["board"]))),
    ("299", |desk| desk.send(UpdateUser::new(TESS).registration_number("R-2"))),
    ("301", |desk| desk.send(UpdateUser::new(HUGO).description("x"))),
    ("302", |desk| desk.send(UpdateUser::new(TESS).description("self2"))),
    ("305", |desk| desk.send(UpdateUser::new(TESS).description("x"))),
    ("307", |desk| desk.send(UpdateUser::new(TESS).description("x"))),
    ("308", |desk| desk.send(UpdateUser::new(FULLA).job("data"))),
    ("314", |desk| desk.send(DeleteUser::new(FULLA))),
    ("317", |desk| desk.send(DeleteUser::new(NOBODY))),
    ("320", |desk| desk.send(DeleteUser::new(NINA))),
    ("322", |desk| desk.send(GetMe::new())),
    ("323", |desk| desk.send(GetUser::new(NINA))),
    ("325", |desk| desk.send(UpdateUser::new(NINA).first_name("Ab"))),
    ("355", |desk| desk.send(ListUsers::new().search("strasse"))),
    ("356", |desk| desk.send(ListUsers::new().search("😀"))),
    ("370", |desk| desk.send(UpdateUser::new(PAGE_05).hired_at("2021-02-30"))),
    ("371", |desk| desk.send(UpdateUser::new(PAGE_05).left_at(Patch::Clear))),
    ("374", |desk| desk.send(UpdateUser::new(PAGE_05).address(Address::default()))),
];
