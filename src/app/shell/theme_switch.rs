//! The theme: system, light or dark.

use leptos::prelude::*;

use crate::{
    app::{
        commands,
        navigation::use_navigation,
        state::{Theme, use_workspace},
        widgets::{Button, ButtonKind, Icon, IconName},
    },
    editor::CommandId,
};

/// One button that switches between the three themes.
#[component]
pub(super) fn ThemeSwitch() -> impl IntoView {
    let workspace = use_workspace();
    let theme = workspace.preferences.theme;
    let icon = Signal::derive(move || match theme.get() {
        Theme::System => IconName::HalfCircle,
        Theme::Light => IconName::Sun,
        Theme::Dark => IconName::Moon,
    });
    let navigation = use_navigation();
    let press = move || commands::run(workspace, navigation, CommandId::NextTheme);
    let label = Signal::derive(move || format!("Theme: {}", theme.get().label()));
    view! {
        <Button kind=ButtonKind::Icon label on_press=press>
            <Icon name=icon />
        </Button>
    }
    .into_any()
}
