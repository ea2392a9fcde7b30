//! The sealed link: what was sealed opens unchanged, and anything else is refused with a reason.

#[path = "support/links.rs"]
mod links;
#[allow(dead_code, reason = "not every test needs JSON")]
mod support;

use retour::estimate::{Figures, estimate};
use retour::link::{self, Known, OpenError, Opened};
use retour::proposal::*;
use serde_json::json;

const REFERENCES: [&str; 3] = ["evenement", "market-research", "relations-presse"];

/// A reference proposal with the figures that the engine computes.
fn reference(name: &str) -> (Proposal, Figures) {
    let checked = support::checked(&support::proposal(name));
    (checked.proposal().clone(), Figures::from(&estimate(&checked)))
}

fn reply(proposal: &Proposal) -> Reply {
    Reply {
        answer: Answer::YesWithChanges,
        answer_on: Date::parse("2027-06-30"),
        budget: Some(Money(30_000.0)),
        comment: "Sans le film, pour commencer. Appelez-moi !".to_owned(),
        name: "Samir Benali".to_owned(),
        on: Date::parse("2027-06-16").unwrap(),
        proposal: link::digest(proposal),
        changes: vec![Change {
            path: "lines[2].included".to_owned(),
            from: Value::Boolean(true),
            to: Value::List(vec![Value::Null, Value::Number(0.1), Value::Object(vec![("é".to_owned(), Value::Null)])]),
        }],
        extensions: Vec::new(),
    }
}

fn small() -> Proposal {
    Proposal { title: "Une fête".to_owned(), currency: "EUR".to_owned(), ..Proposal::default() }
}

#[track_caller]
fn opened(sealed: &str) -> Opened {
    link::open(sealed).unwrap_or_else(|why| panic!("{why:?}"))
}

#[track_caller]
fn known_of(refused: OpenError) -> Known {
    match refused {
        OpenError::Cut { known, .. } | OpenError::Damaged { known } => *known,
        other => panic!("{other:?}"),
    }
}

#[test]
fn reference_proposals_come_back_with_their_figures() {
    for name in REFERENCES {
        let (proposal, figures) = reference(name);
        let Opened::Proposal { proposal: same, figures: sent, repairs, signature } =
            opened(&link::seal(&proposal, &figures))
        else {
            panic!("{name} is no proposal")
        };
        assert_eq!(same, proposal);
        assert!(sent.matches(&figures), "{name}");
        assert_eq!((repairs, signature), (vec![], None));
    }
}

#[test]
fn links_are_short() {
    // The lengths of the compact JSON after lz-string's compressToEncodedURIComponent.
    for (name, lz_string) in REFERENCES.into_iter().zip([4_626, 2_320, 2_227]) {
        let (proposal, figures) = reference(name);
        let length = link::seal(&proposal, &figures).len();
        assert!(length * 100 <= lz_string * 28, "{name}: {length} of {lz_string}");
    }
}

#[test]
fn a_reply_comes_back_with_its_proposal() {
    let (proposal, figures) = reference("evenement");
    for (to, answers) in [(link::digest(&proposal), true), ("AAAAAAAAAAAAAAAAAAAAAA".to_owned(), false)] {
        let reply = Reply { proposal: to, ..reply(&proposal) };
        let Opened::Reply { reply: same, proposal: with, figures: sent, repairs, .. } =
            opened(&link::seal_reply(&proposal, &figures, &reply))
        else {
            panic!("no reply")
        };
        assert_eq!((&same, &with, repairs), (&reply, &proposal, vec![]));
        assert!(sent.matches(&figures));
        assert_eq!(same.proposal == link::digest(&with), answers);
    }
}

#[test]
fn the_same_gives_the_same_and_another_digest_gives_itself_away() {
    let (proposal, figures) = reference("relations-presse");
    assert_eq!(link::seal(&proposal, &figures), link::seal(&proposal, &figures));
    let mut other = proposal.clone();
    other.rates[0].day_rate = Money(750.01);
    assert_ne!(link::digest(&other), link::digest(&proposal));
    assert_eq!(link::digest(&proposal).len(), 22);
}

#[test]
fn every_truncation_is_refused_and_tells_the_parties_once_they_are_there() {
    for name in REFERENCES {
        let (proposal, figures) = reference(name);
        let sealed = link::seal(&proposal, &figures);
        let whole = sealed.len();
        let mut told = 0;
        for end in 0..whole {
            match link::open(&sealed[..end]) {
                Err(OpenError::Empty) if end == 0 => {}
                Err(OpenError::Cut { known, received, expected }) => {
                    assert_eq!(received, end);
                    assert!(expected.is_none_or(|expected| expected == whole));
                    if *known != Known::default() {
                        assert_eq!((&known.from, &known.to), (&proposal.from, &proposal.to));
                        assert_eq!((&known.title, known.dates), (&proposal.title, proposal.dates));
                        assert_eq!(known.is_reply, Some(false));
                        told += 1;
                    }
                }
                other => panic!("{name} cut at {end}: {other:?}"),
            }
        }
        assert!(told * 2 > whole, "{name} tells its parties at {told} of {whole} cuts");
    }
}

