//! The estimator as a prospect uses it: the first estimate, lines of one's own, drafts, what is announced.

use crate::browser::Browser;
use crate::site::Site;
use serde_json::{Value, json};

const TAB: &str = "\u{e004}";
const SPACE: &str = " ";

#[test]
fn a_first_estimate_takes_five_actions() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    widget.role("radio", "Rentabiliser un salon").click();
    assert!(widget.text().contains("Corrigez ce que vous savez mieux que nous"));
    for number in 0..3 {
        // One more: still above the minimum, and no more than the maximum.
        let field = widget.find(&format!(".factor:nth-of-type({}) .three .likely .fill", number + 1));
        let likely: u32 = field.value().parse().unwrap();
        field.fill(&(likely + 1).to_string());
    }
    widget.until_text("3 corrections de vous");
    widget.role("button", "Créer le brief").click();
    widget.until_text("Ce que nous avons compris");
    let asked = "return all('input[type=email], input[name*=mail]', widget.shadowRoot).length;";
    assert_eq!(widget.eval(asked, json!(null)), 0, "nothing asks for an e-mail address");
}

#[test]
fn a_line_of_ones_own_has_a_label_a_price_and_advice() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    widget.role("button", "Ajouter une ligne").click();
    browser.until("nameOf(focused()) === input", json!("Ce qu’il vous faut en plus"));
    browser.press("Traiteur");
    // Advice, then quantity and price, in the order of the page.
    browser.press(&[TAB, "1", TAB, "2500"].concat());
    widget.until_text("39\u{202f}155\u{a0}€ HT");
    widget.role("textbox", "À quoi faut-il réfléchir").fill("Menu : ce qu'il dit de vous");
    widget.find(".line:nth-child(9) .thought .detail .fill").fill("3,5");
    widget.until_text("39\u{202f}705\u{a0}€ HT");
    let own = widget.proposal()["lines"][7].clone();
    assert_eq!(own["label"], "Traiteur");
    assert_eq!(own["unitPrice"], 2500);
    assert_eq!(own["advice"]["label"], "Menu : ce qu'il dit de vous");
    assert_eq!(own["advice"]["time"][0]["hours"], 3.5);

    widget.role("button", "English").click();
    widget.until_text("Added by you: its effect on the value is not counted.");
    assert_eq!(widget.proposal()["lines"][7], own, "what the person wrote stays as they wrote it");
    widget.role("button", "Create the brief").click();
    widget.until_text("Traiteur");
    widget.role("button", "Back to the estimate").click();
    widget.role("button", "Remove this line").click();
    widget.until_text("€36,655");
    assert_eq!(widget.proposal()["lines"].as_array().unwrap().len(), 7);
    widget.role("button", "Undo").click();
    widget.until_text("€39,705");
    assert_eq!(widget.proposal()["lines"][7], own);
}

/// Counts changes of elements by the name of the row of scope or factors that they are in; all others count as
/// `figures`.
const COUNT_CHANGES: &str = "
    window.changes = {};
    const nameOfRow = (row) => row.querySelector('.name, .what')?.firstChild.textContent ?? row.className;
    const count = (records) => records.forEach(({ target }) => {
      const at = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
      const row = at?.closest('.line, .factor');
      const name = row ? nameOfRow(row).trim() : 'figures';
      changes[name] = (changes[name] ?? 0) + 1;
    });
    new MutationObserver(count).observe(widget.shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true });";

