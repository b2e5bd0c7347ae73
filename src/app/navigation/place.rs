//! What a place is: one file says everything about it, and forgetting a fact does not compile.

use leptos::prelude::*;

use crate::app::widgets::IconName;

/// The places whose code loads together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Comes with the first visit. It shows without an open plan.
    Start,
    /// The map with all its editors.
    Map,
    /// The places beside the map. The list of problems is below them.
    Beside,
    /// The rehearsal of a whole directory.
    Rehearse,
}

/// What a link from elsewhere leads to. Exactly one place serves each purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Choose a plan to open.
    ChoosePlan,
    /// Edit the attribute mappings.
    EditMappings,
    /// Edit the settings of the plan.
    EditSettings,
    /// Export the plan or its documents.
    Export,
    /// See what is sent for one person.
    Preview,
    /// See what the first cycle does with everybody.
    Rehearse,
}

impl Purpose {
    all_variants! {
        /// All of them.
        ChoosePlan, EditMappings, EditSettings, Export, Preview, Rehearse
    }
}

/// One task of a place, for its help.
#[derive(Clone, Copy, Debug)]
pub struct Topic {
    /// What you want to do.
    pub task: &'static str,
    /// How you do it.
    pub how: &'static str,
}

/// A place of the app.
pub trait Place {
    /// The name in the navigation.
    const TITLE: &'static str;
    /// The part of the address after `#`, for example `/map`.
    const ADDRESS: &'static str;
    /// The icon in the navigation.
    const ICON: IconName;
    /// The part that it loads with.
    const PART: Part;
    /// The purpose that it serves for links from elsewhere.
    const PURPOSE: Option<Purpose>;

    /// Its tasks, the first one being what it is for.
    fn help() -> &'static [Topic];
    /// Its view.
    fn view() -> AnyView;
}

/// The facts about a place, without its view: that may not be loaded yet.
#[derive(Clone, Copy, Debug)]
pub struct PlaceFacts {
    /// The name in the navigation.
    pub title: &'static str,
    /// The part of the address after `#`.
    pub address: &'static str,
    /// The icon in the navigation.
    pub icon: IconName,
    /// The part that it loads with.
    pub part: Part,
    /// The purpose that it serves.
    pub purpose: Option<Purpose>,
}

impl PlaceFacts {
    /// The facts of a place.
    pub const fn of<P: Place>() -> Self {
        Self { title: P::TITLE, address: P::ADDRESS, icon: P::ICON, part: P::PART, purpose: P::PURPOSE }
    }
}

/// An address belongs to one place.
impl PartialEq for PlaceFacts {
    fn eq(&self, other: &Self) -> bool {
        self.address == other.address
    }
}

/// Whether every purpose is served by exactly one of the places. Checked when the app is compiled.
pub const fn serves_every_purpose(places: &[PlaceFacts]) -> bool {
    let mut purpose = 0;
    while purpose < Purpose::ALL.len() {
        let (mut place, mut count) = (0, 0);
        while place < places.len() {
            if let Some(served) = places[place].purpose
                && served as usize == Purpose::ALL[purpose] as usize
            {
                count += 1;
            }
            place += 1;
        }
        if count != 1 {
            return false;
        }
        purpose += 1;
    }
    true
}
