//! A button.

use leptos::prelude::*;

/// How much weight a button has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// With an outline.
    #[default]
    Plain,
    /// The one next action.
    Primary,
    /// Without an outline, for bars.
    Quiet,
    /// An icon alone; give it a label.
    Icon,
    /// Removes something.
    Danger,
    /// A quick fix.
    Fix,
}

impl ButtonKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Primary => "primary",
            Self::Quiet => "quiet",
            Self::Icon => "icon",
            Self::Danger => "danger",
            Self::Fix => "fix",
        }
    }
}

/// A button. `label` replaces its content as the accessible name, `tip` explains it on hover.
#[component]
pub fn Button(
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional, into)] label: Option<Signal<String>>,
    #[prop(optional, into)] tip: Option<Signal<String>>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(into)] on_press: Callback<()>,
    children: Children,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button"
            data-kind=kind.name()
            aria-label=move || label.map(|label| label.get())
            title=move || tip.or(label).map(|tip| tip.get())
            disabled=disabled
            on:click=move |_| on_press.run(())
        >
            {children()}
        </button>
    }
    .into_any()
}
