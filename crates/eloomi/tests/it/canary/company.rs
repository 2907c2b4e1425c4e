//! Every field of every model has a sentinel in an answer or a request.

use std::collections::{BTreeMap, BTreeSet};

use eloomi::{
    RawRequest,
    bytes::Bytes,
    wire::{Field, FieldType},
};
use eloomi_sim::{Simulator, TokenRefusal};
use http::{Method, Request, header::CONTENT_TYPE};
use http_body_util::BodyExt as _;
use serde_json::Value;

use super::{canary, own::Own};
use crate::{
    ground::{Ground, Protocol, Stack, transport},
    redaction::MODELS,
};

/// Models that no answer holds: [`Own`] makes a sentinel for each of their fields.
const SENT: [&str; 8] = [
    "CourseAssignment",
    "TeamChanges",
    "TeamCourseConfig",
    "TeamProgramAssignment",
    "TeamProgramConfig",
    "UnitChanges",
    "UserChanges",
    "UserPrompts",
];

/// Fields of answers that have no sentinel of their own, and why.
const WITHOUT: &[(&str, &str)] = &[
    ("AccessGroup.permissions", CLOSED),
    ("AccessGroupRef.id", "that of AccessGroup.id"),
    ("AccessGroupRef.name", "that of AccessGroup.name"),
    ("Course.active", FLAG),
    ("Course.inform_leader_deadline", FLAG),
    ("Course.lock_after_deadline", FLAG),
    ("Course.reward", FLAG),
    ("Course.voluntary", FLAG),
    ("CourseParticipant.course_id", "that of Course.id"),
    ("CourseParticipant.required", FLAG),
    ("CourseParticipant.status", CLOSED),
    ("CourseParticipant.user_id", "that of User.id"),
    ("Envelope.data", "holds the models"),
    ("Envelope.status", CLOSED),
    ("Envelope.status_code", CLOSED),
    ("OAuthError.error", CLOSED),
    ("ProgramParticipant.required", FLAG),
    ("ProgramParticipant.user_id", "that of User.id"),
    ("Team.leaders", "those of User.id"),
    ("Team.users", "those of User.id"),
    ("Unit.access_groups", "those of AccessGroup"),
    ("Unit.leaders", "those of User.id"),
    ("Unit.parent_id", "that of Unit.id"),
    ("Unit.users", "those of User.id"),
    ("User.access_groups", "those of AccessGroup"),
    ("User.department_id", "those of Unit.id"),
    ("User.direct_manager_ids", "those of User.id"),
    ("User.gender", CLOSED),
    ("User.team_id", "those of Team.id"),
    ("User.user_permission", CLOSED),
];

const CLOSED: &str = "a word of a closed set";
const FLAG: &str = "true or false";

/// The values that are sentinels of something else than a field.
const NO_FIELD: [&str; 6] = [
    "OpenResource.id",
    "OpenResource.member names",
    "OpenResource.members",
    "client id",
    "client secret",
    "token",
];

/// The fields of what is answered, with their names in Rust.
fn answered() -> impl Iterator<Item = (String, &'static Field)> {
    let models = MODELS.iter();
    let models = models.filter(|(model, _)| !SENT.contains(model));
    models.flat_map(|(model, fields)| {
        let fields = fields.iter();
        fields.map(move |field| (format!("{model}.{}", field.name()), field))
    })
}

#[tokio::test]
async fn there_is_a_kind_of_sentinel_for_each_field_but_those_that_are_named() {
    let sim = canary().await;
    let places: BTreeSet<_> = sim.sentinels().iter().map(|one| one.place).collect();
    let mut of_fields = 0;
    for (name, _) in answered() {
        let why = WITHOUT.iter().find(|(field, _)| *field == name);
        assert!(
            places.contains(name.as_str()) != why.is_some(),
            "{name}: either a sentinel or a reason, {why:?}"
        );
        of_fields += usize::from(why.is_none());
    }
    let others = places.iter().filter(|place| {
        let is_header = place.starts_with("header ");
        NO_FIELD.contains(place) || is_header
    });
    let others = others.count();
    assert_eq!(of_fields + WITHOUT.len(), answered().count());
    assert_eq!(places.len(), of_fields + others, "{places:#?}");
}

#[tokio::test]
async fn no_two_sentinels_are_alike() {
    let sim = canary().await;
    let texts: BTreeSet<_> = sim.sentinels().iter().map(|one| &one.text).collect();
    assert_eq!(texts.len(), sim.sentinels().len());
    assert!(texts.len() > 300);
}

