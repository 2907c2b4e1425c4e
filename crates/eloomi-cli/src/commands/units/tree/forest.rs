//! Trees out of a flat list in which each item names the one above it. Pure: no units, no I/O.
//!
//! Nothing is taken for granted: an item may name one that is not there, itself, or one below it,
//! and an id may come twice, where the first has those below it. Each item has one place all the
//! same.

use std::{collections::HashMap, hash::Hash};

/// What is odd about where an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Oddity {
    /// The one above it is not in the list.
    Orphan,
    /// It is below itself.
    Ring,
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Which one of the list.
    pub(super) index: usize,
    /// How many are above it.
    pub(super) depth: usize,
    /// What is odd about it.
    pub(super) oddity: Option<Oddity>,
    /// How many below it have no place, because they are too deep.
    pub(super) left_out: usize,
}

/// Where all items of a list stand.
#[derive(Debug)]
pub(super) struct Forest {
    children: Vec<Vec<usize>>,
    oddities: Vec<Option<Oddity>>,
    roots: Vec<usize>,
}

impl Forest {
    /// Of items and those above them, each by id.
    pub(super) fn of<I: Copy + Eq + Hash>(items: &[(I, Option<I>)]) -> Self {
        let mut first = HashMap::new();
        let mut oddities = vec![None; items.len()];
        for (index, (id, _)) in items.iter().enumerate() {
            first.entry(id).or_insert(index);
        }
        let mut parents = vec![None; items.len()];
        let mut children = vec![Vec::new(); items.len()];
        let mut roots = Vec::new();
        for (index, (_, above)) in items.iter().enumerate() {
            let Some(above) = above else {
                roots.push(index);
                continue;
            };
            if let Some(parent) = first.get(above) {
                parents[index] = Some(*parent);
                children[*parent].push(index);
            } else {
                oddities[index] = Some(Oddity::Orphan);
                roots.push(index);
            }
        }
        for ring in rings(&parents) {
            // The first of the list, wherever the ring was met.
            roots.extend(ring.iter().min());
            for index in ring {
                oddities[index] = Some(Oddity::Ring);
            }
        }
        roots.sort_unstable();
        Self {
            children,
            oddities,
            roots,
        }
    }

    /// Every item once, each before those below it, in the order of the list otherwise.
    pub(super) fn places(&self) -> Vec<Place> {
        self.walk(&self.roots)
    }

    /// The same of one item and those below it.
    pub(super) fn below(&self, root: usize) -> Vec<Place> {
        self.walk(&[root])
    }

    fn walk(&self, roots: &[usize]) -> Vec<Place> {
        let mut has_place = vec![false; self.children.len()];
        let mut places = Vec::new();
        // Not by recursion: how deep a list goes, somebody else decides.
        let mut waiting: Vec<_> = roots.iter().rev().map(|root| (*root, 0)).collect();
        while let Some((index, depth)) = waiting.pop() {
            // Only the one that a ring was entered by is met again.
            if std::mem::replace(&mut has_place[index], true) {
                continue;
            }
            let oddity = self.oddities[index];
            places.push(Place {
                index,
                depth,
                oddity,
                left_out: 0,
            });
            let children = self.children[index].iter().rev();
            waiting.extend(children.map(|child| (*child, depth + 1)));
        }
        places
    }
}

/// The places that are no deeper than this; each of the deepest tells what it lacks.
pub(super) fn cut(places: Vec<Place>, depth: usize) -> Vec<Place> {
    let mut left: Vec<Place> = Vec::with_capacity(places.len());
    for place in places {
        if place.depth <= depth {
            left.push(place);
        } else if let Some(above) = left.last_mut() {
            above.left_out += 1;
        }
    }
    left
}

/// All rings, each once.
fn rings(parents: &[Option<usize>]) -> Vec<Vec<usize>> {
    let mut rings = Vec::new();
    // By which walk upwards an item was met.
    let mut met = vec![None; parents.len()];
    for walk in 0..parents.len() {
        let mut at = Some(walk);
        while let Some(index) = at.filter(|index| met[*index].is_none()) {
            met[index] = Some(walk);
            at = parents[index];
        }
        // A walk that meets itself has gone round; one that meets another leads where that led.
        if let Some(index) = at.filter(|index| met[*index] == Some(walk)) {
            rings.push(round(parents, index));
        }
    }
    rings
}

/// The ring that this item is in.
fn round(parents: &[Option<usize>], start: usize) -> Vec<usize> {
    let above = |index: &usize| parents[*index].filter(|parent| *parent != start);
    std::iter::successors(Some(start), above).collect()
}

#[cfg(test)]
mod tests;
