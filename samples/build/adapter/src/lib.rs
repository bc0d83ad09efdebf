// Nothing is compiled here: Cargo.toml is what counts.
