//! The bar at the top of the page.

use leptos::prelude::*;

use super::theme_switch::ThemeSwitch;
use crate::app::{
    navigation::{Purpose, use_navigation},
    parts::use_parts,
    state::use_workspace,
    widgets::{Icon, IconName},
};

/// Brand, the open plan, and the theme.
#[component]
pub(super) fn Topbar() -> impl IntoView {
    let workspace = use_workspace();
    let navigation = use_navigation();
    let bar = use_parts().bar;
    let plan = move || bar.get().filter(|_| workspace.is_open.get());
    view! {
        <header class="topbar">
            <a class="brand" href=move || navigation.link(Purpose::ChoosePlan) title="Starters and saved plans">
                <Icon name=IconName::Brand />
                <span>"Crosswalk"</span>
            </a>
            {move || plan().map(|bar| (bar.name)())}
            <span class="spacer"></span>
            <ThemeSwitch />
            {move || plan().map(|bar| (bar.actions)())}
        </header>
    }
    .into_any()
}
