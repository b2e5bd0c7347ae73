//! The developer's commands: `cargo xtask serve | test | dist | bench`.
fn main() {}
