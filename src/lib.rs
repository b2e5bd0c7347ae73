#![doc = include_str!("ARCHITECTURE.md")]

#[macro_use]
mod variants;

pub mod text;

pub mod limits;

pub mod json;

pub mod recognition;

pub mod expression;

pub mod plan;

pub mod catalog;

pub mod directory;

pub mod simulate;

pub mod lint;

pub mod analysis;

pub mod exchange;

pub mod editor;

#[cfg(feature = "app")]
pub mod app;
