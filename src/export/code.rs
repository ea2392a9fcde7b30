//! A link as a QR code in an SVG file.

use crate::link;

/// The SVG file with the QR code of a link; empty if the link is too long for one.
pub fn code(link: &str) -> String {
    let Some(qr) = link::qr(link) else { return String::new() };
    let side = (qr.size + 8).to_string();
    let box_of = ["viewBox=\"-4 -4 ", &side, " ", &side, "\" shape-rendering=\"crispEdges\""].concat();
    let paper = ["<path fill=\"#fff\" d=\"M-4-4h", &side, "v", &side, "H-4z\"/>"].concat();
    let modules = ["<path d=\"", &qr.path, "\"/>"].concat();
    ["<svg xmlns=\"http://www.w3.org/2000/svg\" ", &box_of, ">", &paper, &modules, "</svg>"].concat()
}