#[test]
fn no_flipped_bit_opens_as_something_else() {
    let (proposal, figures) = reference("market-research");
    let sealed = link::seal(&proposal, &figures);
    // Of the characters after the envelope every third is enough: a checksum detects a flipped bit anywhere.
    for at in (0..12).chain((12..sealed.len()).step_by(3)) {
        for bit in 0..7 {
            let mut bytes = sealed.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let text = String::from_utf8(bytes).unwrap();
            assert!(link::open(&text).is_err(), "bit {bit} of character {at}");
        }
    }
}

#[test]
fn a_damaged_link_still_tells_the_parties() {
    let (proposal, figures) = reference("evenement");
    let mut sealed = link::seal(&proposal, &figures);
    let last = if sealed.pop() == Some('A') { 'B' } else { 'A' };
    sealed.push(last);
    assert_eq!(known_of(link::open(&sealed).unwrap_err()).from, proposal.from);
    sealed.replace_range(100..101, "*");
    assert_eq!(known_of(link::open(&sealed).unwrap_err()).from, Party::default());
}

#[test]
fn what_is_no_link_is_refused_with_its_reason() {
    let refused = |text: &str| link::open(text).unwrap_err();
    assert_eq!(refused(""), OpenError::Empty);
    assert_eq!(refused(" \n"), OpenError::Empty);
    for text in ["contact", "#1abc", "é", "0", "%31", "2.5", "{\"title\": 1}"] {
        assert_eq!(refused(text), OpenError::NotALink, "{text}");
    }
    assert_eq!(refused("2AAAAAAA"), OpenError::NewerVersion { mark: '2', flags: 0 });
    assert_eq!(refused(&links::envelope(4, b"later")), OpenError::NewerVersion { mark: '1', flags: 4 });
    let received = 1_000_000;
    assert_eq!(refused(&"1".repeat(received)), OpenError::TooLong { received, most: link::MAX_CHARACTERS });
    for beginning in ["1", "1A", "1AC", "1AI"] {
        let received = beginning.len();
        assert!(matches!(refused(beginning), OpenError::Cut { received: r, expected: None, .. } if r == received));
    }
}

#[test]
fn what_nobody_can_have_sealed_is_damaged() {
    for body in [&[][..], &[0; 40], &[0xff; 40], b"any bytes that a checksum vouches for", &[0x5a; 5_000]] {
        for flags in [0, 1] {
            let known = known_of(link::open(&links::envelope(flags, body)).unwrap_err());
            assert_eq!(known, Known::default());
        }
    }
}

#[test]
fn a_link_that_unfolds_without_end_is_refused() {
    let mut proposal = small();
    proposal.context = "a".repeat(400_000);
    let bomb = link::seal(&proposal, &Figures::default());
    assert!(bomb.len() < 1_500, "{}", bomb.len());
    assert_eq!(known_of(link::open(&bomb).unwrap_err()).title, proposal.title);
}

#[test]
fn references_to_a_long_id_do_not_unfold_without_end() {
    let mut proposal = small();
    proposal.lines.push(retour::proposal::Line { id: "a".repeat(2_000), ..Default::default() });
    let needs = vec![proposal.lines[0].id.clone(); 2_000];
    proposal.benefits.push(retour::proposal::Benefit { needs, ..Default::default() });
    assert!(matches!(link::open(&link::seal(&proposal, &Figures::default())), Err(OpenError::Damaged { .. })));
}

#[test]
fn what_a_check_finds_wrong_today_is_reported_and_the_whole_is_shown() {
    let mut proposal = small();
    proposal.discount_rate = f64::INFINITY;
    let Opened::Proposal { proposal: same, repairs, .. } = opened(&link::seal(&proposal, &Figures::default())) else {
        panic!("no proposal")
    };
    assert_eq!(same, proposal);
    assert!(repairs.iter().any(|issue| issue.path == "discountRate"), "{repairs:?}");
}

