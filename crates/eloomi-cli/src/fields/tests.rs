//! Fields of something that is no person, from the command line to what is written.

use clap::{Args as _, Command, FromArgMatches as _};
use eloomi::{
    Patch,
    wire::{Attributes, DateText, Extra, Field, Text, model},
};

use super::{Changes, Flag, Given, Kind, Writes, about, agreement, fields, input};
use crate::{failure::Failure, noun::Noun, service::Service};

model! {
    /// What refitting a ship writes.
    struct ShipChanges {
        /// Attributes, in a spelling of their own.
        custom_attributes: Attributes = "customAttributes", writable;
        /// Berths that it may use.
        berth_ids: Patch<Vec<u64>> = "berth_ids", writable;
        /// Day of the launch.
        launched_on: Patch<DateText> = "launched_on", writable;
        /// Name on the bow.
        name: Patch<Text> = "name" | "bow_name", writable;
        /// Names of those who sail her.
        sailors: Patch<Vec<Text>> = "sailors", writable, personal;
    }
}

/// A request that writes all of it.
#[derive(Default)]
struct RefitShip(ShipChanges);

impl Writes for RefitShip {
    type Changes = ShipChanges;

    fn with(self, changes: ShipChanges) -> Self {
        Self(changes)
    }
}

/// A request that does not write who sails her.
#[derive(Default)]
struct LaunchShip(ShipChanges);

impl Writes for LaunchShip {
    type Changes = ShipChanges;

    const LACKS: &'static [&'static str] = &["sailors"];

    fn with(self, changes: ShipChanges) -> Self {
        Self(changes)
    }
}

fields! {
    custom_attributes: Kind::Attributes, "KEY=VALUE", "An attribute";
    berth_ids: Kind::Ids, "ID,…", "All berths";
    launched_on: Kind::Date, "DATE", "Day of the launch";
    name: Kind::Text, "NAME", "Name on the bow";
    sailors: Kind::Texts, "NAME,…", "All sailors";
}

static SHIPS: Noun = Noun {
    service: Service::Eloomi,
    command: "ships",
    one: "ship",
    a_one: "a ship",
    many: "ships",
    question: "what",
    argument: "SHIP",
};

impl Changes for ShipChanges {
    const NOUN: &'static Noun = &SHIPS;
    const FIELDS: &'static [Field] = ShipChanges::FIELDS;
    const FLAGS: &'static [Flag] = FLAGS;
    const SUCH_AS: &'static str = "--name";
    const INPUT: &'static str = "{\"name\": \"Tern\", …}";
    const SHOWN: &'static [&'static str] = &["name"];
    const NEVER_EMPTY: &'static [&'static str] = &["custom_attributes"];

    fn extra(&self) -> &Extra {
        &self.extra
    }
}

/// The fields that a command line with these arguments gives.
async fn given<W: Writes>(arguments: &[&str]) -> Result<W::Changes, Failure> {
    let command = Given::<W>::augment_args(Command::new("ships"));
    let matches = command.try_get_matches_from([&["ships"], arguments].concat());
    let given = Given::<W>::from_arg_matches(&matches.unwrap()).unwrap();
    given.changes().await
}

/// What they write.
async fn written(arguments: &[&str]) -> Result<String, Failure> {
    let request = RefitShip::default().with(given::<RefitShip>(arguments).await?);
    Ok(serde_json::to_string(&request.0).unwrap())
}

#[test]
fn flags_and_model_agree() {
    agreement::each_field_has_a_flag::<ShipChanges>();
    agreement::flags_take_what_their_fields_are::<ShipChanges>();
    agreement::what_is_absent_when_it_is_null_cannot_be_emptied::<ShipChanges>();
    agreement::every_name_is_that_of_a_field::<ShipChanges>();
}

#[tokio::test]
async fn what_is_given_is_written_under_the_names_of_the_wire() {
    let arguments = [
        "--custom-attribute",
        "hull=oak",
        "--name",
        "Tern",
        "--berth-ids",
        "7,9",
    ];
    assert_eq!(
        written(&arguments).await.unwrap(),
        r#"{"customAttributes":{"hull":"oak"},"berth_ids":[7,9],"name":"Tern"}"#
    );
}

