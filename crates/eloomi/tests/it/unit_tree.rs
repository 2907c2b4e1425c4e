//! A tree of 2,000 units with 10,000 members, built, put right and read back over the default stack.
//!
//! The plan follows from a seed. Some units begin in the wrong place with the wrong people, and are
//! put right by an update. It asks for some leaders and members that nobody knows, so that what is
//! left out can be told exactly.

use std::collections::{BTreeMap, BTreeSet};

use eloomi::{AppliedUnit, CreateUnit, Endpoint, ListUnits, ListUsers, Unit, UnitId, UpdateUnit};
use eloomi_sim::Simulator;
use futures_util::TryStreamExt as _;

use crate::ground::{Ground, Protocol, Stack};

const UNITS: usize = 2_000;
const PEOPLE: usize = 10_000;

/// Nobody has an id below this one.
const FIRST_PERSON: u64 = 80_001;

/// Numbers that look like chance and are the same each time (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// Ids that nobody has.
    fn strangers(&mut self, most: usize) -> Vec<u64> {
        let stranger = |chance: &mut Self| chance.below(80_000) as u64 + 1;
        (0..self.below(most + 1)).map(|_| stranger(self)).collect()
    }
}

/// A unit as it is to be.
#[derive(Default)]
struct Planned {
    /// The unit above, which stands before this one in the plan.
    parent: Option<usize>,
    depth: usize,
    by_code: bool,
    members: BTreeSet<u64>,
    leaders: BTreeSet<u64>,
    unknown_members: Vec<u64>,
    unknown_leaders: Vec<u64>,
    access_groups: BTreeSet<u64>,
    detour: Option<Detour>,
}

/// How a unit begins, for an update to put it right: below the top, and with other people.
struct Detour {
    guests: BTreeSet<u64>,
    /// Those of the members who are not there yet.
    late: BTreeSet<u64>,
}

/// The tree, and who is in it: everybody is in one unit, and may lead some.
fn plan(people: &[u64]) -> Vec<Planned> {
    let mut chance = Chance(0x5eed);
    let mut units: Vec<Planned> = Vec::new();
    for number in 0..UNITS {
        let parent = (number > 0).then(|| chance.below(number.div_ceil(5)));
        let has_strangers = chance.once_in(4);
        let leaders = (0..=chance.below(2)).map(|_| people[chance.below(people.len())]);
        let leaders = leaders.collect();
        units.push(Planned {
            parent,
            depth: parent.map_or(0, |parent| units[parent].depth + 1),
            by_code: chance.once_in(2),
            leaders,
            unknown_members: chance.strangers(if has_strangers { 3 } else { 0 }),
            unknown_leaders: chance.strangers(usize::from(has_strangers)),
            access_groups: [24, 31, 32].into_iter().take(chance.below(4)).collect(),
            ..Planned::default()
        });
    }
    for person in people {
        units[chance.below(UNITS)].members.insert(*person);
    }
    for unit in units.iter_mut().skip(1) {
        if chance.once_in(5) {
            let guests = (0..3).map(|_| people[chance.below(people.len())]);
            let guests: BTreeSet<u64> = guests.collect();
            unit.detour = Some(Detour {
                guests: &guests - &unit.members,
                late: unit.members.iter().step_by(2).copied().collect(),
            });
        }
    }
    units
}

impl Planned {
    fn name(number: usize) -> String {
        format!("Unit {number} – Ærø")
    }

    fn code(number: usize) -> String {
        format!("U {number}/{}", number % 7)
    }

    fn create(&self, number: usize, ids: &BTreeMap<usize, UnitId>) -> CreateUnit {
        let leaders = self.leaders.iter().chain(&self.unknown_leaders);
        let unit = CreateUnit::new(Self::name(number))
            .code(Self::code(number))
            .leader_ids(leaders.copied())
            .access_groups(self.access_groups.iter().copied());
        if let Some(detour) = &self.detour {
            let early = &self.members - &detour.late;
            return unit.user_ids(&early | &detour.guests).parent_id(ids[&0]);
        }
        let members = self.members.iter().chain(&self.unknown_members);
        let unit = unit.user_ids(members.copied());
        match self.parent {
            None => unit,
            Some(parent) if self.by_code => unit.parent_code(Self::code(parent)),
            Some(parent) => unit.parent_id(ids[&parent]),
        }
    }

