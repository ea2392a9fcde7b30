//! stub
/// x
pub fn text(_: &crate::brief::Brief, _: &crate::words::Words) -> String {
    String::new()
}
/// x
pub fn markdown(_: &crate::brief::Brief, _: &crate::words::Words) -> String {
    String::new()
}