#[tokio::test]
async fn a_list_is_cleared_by_an_empty_one_and_a_value_by_null() {
    assert_eq!(
        written(&["--clear", "sailors,launched-on"]).await.unwrap(),
        r#"{"launched_on":null,"sailors":[]}"#
    );
}

#[tokio::test]
async fn a_mistake_names_the_flag_and_not_what_was_typed() {
    let refusal = written(&["--launched-on", "Canary"]).await.unwrap_err();
    assert_eq!(
        refusal.message,
        "--launched-on takes a date, such as 1980-12-14"
    );
}

#[test]
fn the_help_speaks_of_the_thing_and_not_of_people() {
    let mut command = Given::<RefitShip>::augment_args(Command::new("refit"));
    let help = command.render_help().to_string();
    assert!(help.contains("Fields of the ship:"), "{help}");
    assert!(help.contains("{\"name\": \"Tern\", …}"), "{help}");
    assert!(help.contains("--sailors <NAME,…>  "), "{help}");
    let about = about::<ShipChanges>("a text with a comma in a list");
    assert!(!about.contains("password"), "{about}");
}

fn refusal(json: &str) -> Failure {
    input::fields::<RefitShip>(json.as_bytes()).err().unwrap()
}

#[test]
fn input_is_kept_as_it_is() {
    let fields = input::fields::<RefitShip>(br#"{"name":null,"berth_ids":["7"]}"#).unwrap();
    let fields = fields.iter().map(|(flag, json)| (flag.name, json.as_str()));
    let expected = [("berth_ids", r#"["7"]"#), ("name", "null")];
    assert_eq!(fields.collect::<Vec<_>>(), expected);
}

#[test]
fn input_takes_every_spelling_and_null_empties_a_list() {
    let fields = input::fields::<RefitShip>(br#"{"bow_name":"Tern","sailors":null}"#).unwrap();
    let fields = fields.iter().map(|(flag, json)| (flag.name, json.as_str()));
    let expected = [("name", "\"Tern\""), ("sailors", "[]")];
    assert_eq!(fields.collect::<Vec<_>>(), expected);
}

#[tokio::test]
async fn what_another_request_writes_is_no_field_of_this_one() {
    let changes = given::<LaunchShip>(&["--name", "Tern"]).await.unwrap();
    assert_eq!(LaunchShip::default().with(changes).0.name, "Tern".into());
    let launch = input::fields::<LaunchShip>(br#"{"name":"Tern","sailors":["Ada"]}"#);
    let refusal = launch.err().unwrap().message;
    assert!(refusal.contains("`sailors` is no field that this command writes"));
    let mut command = Given::<LaunchShip>::augment_args(Command::new("launch"));
    let help = command.render_help().to_string();
    assert!(
        help.contains("--name ") && !help.contains("--sailors "),
        "{help}"
    );
}

#[test]
fn input_that_cannot_be_sent_is_refused_by_name() {
    let unknown = refusal(r#"{"nane":"a"}"#);
    assert!(unknown.message.contains("`nane` is no field"));
    let hint = unknown.hint.unwrap();
    assert_eq!(&*hint, "`eloomi ships update --help` names the fields");
    let twice = refusal(r#"{"name":"a","name":"b"}"#).message;
    assert!(twice.contains("`name` stands there twice"), "{twice}");
    let spelled = refusal(r#"{"bow_name":"Tern","name":null}"#).message;
    assert!(spelled.contains("`name` stands there twice"), "{spelled}");
    let empty = refusal(r#"{"customAttributes":null}"#).message;
    assert!(
        empty.contains("`customAttributes` cannot be emptied"),
        "{empty}"
    );
}

#[test]
fn input_with_a_person_in_the_wrong_place_is_not_quoted() {
    for json in [r#"{"canary@example.com":1}"#, r#"{"name":["Canary"]}"#] {
        assert!(!format!("{:?}", refusal(json)).contains("anary"), "{json}");
    }
}
