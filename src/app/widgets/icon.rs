//! The icons, drawn with lines on a grid of 24.

use leptos::prelude::*;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what its name says")]
pub enum IconName {
    Brand,
    Map,
    Person,
    Preview,
    People,
    Checklist,
    Export,
    Settings,
    Undo,
    Redo,
    Search,
    Command,
    Help,
    Cross,
    ChevronDown,
    ChevronRight,
    Plus,
    Trash,
    Sun,
    Moon,
    HalfCircle,
    File,
    Up,
    Down,
    Check,
    Warning,
    Arrow,
}

impl IconName {
    const fn path(self) -> &'static str {
        match self {
            Self::Brand => "M4 6h6c5 0 5 12 10 12M4 18h6c5 0 5-12 10-12",
            Self::Map => "M3 6h5c6 0 6 12 13 12M3 18h5c6 0 6-12 13-12",
            Self::Person => "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-5 4-7 8-7s8 2 8 7",
            Self::Preview => "M4 5h16v14H4zM4 10h16M10 10v9",
            Self::People => {
                "M9 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M15.5 5.2a3.4 3.4 0 0 1 0 6.6M18 14.4c2.2.8 3.5 2.7 3.5 5.6"
            }
            Self::Checklist => "M4 6l2 2 3-3M4 13l2 2 3-3M12 7h9M12 14h9M12 20h9",
            Self::Export => "M12 4v11M8 11l4 4 4-4M4 20h16",
            Self::Settings => {
                "M4 7h9M19 7h1M4 17h1M11 17h9M16 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 20a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"
            }
            Self::Undo => "M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4",
            Self::Redo => "M16 5l4 4-4 4M20 9H10a5 5 0 0 0 0 10h4",
            Self::Search => "M11 17a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM20 20l-4.5-4.5",
            Self::Command => "M4 5h16v14H4zM7 9l3 3-3 3M12 15h5",
            Self::Help => {
                "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 17v.2"
            }
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::ChevronDown => "M6 9l6 6 6-6",
            Self::ChevronRight => "M9 6l6 6-6 6",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Trash => "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
            Self::Sun => {
                "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2"
            }
            Self::Moon => "M20 14A8 8 0 0 1 10 4a8 8 0 1 0 10 10z",
            Self::HalfCircle => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 3v18M12 8h7M12 12h9M12 16h7",
            Self::File => "M6 3h8l4 4v14H6zM14 3v5h4",
            Self::Up => "M12 19V5M6 11l6-6 6 6",
            Self::Down => "M12 5v14M6 13l6 6 6-6",
            Self::Check => "M5 12l5 5 9-10",
            Self::Warning => "M12 4L2 20h20zM12 10v5M12 17.5v.5",
            Self::Arrow => "M4 12h16M14 6l6 6-6 6",
        }
    }
}

/// An icon. It is decoration: the text beside it or the button's label says what it means.
#[component]
pub fn Icon(#[prop(into)] name: Signal<IconName>) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=move || name.get().path() />
        </svg>
    }
    .into_any()
}
