//! A tree as people see it.

use std::io;

use eloomi::Unit;

use super::forest::{Oddity, Place};
use crate::{
    output::print_line,
    printable,
    terminal::{self, Lines},
};

/// What a level is drawn with: beside a unit with others after it, beside the last one, and the
/// same two further down.
struct Branches([&'static str; 4]);

impl Branches {
    /// For what reads along.
    fn of(lines: Lines) -> Self {
        Self(match lines {
            Lines::None => ["  "; 4],
            Lines::Ascii => ["|-- ", "`-- ", "|   ", "    "],
            Lines::Drawn => ["├── ", "└── ", "│   ", "    "],
        })
    }
}

/// Prints a line per unit.
pub(super) fn print(units: &[Unit], places: &[Place]) -> io::Result<()> {
    let branches = Branches::of(terminal::lines());
    for (branch, place) in draw(places, &branches).iter().zip(places) {
        let text = label(&units[place.index], place);
        print_line(&format!("{branch}{}", printable::escape(&text)))?;
    }
    Ok(())
}

/// What leads each line.
fn draw(places: &[Place], branches: &Branches) -> Vec<String> {
    let Branches([with_next, last, down, under_last]) = *branches;
    let is_last = last_ones(places);
    // Whether those above are the last of theirs; nothing is drawn beside the top.
    let mut above: Vec<bool> = Vec::new();
    let lines = places.iter().zip(is_last).map(|(place, is_last)| {
        above.truncate(place.depth);
        let levels = above.iter().skip(1);
        let mut line: String = levels
            .map(|is_last| if *is_last { under_last } else { down })
            .collect();
        if place.depth > 0 {
            line.push_str(if is_last { last } else { with_next });
        }
        above.push(is_last);
        line
    });
    lines.collect()
}

/// Whether each is the last of those beside it.
fn last_ones(places: &[Place]) -> Vec<bool> {
    // From the end: whether something beside, at each depth, was met.
    let mut has_next: Vec<bool> = Vec::new();
    let mut is_last: Vec<_> = places
        .iter()
        .rev()
        .map(|place| {
            has_next.resize(place.depth + 1, false);
            !std::mem::replace(&mut has_next[place.depth], true)
        })
        .collect();
    is_last.reverse();
    is_last
}

/// One unit in a line: `354  Inbound Marketing  MAR02  3 members`.
fn label(unit: &Unit, place: &Place) -> String {
    let mut parts = vec![unit.id.to_string()];
    let texts = [unit.name.as_ref(), unit.code.as_ref()]
        .into_iter()
        .flatten();
    parts.extend(
        texts
            .filter(|text| !text.is_empty())
            .map(ToString::to_string),
    );
    parts.push(match unit.users.len() {
        1 => "1 member".into(),
        count => format!("{count} members"),
    });
    match (place.oddity, unit.parent_id) {
        (Some(Oddity::Orphan), Some(parent)) => {
            parts.push(format!("(below {parent}, which is not in the list)"));
        }
        (Some(Oddity::Ring), Some(parent)) => {
            parts.push(format!("(in a ring, below {parent})"));
        }
        _ => {}
    }
    if place.left_out > 0 {
        parts.push(format!("(and {} below)", place.left_out));
    }
    parts.join("  ")
}

#[cfg(test)]
mod tests {
    use super::{super::forest::Forest, *};

    fn drawn(items: &[(u32, Option<u32>)]) -> String {
        let places = Forest::of(items).places();
        let lines = draw(&places, &Branches::of(Lines::Drawn));
        let lines = lines.iter().zip(&places);
        let lines = lines.map(|(line, place)| format!("{line}{}", items[place.index].0));
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn lines_lead_from_each_unit_to_those_below_it() {
        let items = [
            (1, None),
            (2, Some(1)),
            (3, Some(2)),
            (4, Some(3)),
            (5, Some(2)),
            (6, Some(1)),
            (7, Some(6)),
            (8, None),
            (9, Some(8)),
        ];
        assert_eq!(
            drawn(&items),
            "\
1
├── 2
│   ├── 3
│   │   └── 4
│   └── 5
└── 6
    └── 7
8
└── 9"
        );
    }
}
