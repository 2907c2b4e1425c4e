//! Lists of any shape: in most, somebody is below themselves or above nobody.

use std::collections::BTreeSet;

use proptest::{collection::vec, option, prelude::*};

use super::*;

type Items = Vec<(u8, Option<u8>)>;

/// Few ids, so that they come twice and go round; more parents than ids, so that some are missing.
fn items() -> impl Strategy<Value = Items> {
    vec((0_u8..12, option::weighted(0.8, 0_u8..15)), 0..24)
}

/// The index of the item above, as a reader of the list would look it up.
fn above(items: &Items, index: usize) -> Option<usize> {
    let parent = items[index].1?;
    items.iter().position(|(id, _)| *id == parent)
}

fn is_below_itself(items: &Items, index: usize) -> bool {
    let ways = std::iter::successors(above(items, index), |at| above(items, *at));
    ways.take(items.len()).any(|at| at == index)
}

proptest! {
    #[test]
    fn every_item_has_one_place(items in items()) {
        let mut places: Vec<_> = Forest::of(&items).places().iter().map(|place| place.index).collect();
        places.sort_unstable();
        prop_assert_eq!(places, (0..items.len()).collect::<Vec<_>>());
    }

    #[test]
    fn each_item_stands_below_the_one_above_it_or_at_the_top(items in items()) {
        let mut path: Vec<usize> = Vec::new();
        for place in Forest::of(&items).places() {
            prop_assert!(place.depth <= path.len());
            path.truncate(place.depth);
            match path.last() {
                Some(parent) => prop_assert_eq!(above(&items, place.index), Some(*parent)),
                None => prop_assert!(
                    above(&items, place.index).is_none() || place.oddity == Some(Oddity::Ring)
                ),
            }
            path.push(place.index);
        }
    }

    #[test]
    fn what_is_odd_is_told_and_nothing_else(items in items()) {
        for place in Forest::of(&items).places() {
            let (_, parent) = items[place.index];
            let expected = if is_below_itself(&items, place.index) {
                Some(Oddity::Ring)
            } else if parent.is_some() && above(&items, place.index).is_none() {
                Some(Oddity::Orphan)
            } else {
                None
            };
            prop_assert_eq!(place.oddity, expected);
        }
    }

    #[test]
    fn each_ring_has_one_item_at_the_top(items in items()) {
        let places = Forest::of(&items).places();
        let tops = places.iter().filter(|place| place.depth == 0 && place.oddity == Some(Oddity::Ring));
        let tops: Vec<_> = tops.map(|place| place.index).collect();
        let rings: BTreeSet<BTreeSet<usize>> = (0..items.len())
            .filter(|index| is_below_itself(&items, *index))
            .map(|index| {
                let round = std::iter::successors(Some(index), |at| above(&items, *at));
                round.take(items.len()).collect()
            })
            .collect();
        let firsts: Vec<_> = rings.iter().map(|ring| *ring.first().unwrap()).collect();
        prop_assert_eq!(tops, firsts);
    }

    #[test]
    fn what_is_below_an_item_is_who_reaches_it_upwards(items in items(), root in 0_usize..24) {
        prop_assume!(root < items.len());
        let places = Forest::of(&items).below(root);
        prop_assert_eq!((places[0].index, places[0].depth), (root, 0));
        let mut below: Vec<_> = places.iter().map(|place| place.index).collect();
        below.sort_unstable();
        let reaches = |index: &usize| {
            let mut way = std::iter::successors(Some(*index), |at| above(&items, *at));
            way.by_ref().take(items.len() + 1).any(|at| at == root)
        };
        prop_assert_eq!(below, (0..items.len()).filter(reaches).collect::<Vec<_>>());
    }

    #[test]
    fn what_is_too_deep_is_counted_by_the_one_above(items in items(), depth in 0_usize..5) {
        let whole = Forest::of(&items).places();
        let shown = cut(whole.clone(), depth);
        prop_assert!(shown.iter().all(|place| place.depth <= depth));
        prop_assert!(shown.iter().all(|place| place.left_out == 0 || place.depth == depth));
        let left_out: usize = shown.iter().map(|place| place.left_out).sum();
        prop_assert_eq!(shown.len() + left_out, whole.len());
    }
}

#[test]
fn a_chain_of_a_hundred_thousand_has_its_end() {
    let chain: Vec<_> = (0_u32..100_000).map(|id| (id, id.checked_sub(1))).collect();
    let deepest = Forest::of(&chain).places().last().unwrap().depth;
    assert_eq!(deepest, 99_999);
}
