//! What a write asked for, held against the unit that was answered.

use std::{collections::HashSet, hash::Hash};

use eloomi_model::{Unit, UnitChanges};
use eloomi_wire::{Extra, Patch, Text};

use super::Missing;

/// Names of fields that say who is in the unit, and who leads it: each says all of it. Which of
/// several the service takes is not said, nor do answers show addresses and employee ids, so none
/// can be compared unless it stands alone.
const MEMBERS: &[&str] = &["user_emails", "user_ids", "users"];
const LEADERS: &[&str] = &[
    "leader_email",
    "leader_employee_id",
    "leader_employee_ids",
    "leader_ids",
    "leaders",
    "leaders_employee_id",
    "leaders_employee_ids",
];

/// What is missing, and which fields could be compared at all.
#[derive(Default)]
struct Comparison {
    missing: Vec<Missing>,
    compared: Vec<&'static str>,
}

/// What the unit does not show of what was asked, and the fields of which it tells nothing.
/// `members` are those of the answer: what is not among them was not answered, and neither was a
/// list that is null.
pub(super) fn compare(
    asked: &UnitChanges,
    unit: &Unit,
    members: &Extra,
) -> (Vec<Missing>, Vec<Text>) {
    let unknown = asked.extra.iter().map(|(name, _)| name);
    let set = asked.set_fields().map(|field| -> &str { field.name() });
    let names: Vec<&str> = set.chain(unknown).collect();
    let is_alone = |same: &[&str]| names.iter().filter(|name| same.contains(name)).count() == 1;
    let is_listed = |member| {
        let mut all = members.iter();
        all.any(|(name, value)| name == member && !value.is_null())
    };
    let mut found = Comparison::default();
    if members.get("name").is_some() {
        found.value("name", &asked.name, unit.name.as_ref());
    }
    if members.get("code").is_some() {
        found.value("code", &asked.code, unit.code.as_ref());
    }
    if members.get("parent_id").is_some() {
        found.value("parent_id", &asked.parent_id, unit.parent_id.as_ref());
    }
    if is_listed("access_groups") {
        let groups: Vec<_> = unit.access_groups.iter().map(|group| group.id).collect();
        found.whole("access_groups", &asked.access_groups, &groups);
    }
    if is_listed("leaders") && is_alone(LEADERS) {
        found.whole("leader_ids", &asked.leader_ids, &unit.leaders);
    }
    if is_listed("users") {
        if is_alone(MEMBERS) {
            found.whole("user_ids", &asked.user_ids, &unit.users);
        }
        found.items("add_user_ids", &asked.add_user_ids, &unit.users, true);
        let removed = &asked.remove_user_ids;
        found.items("remove_user_ids", removed, &unit.users, false);
    }
    let is_unverified = |name: &&str| !found.compared.contains(name);
    let unverified = names.into_iter().filter(is_unverified);
    let unverified = unverified.map(Text::from).collect();
    (found.missing, unverified)
}

impl Comparison {
    /// A single value; empty text is no value, as `null` is.
    fn value<T: ToString>(&mut self, field: &'static str, asked: &Patch<T>, answered: Option<&T>) {
        self.compared.push(field);
        if asked.is_keep() {
            return;
        }
        let text = |value: Option<&T>| {
            value
                .map(ToString::to_string)
                .filter(|text| !text.is_empty())
        };
        let asked = text(asked.value());
        if asked != text(answered) {
            self.missing.push(match asked {
                Some(value) => Missing::new(field, value),
                None => Missing::empty(field),
            });
        }
    }

    /// A list that replaces: each of its items must be there, or none at all if it is empty.
    fn whole<T: Copy + Eq + Hash + ToString>(
        &mut self,
        field: &'static str,
        asked: &Patch<Vec<T>>,
        answered: &[T],
    ) {
        let is_to_be_empty = match asked {
            Patch::Keep => false,
            Patch::Clear => true,
            Patch::Set(items) => items.is_empty(),
        };
        if is_to_be_empty && !answered.is_empty() {
            self.missing.push(Missing::empty(field));
        }
        self.items(field, asked, answered, true);
    }

