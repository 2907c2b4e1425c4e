//! The promise of a model: read and written again, a value equals the one that came, but for
//! what [`normal`] levels.

use crate::ship::Ship;
use eloomi_wire::decode;
use proptest::{collection, option, prelude::*, sample::select};
use serde_json::{Map, Value, json};

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f32>().prop_map(|number| json!(f64::from(number))),
        ".{0,30}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            collection::btree_map(".{0,8}", inner, 0..4).prop_map(|map| json!(map)),
        ]
    })
}

fn number_or_its_text(number: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    (number, any::<bool>()).prop_map(|(number, quoted)| {
        if quoted {
            json!(number.to_string())
        } else {
            number
        }
    })
}

fn unsigned() -> impl Strategy<Value = Value> {
    number_or_its_text(any::<u64>().prop_map(Value::from))
}

fn text() -> impl Strategy<Value = Value> {
    ".{0,40}".prop_map(Value::from)
}

fn attributes() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!([])),
        collection::btree_map(".{0,8}", any_json(), 0..4).prop_map(|map| json!(map)),
    ]
}

fn sailor() -> impl Strategy<Value = Value> {
    fields(vec![
        ("name", text().boxed()),
        ("years", unsigned().boxed()),
        ("mood", any_json().boxed()),
    ])
    .prop_map(Value::from)
}

/// Each field may be absent, `null` or there.
fn fields(
    all: Vec<(&'static str, BoxedStrategy<Value>)>,
) -> impl Strategy<Value = Map<String, Value>> {
    all.into_iter()
        .map(|(name, value)| {
            let value = prop_oneof![4 => value, 1 => Just(Value::Null)];
            option::of(value).prop_map(move |value| value.map(|value| (name.to_owned(), value)))
        })
        .collect::<Vec<_>>()
        .prop_map(|fields| fields.into_iter().flatten().collect())
}

fn ship() -> impl Strategy<Value = Value> {
    let truth = select(vec![
        json!(true),
        json!(false),
        json!(1),
        json!(0),
        json!("1"),
        json!("0"),
        json!("true"),
        json!("false"),
    ]);
    let known = fields(vec![
        ("at_sea", truth.boxed()),
        ("attributes", attributes().boxed()),
        (
            "crew",
            collection::vec(sailor(), 0..3)
                .prop_map(Value::from)
                .boxed(),
        ),
        ("drive", prop_oneof![text(), Just(json!("sail"))].boxed()),
        ("escort_id", unsigned().boxed()),
        ("launched_at", text().boxed()),
        ("launched", text().boxed()),
        (
            "length",
            number_or_its_text(any::<f32>().prop_map(|n| json!(n))).boxed(),
        ),
        ("name", text().boxed()),
        ("ship_name", text().boxed()),
        (
            "ports",
            collection::vec(unsigned(), 0..4)
                .prop_map(Value::from)
                .boxed(),
        ),
        (
            "port_ids",
            collection::vec(unsigned(), 0..4)
                .prop_map(Value::from)
                .boxed(),
        ),
        (
            "rating",
            prop_oneof![text(), any::<i64>().prop_map(Value::from)].boxed(),
        ),
        (
            "trim",
            number_or_its_text(any::<i64>().prop_map(Value::from)).boxed(),
        ),
    ]);
    let unknown = collection::btree_map("x_.{0,8}", any_json(), 0..4);
    (unsigned(), known, unknown).prop_map(|(id, mut ship, unknown)| {
        ship.insert("id".to_owned(), id);
        ship.extend(unknown);
        Value::from(ship)
    })
}

/// Levels what a model may change in an object it knows.
fn normal(ship: &Value) -> Value {
    let mut ship = ship.as_object().unwrap().clone();
    level(&mut ship, "at_sea", truth);
    level(&mut ship, "rating", unless_blank);
    for name in ["id", "escort_id", "length", "trim"] {
        level(&mut ship, name, number);
    }
    for name in ["ports", "port_ids"] {
        level(&mut ship, name, |list| each(list, number));
    }
    level(&mut ship, "crew", |list| each(list, normal_sailor));
    for name in [
        "at_sea",
        "attributes",
        "crew",
        "drive",
        "escort_id",
        "launched_at",
        "launched",
        "length",
        "name",
        "ship_name",
        "ports",
        "port_ids",
        "rating",
        "trim",
    ] {
        let absent = match &ship.get(name) {
            Some(Value::Null) => true,
            Some(Value::Array(items)) => items.is_empty() && name != "attributes",
            _ => false,
        };
        if absent {
            ship.remove(name);
        }
    }
    for (alias, name) in [
        ("escort_id", "escort"),
        ("launched", "launched_at"),
        ("ship_name", "name"),
        ("port_ids", "ports"),
    ] {
        if !ship.contains_key(name)
            && let Some(value) = ship.remove(alias)
        {
            ship.insert(name.to_owned(), value);
        }
    }
    Value::from(ship)
}

fn normal_sailor(sailor: &Value) -> Value {
    let mut sailor = sailor.as_object().unwrap().clone();
    level(&mut sailor, "years", number);
    sailor.retain(|name, value| name == "mood" || !value.is_null());
    Value::from(sailor)
}

fn level(object: &mut Map<String, Value>, name: &str, change: impl Fn(&Value) -> Value) {
    if let Some(value) = object.get_mut(name)
        && !value.is_null()
    {
        *value = change(value);
    }
}

fn each(list: &Value, change: impl Fn(&Value) -> Value) -> Value {
    list.as_array().unwrap().iter().map(change).collect()
}

fn number(value: &Value) -> Value {
    match value.as_str() {
        Some(text) => serde_json::from_str(text).unwrap(),
        None => value.clone(),
    }
}

fn unless_blank(value: &Value) -> Value {
    match value.as_str() {
        Some(text) if text.trim_matches(' ').is_empty() => Value::Null,
        _ => value.clone(),
    }
}

fn truth(value: &Value) -> Value {
    json!(["true", "1"].contains(&value.to_string().trim_matches('"')))
}

proptest! {
    #[test]
    fn ship_read_and_written_equals_the_one_that_came(came in ship()) {
        let ship: Ship = decode(came.to_string().as_bytes()).unwrap();
        let written = serde_json::to_value(&ship).unwrap();
        prop_assert_eq!(normal(&written), normal(&came));
    }

    #[test]
    fn second_reading_changes_nothing(came in ship()) {
        let first: Ship = decode(came.to_string().as_bytes()).unwrap();
        let written = serde_json::to_string(&first).unwrap();
        let second: Ship = decode(written.as_bytes()).unwrap();
        prop_assert_eq!(serde_json::to_string(&second).unwrap(), written);
        prop_assert_eq!(second, first);
    }

    #[test]
    fn noise_is_read_or_refused_and_never_quoted(noise in any_json(), secret in "[A-Z]{12}") {
        let json = json!({"id": 1, "years": noise, "name": {secret.as_str(): 1}, secret.as_str(): secret});
        let error = decode::<crate::ship::Sailor>(json.to_string().as_bytes()).unwrap_err();
        let shown = format!("{error} {error:?}");
        prop_assert!(!shown.contains(&secret), "{}", shown);
    }

    #[test]
    fn bytes_of_any_kind_never_panic(bytes in collection::vec(any::<u8>(), 0..80)) {
        let _ = decode::<Ship>(&bytes);
    }
}
