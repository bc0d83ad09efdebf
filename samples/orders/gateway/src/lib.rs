//! shop:gateway: joins tokens, validation, pricing and store into one desk, and opens an HTTP door to it.
//!
//! `desk` is the order of events, `http` turns requests into calls of the desk, `json` is the shape of the bodies.

mod desk;
mod http;
mod json;

wit_bindgen::generate!({ path: ["../wit", "world.wit"], world: "shop:gateway/gateway", generate_all });

/// Exports both interfaces.
struct Gateway;

export!(Gateway);
