//! How much of a list to ask for.

/// How much to ask for at once, and when to stop.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Paging {
    /// How many to ask for at once [default: 100]
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    per_page: Option<u32>,

    /// Stop after this many
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) max: Option<u64>,
}

impl Paging {
    /// The list in pages of this size: no more is asked for than will be printed.
    pub(crate) fn of<L>(self, list: L, per_page: impl FnOnce(L, u32) -> L) -> L {
        let most = self.max.and_then(|most| u32::try_from(most).ok());
        match self.per_page.or(most.filter(|most| *most < 100)) {
            Some(size) => per_page(list, size),
            None => list,
        }
    }
}
