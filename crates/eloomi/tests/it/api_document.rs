//! The API document and the models agree: every example that it prints of a property is read,
//! and written back as the same value.

use eloomi::{
    OAuthError, Team, TeamCourseConfig, TeamProgramAssignment, TeamProgramConfig, Unit, User,
    UserPrompts,
    model::{
        AccessGroup, AccessGroupRef, AuthError, Course, CourseAssignment, CourseParticipant,
        Envelope, ProgramParticipant, TeamChanges, UnitChanges, UserChanges,
    },
};
use serde_json::{Map, Value, json};

/// What a model makes of a JSON object: read, and written back.
type RoundTrip = fn(&str) -> Result<String, String>;

macro_rules! models {
    ($($schema:literal: $model:ty),+ $(,)?) => {
        &[$(($schema, |json| {
            let model: $model = eloomi::wire::decode(json.as_bytes()).map_err(|e| e.to_string())?;
            serde_json::to_string(&model).map_err(|e| e.to_string())
        })),+]
    };
}

/// The schemas that are models.
const MODELS: &[(&str, RoundTrip)] = models! {
    "AccessGroup": AccessGroup,
    "AccessGroupRef": AccessGroupRef,
    "AuthError": AuthError,
    "Department": Unit,
    "DepartmentFields": UnitChanges,
    "DepartmentUpdateRequest": UnitChanges,
    "Course": Course,
    "CourseParticipant": CourseParticipant,
    "Envelope": Envelope,
    "LaravelError": AuthError,
    "OAuthError": OAuthError,
    "ParticipantCreateUpdateRequest": CourseAssignment,
    "ProgramParticipant": ProgramParticipant,
    "RateLimitError": AuthError,
    "Team": Team,
    "TeamCourseConfig": TeamCourseConfig,
    "TeamFields": TeamChanges,
    "TeamProgramAssignment": TeamProgramAssignment,
    "TeamProgramConfig": TeamProgramConfig,
    "User": User,
    "UserFields": UserChanges,
    "UserPrompts": UserPrompts,
};

/// The schemas whose exchange is tested where it is written and read: secrets have no model.
const ELSEWHERE: &[&str] = &["TokenRequest", "TokenResponse"];

fn document() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/api/eloomi-v3.yaml");
    serde_saphyr::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The schemas of the document that have properties of their own.
fn schemas(document: &Value) -> impl Iterator<Item = (&String, &Map<String, Value>)> {
    let schemas = document["components"]["schemas"].as_object().unwrap();
    schemas
        .iter()
        .filter_map(|(name, schema)| Some((name, schema.get("properties")?.as_object()?)))
}

/// Every value that the document gives of a property: examples, and allowed or known values.
fn examples(property: &Value) -> Vec<&Value> {
    ["examples", "enum", "x-known-values"]
        .iter()
        .filter_map(|list| property.get(list)?.as_array())
        .flatten()
        .collect()
}

/// The ids without which a model cannot be read, as the beginning of an object.
fn ids(schema: &Value) -> Map<String, Value> {
    let required = schema["required"].as_array().into_iter().flatten();
    let names = required.filter_map(Value::as_str);
    names
        .filter(|name| *name == "id" || name.ends_with("_id"))
        .map(|name| (name.to_owned(), json!(1)))
        .collect()
}

/// Equal, but for what a round trip may change: numbers lose their quotes, 0 and 1 become
/// truth values, and what is null or an empty list is absent.
fn is_same(before: &Value, after: Option<&Value>) -> bool {
    let nothing = |value: &Value| value.is_null() || *value == json!([]);
    let Some(after) = after else {
        return nothing(before);
    };
    match (before, after) {
        (Value::String(text), Value::Number(number)) => *text == number.to_string(),
        (Value::Number(number), Value::Bool(truth)) => number.as_u64() == Some((*truth).into()),
        (Value::String(text), Value::Bool(truth)) => *text == u8::from(*truth).to_string(),
        (Value::Array(before), Value::Array(after)) => {
            before.len() == after.len()
                && before.iter().zip(after).all(|(b, a)| is_same(b, Some(a)))
        }
        _ => before == after,
    }
}

#[test]
fn every_example_of_a_property_is_read_and_written_back_as_the_same_value() {
    let document = document();
    let mut walked = 0;
    let mut wrong = Vec::new();
    for (schema, properties) in schemas(&document) {
        let Some((_, round_trip)) = MODELS.iter().find(|(name, _)| name == schema) else {
            continue;
        };
        for (name, property) in properties {
            // A second spelling is written in the first.
            let written = property
                .get("x-alias-of")
                .and_then(Value::as_str)
                .unwrap_or(name);
            for example in examples(property) {
                let mut object = ids(&document["components"]["schemas"][schema]);
                object.insert(name.clone(), example.clone());
                walked += 1;
                let after = round_trip(&Value::from(object).to_string());
                let after = after.map(|json| serde_json::from_str::<Value>(&json).unwrap());
                if !after
                    .as_ref()
                    .is_ok_and(|after| is_same(example, after.get(written)))
                {
                    wrong.push(format!("{schema}.{name}: {example} became {after:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(
        walked > 50,
        "only {walked} examples: was the document read at all?"
    );
}

#[test]
fn every_property_of_a_schema_is_a_field_of_its_model() {
    let document = document();
    let fields = |schema: &str| match schema {
        "User" => Some(User::FIELDS),
        "UserFields" => Some(UserChanges::FIELDS),
        "UserPrompts" => Some(UserPrompts::FIELDS),
        "Department" => Some(Unit::FIELDS),
        "DepartmentFields" | "DepartmentUpdateRequest" => Some(UnitChanges::FIELDS),
        "Team" => Some(Team::FIELDS),
        "TeamCourseConfig" => Some(TeamCourseConfig::FIELDS),
        "TeamFields" => Some(TeamChanges::FIELDS),
        "TeamProgramAssignment" => Some(TeamProgramAssignment::FIELDS),
        "TeamProgramConfig" => Some(TeamProgramConfig::FIELDS),
        "Envelope" => Some(Envelope::FIELDS),
        "AccessGroup" => Some(AccessGroup::FIELDS),
        "AccessGroupRef" => Some(AccessGroupRef::FIELDS),
        "AuthError" | "LaravelError" => Some(AuthError::FIELDS),
        "Course" => Some(Course::FIELDS),
        "CourseParticipant" => Some(CourseParticipant::FIELDS),
        "ParticipantCreateUpdateRequest" => Some(CourseAssignment::FIELDS),
        "ProgramParticipant" => Some(ProgramParticipant::FIELDS),
        "OAuthError" => Some(OAuthError::FIELDS),
        _ => None,
    };
    for (schema, properties) in schemas(&document) {
        let Some(fields) = fields(schema) else {
            continue;
        };
        let missing: Vec<_> = properties
            .keys()
            .filter(|name| {
                !fields
                    .iter()
                    .any(|field| field.wire_names().contains(&name.as_str()))
            })
            .collect();
        assert!(missing.is_empty(), "{schema} lacks {missing:?}");
    }
}

#[test]
fn every_schema_with_examples_is_a_model() {
    let is_model = |schema: &str| MODELS.iter().any(|(name, _)| *name == schema);
    for (schema, properties) in schemas(&document()) {
        let schema = schema.as_str();
        let has_examples = properties
            .values()
            .any(|property| !examples(property).is_empty());
        let is_known = is_model(schema) || ELSEWHERE.contains(&schema);
        assert!(
            is_known || !has_examples,
            "{schema} is in neither MODELS nor ELSEWHERE of tests/it/api_document.rs"
        );
    }
}
