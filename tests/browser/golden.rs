//! The same proposal gives the same figures in every browser, to the last bit.

use crate::browser::Browser;
use crate::site::Site;
use serde_json::json;

#[test]
fn figures_are_those_of_the_native_program_to_their_last_bit() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/golden.html"));
    browser.until("typeof compareWithGolden === 'function'", json!(null));
    for name in ["evenement", "relations-presse", "market-research"] {
        let found = browser.run("return await compareWithGolden(input);", json!(name));
        assert_eq!(found["differing"], json!([]), "{name}");
        assert!(found["lines"].as_u64().is_some_and(|lines| lines > 100), "{name}: {found}");
    }
}