#[test]
fn a_key_changes_nothing_in_other_rows() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    let count = || widget.eval("const counted = changes; window.changes = {}; return counted;", json!(null));
    let names = |counted: &Value| counted.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let margin = widget.field_of("Marge par chantier", 1);
    margin.fill("25000");
    widget.until_text("1 correction de vous");
    widget.eval(COUNT_CHANGES, json!(null));
    margin.fill("31000");
    widget.until_text("Modifié par vous");
    assert_eq!(widget.proposal()["factors"][8]["value"]["interval90"], json!([9000, 31000]));
    let counted = count();
    assert_eq!(names(&counted), ["Marge par chantier signé", "figures"], "{counted}");

    // Leaving a field tidies its text, which changes its row.
    browser.press(TAB);
    browser.until("factorField(widgets()[0], 'Marge par chantier', 1).value.length === 6", json!(null));
    count();
    widget.find("[aria-label^='Quantité\u{a0}: Journée']").fill("60");
    widget.until_text("34\u{202f}455\u{a0}€ HT");
    let counted = count();
    assert!(counted["figures"].as_u64() > Some(10), "{counted}");
    let rows: Vec<String> = names(&counted).into_iter().filter(|name| name != "figures").collect();
    assert_eq!(rows, ["Journée presse et prescripteurs", "Production"], "{counted}");
}

#[test]
fn a_draft_is_kept_only_if_the_person_says_so() {
    let (site, browser) = (Site::plain(), Browser::new());
    // This page has no fragment to restore the estimate from, only the draft.
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    let stored = || browser.run("return { ...localStorage };", json!(null));
    widget.role("radio", "Réunir ses équipes").click();
    widget.find(".factor .fill").fill("7");
    widget.until_text("1 correction de vous");
    let done = widget.proposal();
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    assert_eq!(stored(), json!({}), "nothing is stored unasked");
    assert!(!widget.text().contains("correction de vous"));

    widget.role("radio", "Réunir ses équipes").click();
    widget.role("checkbox", "Garder mon brouillon dans ce navigateur").click();
    widget.find(".factor .fill").fill("7");
    widget.until_text("1 correction de vous");
    // Leaves at once, without a pause in which to save.
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    widget.until_text("Voici votre brouillon, gardé dans ce navigateur.");
    assert!(widget.text().contains("1 correction de vous"));
    assert_eq!(widget.proposal(), done);
    assert_eq!(
        widget.find(".goal :checked").eval("return nameOf(input);"),
        "Réunir ses équipesjournée, ateliers, enquête"
    );
    widget.find(".factor .fill").fill("8");
    widget.role("button", "Effacer le brouillon").click();
    widget.until_text("Le brouillon est effacé de ce navigateur.");
    assert_eq!(stored(), json!({}));
    browser.open(&site.url("/hosts/one.html"));
    assert!(!browser.widget(0).text().contains("correction de vous"));
}

#[test]
fn a_reload_goes_on_with_ones_own_estimate_and_keeps_a_brief_as_it_was_sent() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    widget.find("[aria-label^='Quantité\u{a0}: Journée']").fill("64");
    widget.until_text("34\u{202f}895\u{a0}€ HT");
    browser.until("location.hash.startsWith('#retour=1')", json!(null));
    let address = browser.address();
    browser.reload();
    let widget = browser.widget(0);
    widget.until_text("34\u{202f}895\u{a0}€ HT");
    assert!(widget.text().contains("Estimez votre projet"));

    // Whoever is sent that address gets a brief; their changes do not replace it in the address.
    let elsewhere = Browser::new();
    elsewhere.open(&address);
    let opened = elsewhere.widget(0);
    opened.until_text("Ce que nous avons compris");
    opened.role("button", "Ajuster l’estimation").click();
    opened.role("checkbox", "Film de trois minutes, en option").click();
    opened.until_text("27\u{202f}145\u{a0}€ HT");
    elsewhere.run("await new Promise((done) => setTimeout(done, 600));", json!(null));
    assert_eq!(elsewhere.address(), address);
}

#[test]
fn storage_that_refuses_is_said() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/hosts/one.html"));
    let widget = browser.widget(0);
    browser.run(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
        json!(null),
    );
    widget.role("checkbox", "Garder mon brouillon dans ce navigateur").click();
    widget.until_text("Ce navigateur ne garde rien");
    assert_eq!(widget.role("checkbox", "Garder mon brouillon").eval("return input.checked;"), false);
}