/// What the fields of a model are in all answers together, by model and name on the wire.
type Seen = BTreeMap<(&'static str, String), Vec<Value>>;

/// Sorts each member of an object into the model that the object is.
fn look(model: &'static str, value: &Value, seen: &mut Seen) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| look(model, item, seen)),
        Value::Object(members) => {
            for (name, value) in members {
                let values = seen.entry((model, name.clone())).or_default();
                values.push(value.clone());
                if name == "access_groups" {
                    look("AccessGroupRef", value, seen);
                }
            }
        }
        _ => {}
    }
}

/// Every answer as it comes, sorted.
async fn asked(ground: &Ground) -> Seen {
    let first = |place| {
        let mut all = ground.sim.sentinels().iter();
        all.find(|one| one.place == place).unwrap().text.clone()
    };
    let course = first("Course.id");
    let programs = ground.sim.sentinels().iter();
    let mut programs = programs.filter(|one| one.place == "OpenResource.id");
    let program = &programs.nth(12).unwrap().text;
    let targets = [
        ("AccessGroup", "/v3/access-groups".to_owned()),
        ("Course", "/v3/courses".to_owned()),
        (
            "CourseParticipant",
            format!("/v3/courses/{course}/participants?extended_mode=1"),
        ),
        (
            "ProgramParticipant",
            format!("/v3/programs/{program}/participants"),
        ),
        ("Team", "/v3/teams".to_owned()),
        ("Unit", "/v3/units".to_owned()),
        ("User", "/v3/users".to_owned()),
    ];
    let mut seen = Seen::new();
    for (model, target) in targets {
        let request = RawRequest::new(Method::GET, target.as_str());
        let reply = ground.client.send(request).await.unwrap();
        let body: Value = serde_json::from_slice(&reply.body)
            .unwrap_or_else(|error| panic!("{target} answers {}: {error}", reply.status));
        look("Envelope", &body, &mut seen);
        look(model, &body["data"], &mut seen);
    }
    refused(&ground.sim, &mut seen).await;
    seen
}

/// Answers to whoever has no token, asks for nothing, and has the wrong secret.
async fn refused(sim: &Simulator, seen: &mut Seen) {
    sim.switch(|switches| switches.token_refusal = TokenRefusal::Unauthorized);
    let secret = "grant_type=client_credentials&client_id=1&client_secret=none";
    let asked = [
        ("AuthError", Method::GET, "/v3/users", ""),
        ("AuthError", Method::GET, "/v3/nothing", ""),
        ("OAuthError", Method::POST, "/oauth/token", secret),
    ];
    let transport = transport(Stack::Hyper, None);
    for (model, method, target, body) in asked {
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{target}", sim.base_url()))
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Bytes::from(body))
            .unwrap();
        let answer = transport.send(request).await.unwrap();
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        look(model, &serde_json::from_slice(&body).unwrap(), seen);
    }
}

#[tokio::test]
async fn each_field_is_answered_with_a_sentinel_unless_it_is_a_word_of_a_closed_set() {
    let builder = Simulator::builder().canary();
    let ground = Ground::new(Stack::Hyper, Protocol::PlainH1, builder).await;
    let search = super::search(&ground.sim, &Own::default());
    let seen = asked(&ground).await;
    for (name, field) in answered() {
        let why = WITHOUT.iter().find(|(field, _)| *field == name);
        if why.is_some_and(|(_, why)| [CLOSED, FLAG].contains(why)) {
            continue;
        }
        let (model, _) = name.split_once('.').unwrap();
        let values: Vec<_> = field
            .wire_names()
            .iter()
            .filter_map(|wire| {
                let key = seen.keys().find(|(of, is)| *of == model && is == wire)?;
                seen.get(key)
            })
            .flatten()
            .collect();
        assert!(!values.is_empty(), "{name} is in no answer");
        let text = serde_json::to_string(&values).unwrap();
        assert!(!search.found(text.as_bytes()).is_empty(), "{name}: {text}");
    }
}

#[test]
fn each_field_that_is_only_sent_has_a_sentinel_that_only_it_has() {
    for (model, fields) in MODELS.iter().filter(|(model, _)| SENT.contains(model)) {
        let own = Own::default();
        let object = own.object(model, fields);
        let expected: BTreeSet<_> = fields
            .iter()
            .filter(|field| field.field_type() != FieldType::One("boolean"))
            .flat_map(Field::wire_names)
            .map(|name| (*name).to_owned())
            .collect();
        let members = object.as_object().unwrap();
        for name in expected {
            let text = members[&name].to_string();
            let made = own.made();
            let mut there = made.iter().filter(|(one, _)| text.contains(one.as_str()));
            let is_flags = there.clone().next().is_none() && text.contains("true");
            assert!(
                is_flags || there.all(|(_, place)| place.contains(&name)),
                "{model}.{name}: {text}"
            );
        }
    }
}
