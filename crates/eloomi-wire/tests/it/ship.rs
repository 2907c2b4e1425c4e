//! A model with one field of each type, for the tests beside it.

use std::collections::BTreeMap;

use eloomi_wire::{
    Attributes, DateTimeText, Id, NumberOrText, Patch, Text, ZeroOrOne, model, open_enum,
};

/// Tells ids of ships from other ids.
#[derive(Debug)]
pub(crate) enum ShipMarker {}

/// Number of a ship.
pub(crate) type ShipId = Id<ShipMarker>;

open_enum! {
    /// How a ship is driven.
    pub(crate) enum Drive {
        /// By the wind.
        Sail = "sail",
        /// By coal.
        Steam = "steam eng.",
    }
}

model! {
    /// A ship.
    pub(crate) struct Ship {
        /// Number.
        id: ShipId = "id", required;
        /// Whether she is at sea.
        at_sea: Option<bool> = "at_sea";
        /// Free-form.
        attributes: Attributes = "attributes", writable;
        /// Who sails her.
        crew: Vec<Sailor> = "crew", personal;
        /// How she is driven.
        drive: Option<Drive> = "drive";
        /// The ship she sails with.
        escort: Option<ShipId> = "escort" | "escort_id";
        /// When she was launched.
        launched_at: Option<DateTimeText> = "launched_at" | "launched";
        /// Length in metres.
        length: Option<f64> = "length";
        /// Name on the bow.
        name: Option<Text> = "name" | "ship_name", writable;
        /// Class, as a number or a name.
        rating: Option<NumberOrText> = "rating";
        /// Ports of call.
        ports: Vec<u64> = "ports" | "port_ids";
        /// Change of temperature.
        trim: Option<i64> = "trim";
    }
}

model! {
    /// Somebody aboard.
    pub(crate) struct Sailor {
        /// Name.
        name: Option<Text> = "name", writable, personal;
        /// Years aboard.
        years: Option<u64> = "years";
    }
}

model! {
    /// What changes aboard.
    pub(crate) struct ShipChange {
        /// Name on the bow.
        name: Patch<Text> = "name", writable;
        /// How she is driven.
        drive: Patch<Drive> = "drive", writable;
        /// Ports of call, all of them.
        ports: Patch<Vec<u64>> = "ports", writable;
        /// Whether somebody steers.
        steered: Patch<ZeroOrOne> = "steered", writable;
        /// The watch of each sailor.
        watches: Patch<BTreeMap<u64, Sailor>> = "watches", writable, personal;
    }
}
