//! The query of a list.

use crate::answer::Answer;
use crate::behaviours::{self, Behaviour};
use crate::eloomi::envelope;
use crate::eloomi::switches::{PastEnd, PerPageDefault, Switches};
use crate::json::Json;
use crate::parameter::parameter;

/// Which part of a list is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PageAsked {
    skip: usize,
    take: usize,
}

impl PageAsked {
    pub(crate) fn read(query: &str, switches: &Switches) -> Result<Self, Answer> {
        let take = per_page(parameter(query, "per_page").as_deref(), switches)?;
        let page = page(parameter(query, "page").as_deref(), switches);
        Ok(Self {
            skip: (page - 1).saturating_mul(take),
            take,
        })
    }

    /// This part of what there is.
    pub(crate) fn answer(
        self,
        items: impl Iterator<Item = Json>,
        switches: &Switches,
        text: &'static str,
        shows: &'static Behaviour,
    ) -> Answer {
        let page: Vec<_> = items.skip(self.skip).take(self.take).collect();
        match (page.is_empty(), switches.past_end) {
            (false, _) => envelope::success(text, Json::List(page), shows),
            (true, PastEnd::EmptyList) => {
                envelope::success(text, Json::List(page), &behaviours::PAST_END)
            }
            (true, PastEnd::NoContent) => Answer::no_content(&behaviours::PAST_END),
        }
    }
}

fn per_page(asked: Option<&str>, switches: &Switches) -> Result<usize, Answer> {
    let size = match (asked, switches.per_page_default) {
        (Some(text), _) => match text.parse() {
            Ok(size) if size > 0 => size,
            _ => {
                let cause = "The per_page must be a number above zero.";
                return Err(envelope::bad_request(cause, &behaviours::PER_PAGE_BAD));
            }
        },
        // `behaviours::PER_PAGE_ABSENT`
        (None, PerPageDefault::All) => usize::MAX,
        (None, PerPageDefault::TwentyFive) => 25,
    };
    // `behaviours::PER_PAGE_CAP`; a cap of zero would make every page empty.
    let cap = switches
        .max_per_page
        .map_or(usize::MAX, |cap| cap.max(1) as usize);
    Ok(size.min(cap))
}

/// `behaviours::PAGE`.
fn page(asked: Option<&str>, switches: &Switches) -> usize {
    let page = asked.and_then(|text| text.parse().ok()).unwrap_or(1);
    if switches.repeat_pages {
        1
    } else {
        page.max(1)
    }
}
