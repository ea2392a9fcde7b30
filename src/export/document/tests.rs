use super::*;
#[test]
fn show() {
    for name in ["evenement", "market-research"] {
        let path = format!("{}/tests/reference/{name}.proposal.json", env!("CARGO_MANIFEST_DIR"));
        let tree = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let (proposal, _) = crate::proposal::read(&tree);
        let checked = crate::proposal::check(proposal).unwrap();
        let estimate = crate::estimate::estimate(&checked);
        let words = Words::new(crate::words::Language::of(&checked.proposal().locale).unwrap());
        let brief = crate::brief::brief(checked.proposal(), &estimate, &words);
        println!("{}\n=====\n{}\n=====", text(&brief, &words), markdown(&brief, &words));
    }
}
