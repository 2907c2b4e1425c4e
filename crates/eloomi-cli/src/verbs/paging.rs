//! How much of a list to ask for, whatever it is of.

use clap::value_parser;

/// How much to ask for.
#[derive(Debug, clap::Args)]
pub(crate) struct Paging {
    /// How many to ask for at once [default: 100]
    #[arg(long, value_name = "COUNT", value_parser = value_parser!(u32).range(1..))]
    per_page: Option<u32>,

    /// Stop after this many
    #[arg(long, value_name = "COUNT", value_parser = value_parser!(u64).range(1..))]
    pub(crate) max: Option<u64>,
}

impl Paging {
    /// How many a page holds; `None` for what a stream asks for anyway. No more than will be
    /// printed.
    pub(crate) fn per_page(&self) -> Option<u32> {
        let most = self.max.and_then(|most| u32::try_from(most).ok());
        self.per_page.or(most.filter(|most| *most < 100))
    }
}
