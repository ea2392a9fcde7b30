//! Fields of a later version pass through an earlier one unchanged, or are refused; what no version can have written is
//! refused as damaged.
//!
//! `testNote` of a line, `testFlag` of its making and `testNumber` of the proposal exist only in tests. They were added
//! as `docs/adding.md` describes; [`NONE`] is the version before them.

use super::super::known::{KNOWN, KnownFields};
use super::super::{
    Contents, NotUnpacked, Parts, canonical_knowing, checked_head, figures, pack_knowing, primed, proposal,
    unpack_knowing,
};
use super::*;
use crate::proposal::{Work, to_value};

const NONE: KnownFields =
    KnownFields { proposal: &[], rates: &[], lines: &[], factors: &[], benefits: &[], reply: &[] };

const NOTE: u32 = 1_000_000;

fn proposal_of(notes: &[&str]) -> Proposal {
    let line = |(place, note): (usize, &&str)| Line {
        id: format!("l{place}"),
        test_note: (*note).to_owned(),
        ..Line::default()
    };
    Proposal {
        title: "Une fête".to_owned(),
        lines: notes.iter().enumerate().map(line).collect(),
        ..Proposal::default()
    }
}

fn packed(known: &KnownFields, proposal: &Proposal) -> Vec<u8> {
    pack_knowing(known, &mut Contents { proposal: proposal.clone(), ..Contents::default() }).0
}

fn unpacked(known: &KnownFields, body: &[u8]) -> Result<Proposal, NotUnpacked> {
    unpack_knowing(known, body, Parts { reply: false, extensions: true }).map(|contents| contents.proposal)
}

/// A body that ends in these extension fields, valid or not.
fn body_with(mut proposal: Proposal, mut entries: Vec<ExtensionField>) -> Vec<u8> {
    let mut model = primed();
    let mut wire = Wire::pack(&mut model);
    checked_head(&mut wire, &mut proposal);
    proposal::rest(&mut wire, &mut proposal);
    figures::figures(&mut wire, &mut Default::default(), &proposal);
    list(&mut wire, &mut entries);
    wire.finish()
}

fn entry(owner: u32, number: u32, place: u32, bytes: &[u8]) -> ExtensionField {
    ExtensionField { owner, number, place, is_necessary: false, bytes: bytes.to_vec() }
}

#[test]
fn a_field_passes_a_version_that_does_not_know_it() {
    let newer = proposal_of(&["Prévoir l'accès, 7 h → 9 h", "", "😀"]);
    let body = packed(&KNOWN, &newer);
    let older = unpacked(&NONE, &body).unwrap();
    assert!(older.holds_more() && older.lines[1].extensions.is_empty());
    assert_eq!(older.lines[0].extensions[0].number, NOTE);
    assert_eq!(packed(&NONE, &older), body);
    assert_eq!(canonical_knowing(&NONE, &mut older.clone()), canonical_knowing(&KNOWN, &mut newer.clone()));
    let json = to_value(older.clone());
    let through_json = crate::proposal::read(&json).0;
    assert_eq!(packed(&NONE, &through_json), body);
    assert_eq!(unpacked(&KNOWN, &body).unwrap(), newer);
    // A field that an earlier version kept undecoded is decoded again after the proposal is sealed.
    assert_eq!(unpacked(&KNOWN, &packed(&KNOWN, &older)).unwrap(), newer);
}

#[test]
fn it_goes_where_its_owner_goes() {
    let body = packed(&KNOWN, &proposal_of(&["un", "", "trois"]));
    let mut older = unpacked(&NONE, &body).unwrap();
    older.lines.remove(0);
    older.lines.push(Line::default());
    let newer = unpacked(&KNOWN, &packed(&NONE, &older)).unwrap();
    assert_eq!(newer.lines.iter().map(|line| &*line.test_note).collect::<Vec<_>>(), ["", "trois", ""]);
}

#[test]
fn a_necessary_field_is_refused_as_newer_where_it_is_unknown() {
    let newer = Proposal { test_number: Some(0.0), ..proposal_of(&[]) };
    let body = packed(&KNOWN, &newer);
    assert_eq!(unpacked(&NONE, &body), Err(NotUnpacked::Newer));
    assert_eq!(unpacked(&KNOWN, &body).unwrap(), newer);
}

#[test]
fn a_field_of_parts_names_those_that_have_it() {
    let work = |test_flag| Work { test_flag, ..Work::default() };
    let mut proposal = proposal_of(&["", "x"]);
    proposal.lines[0].making = [false, true, false, false, true].map(work).to_vec();
    proposal.lines[1].making = [false, false].map(work).to_vec();
    let body = packed(&KNOWN, &proposal);
    let older = unpacked(&NONE, &body).unwrap();
    assert_eq!(older.lines[0].extensions, [Extension { number: NOTE + 1, bytes: vec![2, 1, 1, 2, 1] }]);
    assert_eq!(older.lines[1].extensions.len(), 1);
    assert_eq!(unpacked(&KNOWN, &body).unwrap(), proposal);
    let with = |bytes: &[u8]| {
        let entry = entry(OF_LINE, NOTE + 1, 0, bytes);
        unpacked(&KNOWN, &body_with(proposal.clone(), vec![entry]))
    };
    assert!(with(&[1, 4, 1]).is_ok());
    for wrong in [&[1, 5, 1][..], &[2, 4, 1, 0, 1], &[1, 4, 0], &[1, 4], &[0], &[0x81, 0x81, 0x81, 0x81, 1, 4, 1]] {
        assert_eq!(with(wrong), Err(NotUnpacked::Damaged), "{wrong:?}");
    }
}