    /// What puts the unit right, if it began otherwise.
    fn update(&self, number: usize, ids: &BTreeMap<usize, UnitId>) -> Option<UpdateUnit> {
        let detour = self.detour.as_ref()?;
        let parent = self.parent?;
        let members = detour.late.iter().chain(&self.unknown_members);
        let unit = UpdateUnit::new(ids[&number])
            .add_user_ids(members.copied())
            .remove_user_ids(detour.guests.iter().copied());
        Some(if self.by_code {
            unit.parent_code(Self::code(parent))
        } else {
            unit.parent_id(ids[&parent])
        })
    }

    /// What nobody knows, and so what must be missing from the answer to the creation.
    fn dropped_at_first(&self) -> BTreeSet<(&'static str, u64)> {
        let members = self.unknown_members.iter().map(|id| ("user_ids", *id));
        let leaders = self.unknown_leaders.iter().map(|id| ("leader_ids", *id));
        let members = members.filter(|_| self.detour.is_none());
        members.chain(leaders).collect()
    }

    /// The same of the last answer, which is that to the update if there is one.
    fn dropped(&self) -> BTreeSet<(&'static str, u64)> {
        if self.detour.is_none() {
            return self.dropped_at_first();
        }
        let members = self.unknown_members.iter();
        members.map(|id| ("add_user_ids", *id)).collect()
    }

    fn assert_is(&self, number: usize, unit: &Unit, ids: &BTreeMap<usize, UnitId>) {
        assert_eq!(unit.name.as_deref(), Some(Self::name(number).as_str()));
        assert_eq!(unit.code.as_deref(), Some(Self::code(number).as_str()));
        assert_eq!(unit.parent_id, self.parent.map(|parent| ids[&parent]));
        assert_eq!(numbers(&unit.users), self.members, "members of {number}");
        assert_eq!(numbers(&unit.leaders), self.leaders, "leaders of {number}");
        let groups = unit.access_groups.iter().map(|group| group.id.number());
        assert_eq!(groups.collect::<BTreeSet<_>>(), self.access_groups);
    }
}

fn numbers(ids: &[eloomi::UserId]) -> BTreeSet<u64> {
    ids.iter().map(|id| id.number()).collect()
}

fn missing(unit: &AppliedUnit) -> BTreeSet<(&'static str, u64)> {
    let missing = unit.missing().iter();
    missing
        .map(|missing| (missing.field(), missing.value().unwrap().parse().unwrap()))
        .collect()
}

/// Sends all of them, many at once; the answers come in the order asked.
async fn all<E>(ground: &Ground, requests: Vec<E>) -> Vec<E::Output>
where
    E: Endpoint + 'static,
{
    ground
        .client
        .send_all(requests)
        .try_collect()
        .await
        .unwrap()
}

/// Builds the tree from its top, one depth after the other.
async fn build(ground: &Ground, plan: &[Planned]) -> BTreeMap<usize, AppliedUnit> {
    let mut built: BTreeMap<usize, AppliedUnit> = BTreeMap::new();
    let mut ids = BTreeMap::new();
    let deepest = plan.iter().map(|unit| unit.depth).max().unwrap();
    for depth in 0..=deepest {
        let level = (0..UNITS).filter(|number| plan[*number].depth == depth);
        let level: Vec<usize> = level.collect();
        let creates = level
            .iter()
            .map(|number| plan[*number].create(*number, &ids));
        let units = all(ground, creates.collect()).await;
        ids.extend(level.iter().copied().zip(units.iter().map(|unit| unit.id)));
        built.extend(level.into_iter().zip(units));
    }
    built
}