#[test]
fn figures_are_announced_once_per_pause() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    widget.eval(
        "const status = widget.shadowRoot.querySelector('.retour > [role=status]');
         window.heard = [];
         window.typed = [];
         widget.shadowRoot.addEventListener('input', () => typed.push(performance.now()), true);
         new MutationObserver(() => heard.push([status.textContent, performance.now() - typed.at(-1)]))
             .observe(status, { subtree: true, childList: true, characterData: true });",
        json!(null),
    );
    widget.find("[aria-label^='Quantité\u{a0}: Journée']").fill("100");
    browser.until("heard.at(-1)?.[0].startsWith(input)", json!("38\u{202f}855\u{a0}€ HT. Dans "));
    let heard = browser.run("await new Promise((done) => setTimeout(done, 1000)); return heard;", json!(null));
    let heard = heard.as_array().unwrap();
    // On a busy machine the driver itself may pause between two keys.
    let pauses = "return typed.filter((time, at) => !(typed[at + 1] - time < 600)).length;";
    let pauses = browser.run(pauses, json!(null)).as_u64().unwrap();
    assert!((1..=pauses).contains(&(heard.len() as u64)), "{heard:?} in {pauses} pauses");
    assert!(heard.iter().all(|said| said[1].as_f64().unwrap() > 600.0), "{heard:?}");
    let live = "return all('output, [aria-live]:not([aria-live=off])', widget.shadowRoot).length;";
    assert_eq!(widget.eval(live, json!(null)), 0, "nothing else speaks at every key");
}

#[test]
fn a_narrow_guess_is_questioned() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    assert!(!widget.text().contains("C’est étroit pour une hypothèse"));
    widget.role("button", "Comment donner une fourchette").click();
    widget.until_text("le premier chiffre venu attire les autres");
    for (number, typed) in ["20", "21", "22"].iter().enumerate().rev() {
        widget.field_of("Devis signés", number).fill(typed);
    }
    widget.until_text("C’est étroit pour une hypothèse");
}

#[test]
fn the_whole_estimate_works_by_keyboard() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    let tab_to = |name: &str| {
        for _ in 0..200 {
            browser.press(TAB);
            if browser.run("return nameOf(focused()).includes(input);", json!(name)) == true {
                return;
            }
        }
        panic!("no way by Tab to {name}");
    };
    tab_to("Réussir une journée");
    // Arrow down, to the next goal.
    browser.press("\u{e015}");
    browser.until("widgets()[0].shadowRoot.querySelector('.goal:nth-child(2) :checked')", json!(null));
    browser.press("\u{e013}");
    browser.until("widgets()[0].shadowRoot.querySelector('.goal:nth-child(1) :checked')", json!(null));
    tab_to("Film de trois minutes, en option");
    browser.press(SPACE);
    widget.until_text("28\u{202f}905\u{a0}€ HT");
    tab_to("au plus");
    tab_to("Créer le brief");
    browser.press("\u{e006}");
    widget.until_text("Ce que nous avons compris");
    assert_eq!(browser.run("return focused().tagName;", json!(null)), "H1", "the new screen is where one is");
    tab_to("Copier le lien");
    browser.press("\u{e006}");
    browser.until(
        "all('.notice', widgets()[0].shadowRoot).some((it) => it.textContent || it.querySelector('input'))",
        json!(null),
    );
}

#[test]
fn the_panel_that_stays_in_view_covers_nothing() {
    let (site, browser) = (Site::plain(), Browser::new());
    browser.resize(1200, 900);
    browser.open(&site.url("/"));
    let widget = browser.widget(0);
    let kept = widget.eval(
        "const [panel, below] = ['.result', '.wide'].map((it) => widget.shadowRoot.querySelector(it));
         const places = [];
         for (let top = 0; top < document.documentElement.scrollHeight; top += 300) {
            scrollTo(0, top);
            await new Promise(requestAnimationFrame);
            const [at, before] = [panel.getBoundingClientRect(), below.getBoundingClientRect()];
            places.push([at.top, at.bottom <= before.top + 1]);
         }
         return [places.filter(([top]) => top > 0 && top < 100).length > 3, places.every(([, clear]) => clear)];",
        json!(null),
    );
    assert_eq!(kept, json!([true, true]), "it stays in view, and ends where the full width begins");
}