#[test]
fn a_signature_is_carried_and_said() {
    let (proposal, figures) = reference("relations-presse");
    let signed = links::sign(&link::seal(&proposal, &figures), [7; 64]);
    let Opened::Proposal { proposal: same, signature, .. } = opened(&signed) else { panic!("no proposal") };
    assert_eq!(same, proposal);
    assert_eq!(signature.unwrap().0, [7; 64]);
    assert!(matches!(link::open(&signed[..signed.len() - 3]), Err(OpenError::Cut { .. })));
}

#[test]
fn text_stays_text() {
    let mut proposal = small();
    proposal.context = "<script>alert(1)</script>\0\u{202e}=HYPERLINK(\"javascript:x\")\u{fffd}👩🏽‍🚀 مرحبا".to_owned();
    let Opened::Proposal { proposal: same, .. } = opened(&link::seal(&proposal, &Figures::default())) else {
        panic!("no proposal")
    };
    assert_eq!(same, proposal);
}

#[test]
fn numbers_keep_every_bit() {
    for number in [-0.0, 0.1 + 0.2, f64::NAN, f64::INFINITY, f64::MIN_POSITIVE, 1e300, -1.5e-9, 9_007_199_254_740_993.0]
    {
        let mut proposal = small();
        proposal.vat_rate = number;
        let Opened::Proposal { proposal: same, .. } = opened(&link::seal(&proposal, &Figures::default())) else {
            panic!("no proposal")
        };
        assert_eq!(same.vat_rate.to_bits(), number.to_bits());
    }
}

#[test]
fn what_fuzzing_found() {
    let folder = format!("{}/tests/found/open", env!("CARGO_MANIFEST_DIR"));
    for entry in std::fs::read_dir(folder).unwrap() {
        links::holds(&std::fs::read(entry.unwrap().path()).unwrap());
    }
}

#[test]
fn a_short_run_of_what_fuzzing_does_for_long() {
    let mut state = 2_027_u64;
    for round in 0..3_000 {
        let bytes = (0..1 + round % 90).map(|_| {
            state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
            (state >> 56) as u8
        });
        links::holds(&bytes.collect::<Vec<_>>());
    }
}

/// Every proposal that `check` accepts can be opened again, however long it is.
#[test]
fn the_longest_proposal_that_is_right_comes_back() {
    let id = |kind: char, i: usize| format!("{kind}{i:02}{}", "😀".repeat(MAX_ID_CHARACTERS - 3));
    let work = |i: usize| json!({"role": id('r', i % MAX_RATES), "days": 1.1 + i as f64});
    let works = |at: usize| (at..at + MAX_WORKS).map(work).collect::<Vec<_>>();
    let factors = |i: usize| (i..i + MAX_FACTORS_OF_A_BENEFIT).map(|k| id('f', k)).collect::<Vec<_>>();
    let lines: Vec<_> = (0..MAX_LINES).map(|i| id('l', i)).collect();
    let written = json!({
        "title": "x", "currency": "EUR",
        "rates": (0..MAX_RATES).map(|i| json!({"id": id('r', i), "label": "x", "dayRate": 900})).collect::<Vec<_>>(),
        "lines": (0..MAX_LINES).map(|i| json!({
            "id": id('l', i), "label": "😀".repeat(250), "making": works(i), "advice": {"label": "😀".repeat(100), "time": works(2 * i)},
        })).collect::<Vec<_>>(),
        "factors": (0..MAX_FACTORS).map(|i| json!({
            "id": id('f', i), "label": "x", "unit": "x", "holder": "client", "value": 0.1, "withoutAdvice": 0.1,
            "advisedBy": lines.iter().take(MAX_ENTRIES).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "benefits": (0..MAX_BENEFITS).map(|i| json!({
            "id": id('b', i), "label": "x", "factors": factors(i), "needs": lines.iter().take(MAX_ENTRIES).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "context": "😀".repeat(MAX_TEXT_CHARACTERS), "message": "é😀".repeat(MAX_TEXT_CHARACTERS / 2),
        "terms": "😀".repeat(MAX_TEXT_CHARACTERS),
    });
    let proposal = support::checked(&written).proposal().clone();
    let sealed = link::seal(&proposal, &Figures::default());
    let Opened::Proposal { proposal: same, .. } = opened(&sealed) else { panic!() };
    assert_eq!(same, proposal);

    let change = Change { path: "x".to_owned(), from: Value::from("😀".repeat(9_900).as_str()), to: Value::Null };
    let comment = "😀".repeat(MAX_TEXT_CHARACTERS);
    let reply = Reply { comment, changes: vec![change], ..reply(&proposal) };
    assert_eq!(reply.check(), []);
    let sealed = link::seal_reply(&proposal, &Figures::default(), &reply);
    assert!(matches!(opened(&sealed), Opened::Reply { reply: same, .. } if same == reply));
}