/// Updates the units that began otherwise, and tells how many these are.
async fn put_right(
    ground: &Ground,
    plan: &[Planned],
    ids: &BTreeMap<usize, UnitId>,
    built: &mut BTreeMap<usize, AppliedUnit>,
) -> usize {
    let updates = plan.iter().enumerate();
    let (numbers, updates): (Vec<usize>, Vec<UpdateUnit>) = updates
        .filter_map(|(number, unit)| Some((number, unit.update(number, ids)?)))
        .unzip();
    let units = all(ground, updates).await;
    built.extend(numbers.iter().copied().zip(units));
    numbers.len()
}

/// All units of the list, by id.
async fn list(ground: &Ground, request: ListUnits) -> BTreeMap<UnitId, Unit> {
    let listed = ground.client.stream(request).collect().await.unwrap();
    listed.into_iter().map(|unit| (unit.id, unit)).collect()
}

#[tokio::test]
async fn a_tree_of_units_is_built_and_read_back_as_planned_but_for_whom_nobody_knows() {
    let simulator = Simulator::builder().seed(7).people(PEOPLE).limit(0);
    let ground = Ground::new(Stack::Hyper, Protocol::PlainH1, simulator).await;
    let people: Vec<u64> = ground.sim.people().iter().map(|person| person.id).collect();
    assert_eq!((people.len(), people[0]), (PEOPLE, FIRST_PERSON));
    let plan = plan(&people);
    assert!(
        plan.iter()
            .filter(|unit| !unit.dropped().is_empty())
            .count()
            > UNITS / 10
    );

    let mut built = build(&ground, &plan).await;
    let ids: BTreeMap<usize, UnitId> = built
        .iter()
        .map(|(number, unit)| (*number, unit.id))
        .collect();
    for (number, planned) in plan.iter().enumerate() {
        let dropped = planned.dropped_at_first();
        assert_eq!(missing(&built[&number]), dropped, "{number}");
    }
    let updated = put_right(&ground, &plan, &ids, &mut built).await;
    assert!(updated > UNITS / 10);
    for (number, planned) in plan.iter().enumerate() {
        let unit = &built[&number];
        planned.assert_is(number, unit, &ids);
        assert_eq!(missing(unit), planned.dropped(), "{number}");
        let by_code = planned.by_code && planned.parent.is_some();
        let expected: &[&str] = if by_code { &["parent_code"] } else { &[] };
        assert_eq!(unit.unverified(), expected);
    }

    let again = all(
        &ground,
        built.values().map(AppliedUnit::read_back).collect(),
    )
    .await;
    assert!(
        again.iter().eq(built.values()),
        "a fresh read shows the same"
    );

    let listed = list(&ground, ListUnits::new()).await;
    assert_eq!(listed.len(), UNITS + 12, "beside those of the start");
    ground.sim.switch(|switches| switches.units_paged = true);
    let paged = list(&ground, ListUnits::new().per_page(300)).await;
    assert!(paged == listed, "the pages hold the same units");
    for (number, planned) in plan.iter().enumerate() {
        planned.assert_is(number, &listed[&ids[&number]], &ids);
    }

    // The people say the same of themselves.
    let unit_of: BTreeMap<u64, UnitId> = plan
        .iter()
        .enumerate()
        .flat_map(|(number, unit)| unit.members.iter().map(move |person| (*person, number)))
        .map(|(person, number)| (person, ids[&number]))
        .collect();
    let ours: BTreeSet<UnitId> = ids.values().copied().collect();
    let mut users = ground.client.stream(ListUsers::new().per_page(2_500));
    let mut seen = 0;
    while let Some(user) = users.next().await {
        let user = user.unwrap();
        let units = user.department_id.iter().filter(|id| ours.contains(id));
        assert!(units.eq([&unit_of[&user.id.number()]]));
        seen += 1;
    }
    assert_eq!(seen, PEOPLE);
}
