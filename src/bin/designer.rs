//! The browser app's entry point.

fn main() {
    crosswalk::app::mount();
}
