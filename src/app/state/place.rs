//! The places of the app and their addresses.

/// Where the user is. Every place has an address that survives a reload.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Starters, saved plans, opening a file.
    #[default]
    Start,
    /// Board or table of the mappings.
    Map,
    /// Sample people.
    People,
    /// What Entra would send.
    Preview,
    /// The guide's steps, filled from the plan.
    Checklist,
    /// Everything that leaves as a file.
    Export,
    /// Connection, scope, sign-in, lists.
    Settings,
}

impl Place {
    /// The places of the rail, in its order.
    pub const RAIL: [Self; 6] = [Self::Map, Self::People, Self::Preview, Self::Checklist, Self::Export, Self::Settings];

    /// The part of the address after `#`.
    pub const fn address(self) -> &'static str {
        match self {
            Self::Start => "/start",
            Self::Map => "/map",
            Self::People => "/people",
            Self::Preview => "/preview",
            Self::Checklist => "/checklist",
            Self::Export => "/export",
            Self::Settings => "/settings",
        }
    }

    /// The name on the rail.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Start => "Start",
            Self::Map => "Map",
            Self::People => "People",
            Self::Preview => "Preview",
            Self::Checklist => "Checklist",
            Self::Export => "Export",
            Self::Settings => "Settings",
        }
    }

    /// The place of an address; the start page for any other.
    pub fn from_address(hash: &str) -> Self {
        let address = hash.trim_start_matches('#');
        Self::RAIL.into_iter().find(|place| place.address() == address).unwrap_or_default()
    }
}