#[test]
fn without_fields_nothing_is_added() {
    let plain = proposal_of(&[""]);
    assert_eq!(packed(&KNOWN, &plain), packed(&NONE, &plain));
    let none = unpack_knowing(&KNOWN, &packed(&KNOWN, &plain), Parts { reply: false, extensions: false });
    assert_eq!(none.unwrap().proposal, plain);
}

#[test]
fn a_note_takes_about_as_much_as_a_text_of_the_format() {
    let said = "Prévoir un temps pour les questions des visiteurs après chaque projection";
    let mut own = proposal_of(&[""]);
    let plain = packed(&KNOWN, &own).len();
    own.context = said.to_owned();
    let (own, note) = (packed(&KNOWN, &own).len() - plain, packed(&KNOWN, &proposal_of(&[said])).len() - plain);
    assert!(note <= own + 8, "{note} bytes, {own} as a context");
}

#[test]
fn what_nobody_can_have_written_is_damaged() {
    let lines = || proposal_of(&["", ""]);
    let right = |entries| unpacked(&KNOWN, &body_with(lines(), entries));
    assert!(right(vec![entry(OF_LINE, NOTE, 0, b"x\0"), entry(OF_LINE, NOTE, 1, b"y\0")]).is_ok());
    assert!(right(vec![entry(OF_PROPOSAL, 907, 0, b"x"), entry(OF_LINE, 907, 1, b"")]).is_ok());
    for (what, entries) in [
        ("none at all", vec![]),
        ("beyond the list", vec![entry(OF_LINE, 907, 2, b"")]),
        ("far beyond the list", vec![entry(OF_BENEFIT, 907, u32::MAX, b"")]),
        ("a reply's, where there is none", vec![entry(OF_REPLY, 907, 0, b"")]),
        ("twice", vec![entry(OF_PROPOSAL, 907, 0, b"x"), entry(OF_PROPOSAL, 907, 0, b"x")]),
        ("descending numbers", vec![entry(OF_LINE, 908, 0, b"x"), entry(OF_LINE, 907, 1, b"x")]),
        ("descending owners", vec![entry(OF_LINE, 907, 0, b"x"), entry(OF_PROPOSAL, 908, 0, b"x")]),
        ("an unfinished text", vec![entry(OF_LINE, NOTE, 0, b"x")]),
        ("more than a text", vec![entry(OF_LINE, NOTE, 0, b"x\0x")]),
        ("what would not be written", vec![entry(OF_LINE, NOTE, 0, b"\0")]),
        ("a wrong mark", vec![ExtensionField { is_necessary: true, ..entry(OF_LINE, NOTE, 0, b"x\0") }]),
        ("an optional one that is necessary", vec![entry(OF_PROPOSAL, NOTE, 0, &[1, 9, 0])]),
    ] {
        assert_eq!(right(entries), Err(NotUnpacked::Damaged), "{what}");
    }
    for owner in [6, 7] {
        assert_eq!(right(vec![entry(owner, 907, 0, b"x")]), Err(NotUnpacked::Newer));
    }
}

#[test]
fn whatever_bytes_a_known_field_is_given_it_takes_them_or_leaves_them() {
    let mut state = 2_027_u64;
    for round in 0..2_000 {
        let bytes = (0..round % 24).map(|_| {
            state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
            (state >> 56) as u8
        });
        let bytes: Vec<u8> = bytes.collect();
        let (number, note) = (&KNOWN.proposal[0], &KNOWN.lines[0]);
        let (mut proposal, mut line) = (Proposal::default(), Line::default());
        assert!(!number.read(&mut proposal, &bytes) || number.bytes_of(&mut proposal) == bytes);
        assert!(!note.read(&mut line, &bytes) || note.bytes_of(&mut line) == bytes);
    }
}

#[test]
fn each_number_is_given_once_and_documented() {
    fn rows<T>(owner: &str, known: &[KnownField<T>]) -> Vec<String> {
        assert!(known.iter().enumerate().all(|(i, field)| known[..i].iter().all(|other| other.number != field.number)));
        let mark = |field: &KnownField<T>| if field.is_necessary { "necessary" } else { "optional" };
        // The fields for tests are in no released link.
        let known = known.iter().filter(|field| field.number < NOTE);
        known.map(|field| format!("| {owner} | {} | `{}` | {} |", field.number, field.key, mark(field))).collect()
    }
    let page = include_str!("../../../../docs/link.md");
    let rows = [
        rows("proposal", KNOWN.proposal),
        rows("rate", KNOWN.rates),
        rows("line", KNOWN.lines),
        rows("factor", KNOWN.factors),
        rows("benefit", KNOWN.benefits),
        rows("reply", KNOWN.reply),
    ];
    for row in rows.iter().flatten() {
        assert!(page.contains(row), "docs/link.md has no row {row}");
    }
}
