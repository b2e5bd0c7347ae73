//! Values that live as long as the app, and are made when a place first needs them.

use leptos::prelude::*;

/// What lives as long as the app.
#[derive(Clone, Debug)]
pub struct AppLifetime(Owner);

impl AppLifetime {
    /// Begins it. The app calls this once.
    pub fn begin() {
        if let Some(owner) = Owner::current() {
            provide_context(Self(owner));
        }
    }
}

/// The value of this type that lives as long as the app. `make` makes it when it is first asked for.
///
/// # Panics
/// Outside [`App`](crate::app::App).
pub fn for_the_app<T: Clone + Send + Sync + 'static>(make: impl FnOnce() -> T) -> T {
    use_context::<T>().unwrap_or_else(|| {
        expect_context::<AppLifetime>().0.with(|| {
            let value = make();
            provide_context(value.clone());
            value
        })
    })
}
