//! A tree as JSON: each unit with its `children`.

use std::{io, mem};

use eloomi::Unit;

use super::{forest::Place, row::placed};
use crate::output::print_line;

/// Prints one tree as an object, or all as an array with a tree per line.
pub(super) fn print(units: &[Unit], places: &[Place], is_one: bool) -> io::Result<()> {
    let trees = places.chunk_by(|_, next| next.depth > 0);
    let mut lead = "[";
    for tree in trees {
        let json = nest(units, tree)?;
        if is_one {
            return print_line(&json);
        }
        print_line(&format!("{}{json}", mem::replace(&mut lead, ",")))?;
    }
    print_line(if lead == "[" { "[]" } else { "]" })
}

/// One tree, the first place of which is its top.
fn nest(units: &[Unit], places: &[Place]) -> io::Result<String> {
    let mut json = String::new();
    // How many units wait for their children to end. Not by recursion, as how deep it goes,
    // somebody else decides.
    let mut open = 0;
    for place in places {
        while open > place.depth {
            json.push_str("]}");
            open -= 1;
        }
        if json.ends_with('}') {
            json.push(',');
        }
        let unit = placed(&units[place.index], place, "")?;
        if place.left_out > 0 {
            // An empty list would say that there are none.
            json.push_str(&unit);
            continue;
        }
        json.push_str(unit.strip_suffix('}').unwrap_or(&unit));
        json.push_str(r#","children":["#);
        open += 1;
    }
    json.push_str(&"]}".repeat(open));
    Ok(json)
}
