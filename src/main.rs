//! The widget's entry point in the browser. It holds nothing: everything stands in the library.

fn main() {}
