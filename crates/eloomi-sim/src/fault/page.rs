//! Faults of single pages, as text: `PAGE:COUNT`.

use super::action::Action;
use super::arguments::Arguments;
use super::error::FaultError;

/// `PAGE:COUNT`.
pub(super) fn cut(arguments: &Arguments<'_>) -> Result<Action, FaultError> {
    let read = |text: &str| {
        let (page, count) = text.split_once(':')?;
        Some((page.parse().ok()?, count.parse().ok()?))
    };
    match read(arguments.value()) {
        Some((page, count)) if page > 0 => Ok(Action::CutPage { page, count }),
        _ => Err(arguments.bad("PAGE:COUNT, such as 2:3")),
    }
}

/// `PAGE`.
pub(super) fn empty(arguments: &Arguments<'_>) -> Result<Action, FaultError> {
    Ok(Action::CutPage {
        page: above_zero(arguments)?,
        count: 0,
    })
}

/// The most that a page holds.
pub(super) fn cap(arguments: &Arguments<'_>) -> Result<Action, FaultError> {
    above_zero(arguments).map(Action::CapPage)
}

fn above_zero(arguments: &Arguments<'_>) -> Result<u64, FaultError> {
    let wanted = "a number above zero";
    match arguments.parsed(wanted)? {
        0 => Err(arguments.bad(wanted)),
        number => Ok(number),
    }
}