    /// Items of which each must be there, or none; each is noted once.
    fn items<T: Copy + Eq + Hash + ToString>(
        &mut self,
        field: &'static str,
        asked: &Patch<Vec<T>>,
        answered: &[T],
        must_be_there: bool,
    ) {
        self.compared.push(field);
        let there: HashSet<T> = answered.iter().copied().collect();
        let mut seen = HashSet::new();
        let asked = asked.value().into_iter().flatten();
        let wrong =
            asked.filter(|item| there.contains(item) != must_be_there && seen.insert(**item));
        self.missing
            .extend(wrong.map(|item| Missing::new(field, item.to_string())));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use eloomi_wire::decode;
    use proptest::prelude::*;

    use super::*;

    fn unit(json: &str) -> Unit {
        decode(json.as_bytes()).unwrap()
    }

    fn changes(json: &str) -> UnitChanges {
        decode(json.as_bytes()).unwrap()
    }

    fn members(json: &str) -> Extra {
        decode(json.as_bytes()).unwrap()
    }

    /// Which fields the answer tells nothing of.
    fn unverified(asked: &str, answered: &str) -> Vec<Text> {
        compare(&changes(asked), &unit(answered), &members(answered)).1
    }

    /// What is missing, as `field=value`.
    fn missing(asked: &str, answered: &str) -> Vec<String> {
        let (missing, _) = compare(&changes(asked), &unit(answered), &members(answered));
        let shown = |missing: &Missing| {
            format!(
                "{}={}",
                missing.field(),
                missing.value().unwrap_or("(none)")
            )
        };
        missing.iter().map(shown).collect()
    }

    #[test]
    fn what_is_answered_as_asked_is_not_missing() {
        let asked = r#"{"name":"Sales","code":"S","parent_id":12,"access_groups":[24],
            "leader_ids":[40],"user_ids":[40,41]}"#;
        let answered = r#"{"id":1,"name":"Sales","code":"S","parent_id":12,"users":[41,40,42],
            "leaders":[40],"access_groups":[{"id":24,"name":"No special access"}]}"#;
        assert!(missing(asked, answered).is_empty());
    }

    #[test]
    fn a_value_answered_otherwise_is_missing() {
        let asked = r#"{"name":"Sales","code":"S","parent_id":12}"#;
        let answered = r#"{"id":1,"name":"sales","code":null,"parent_id":13}"#;
        let expected = ["name=Sales", "code=S", "parent_id=12"];
        assert_eq!(missing(asked, answered), expected);
    }

    #[test]
    fn what_was_to_be_emptied_and_is_not_is_missing_without_a_value() {
        let asked = r#"{"code":null,"parent_id":null,"leader_ids":[],"user_ids":null}"#;
        let emptied = r#"{"id":1,"code":"","parent_id":null,"leaders":[],"users":[]}"#;
        assert!(missing(asked, emptied).is_empty());
        let full = r#"{"id":1,"code":"S","parent_id":12,"leaders":[40],"users":[41]}"#;
        let expected = ["code", "parent_id", "leader_ids", "user_ids"];
        assert_eq!(
            missing(asked, full),
            expected.map(|field| format!("{field}=(none)"))
        );
    }

    #[test]
    fn of_what_was_not_answered_nothing_is_missing() {
        let asked = r#"{"name":"Sales","code":null,"parent_id":12,"access_groups":[24],
            "leader_ids":[],"add_user_ids":[40],"remove_user_ids":[41]}"#;
        let all = [
            "access_groups",
            "add_user_ids",
            "code",
            "leader_ids",
            "name",
            "parent_id",
            "remove_user_ids",
        ];
        assert!(missing(asked, r#"{"id":1}"#).is_empty());
        assert_eq!(unverified(asked, r#"{"id":1}"#), all);
        // Null says of a value that there is none, of a list nothing.
        let null = r#"{"id":1,"name":null,"code":null,"parent_id":null,"access_groups":null,
            "leaders":null,"users":null}"#;
        assert_eq!(missing(asked, null), ["name=Sales", "parent_id=12"]);
        let lists = [
            "access_groups",
            "add_user_ids",
            "leader_ids",
            "remove_user_ids",
        ];
        assert_eq!(unverified(asked, null), lists);
    }

    #[test]
    fn whole_lists_beside_another_spelling_of_the_same_people_are_unverified() {
        let full = r#"{"id":1,"users":[41],"leaders":[42]}"#;
        for asked in [
            r#"{"user_emails":["ada@example.com"],"user_ids":[]}"#,
            r#"{"user_emails":["ada@example.com"],"user_ids":[40]}"#,
            r#"{"leader_email":["ada@example.com"],"leader_ids":[]}"#,
            r#"{"leader_ids":[40],"leaders_employee_ids":["EI111"]}"#,
            r#"{"user_ids":[40],"users":[41]}"#,
        ] {
            assert!(missing(asked, full).is_empty(), "{asked}");
            assert_eq!(unverified(asked, full).len(), 2, "{asked}");
        }
        // Leaders are other people than members.
        let asked = r#"{"leader_email":["ada@example.com"],"user_ids":[40]}"#;
        assert_eq!(missing(asked, full), ["user_ids=40"]);
    }

    #[test]
    fn who_was_to_be_taken_out_and_is_there_is_missing() {
        let answered = r#"{"id":1,"users":[40,41]}"#;
        let expected = ["remove_user_ids=41"];
        assert_eq!(
            missing(r#"{"remove_user_ids":[41,42]}"#, answered),
            expected
        );
    }

    #[test]
    fn fields_that_no_answer_shows_are_named_and_only_those_that_were_set() {
        let asked = r#"{"name":"Sales","parent_code":"MAR","user_emails":["ada@example.com"],
                "leader_email":null,"add_course_ids":[61],"add_user_ids":[40],
                "remove_department_learning_manager_ids":[40]}"#;
        assert_eq!(
            unverified(asked, r#"{"id":1,"name":"Sales","users":[]}"#),
            [
                "add_course_ids",
                "leader_email",
                "parent_code",
                "remove_department_learning_manager_ids",
                "user_emails",
            ]
        );
    }

    #[test]
    fn debug_of_what_is_missing_shows_no_value() {
        let asked = changes(r#"{"user_ids":[4711]}"#);
        let (missing, _) = compare(&asked, &Unit::new(1), &members(r#"{"users":[]}"#));
        assert_eq!(format!("{missing:?}"), "[Missing(user_ids)]");
    }

    proptest! {
        #[test]
        fn missing_is_exactly_what_was_asked_without_what_was_answered(
            asked in proptest::collection::vec(0_u64..30, 1..20),
            answered in proptest::collection::vec(0_u64..30, 0..20),
        ) {
            let ids = |numbers: &[u64]| numbers.iter().copied().map(Into::into).collect::<Vec<_>>();
            let mut unit = Unit::new(1);
            unit.users = ids(&answered);
            let mut changes = UnitChanges::default();
            changes.user_ids = ids(&asked).into();
            changes.remove_user_ids = ids(&asked).into();
            let (missing, _) = compare(&changes, &unit, &members(r#"{"users":[]}"#));
            let of = |field: &str| {
                let values = missing.iter().filter(|missing| missing.field() == field);
                values.map(|missing| missing.value().unwrap().parse().unwrap()).collect::<Vec<u64>>()
            };
            let set = |numbers: &[u64]| numbers.iter().copied().collect::<BTreeSet<u64>>();
            let (asked, answered) = (set(&asked), set(&answered));
            let (absent, still_there) = (of("user_ids"), of("remove_user_ids"));
            prop_assert_eq!(set(&absent), &asked - &answered);
            prop_assert_eq!(set(&still_there), &asked & &answered);
            // Each is named once.
            prop_assert_eq!(absent.len() + still_there.len(), asked.len());
        }
    }
}
