//! What the root component has the page do: copy, save, keep, and act on what came of it.

use super::compose::{chase_letter, code_file};
use super::root::{Message, Root};
use super::{Errand, Event, reply};
use crate::app::{Action, Form, Listing, Stage, Via};
use crate::brief::brief as brief_of;
use crate::export::{self, Letter};
use crate::outbox::reminder;
use crate::proposal::{Value, to_value};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Context;

/// Whether an action asks something of the page, and of the state nothing yet.
pub fn is_errand(action: &Action) -> bool {
    use Action as A;
    matches!(
        action,
        A::LinkWanted
            | A::BriefWanted(_)
            | A::FileWanted
            | A::ListWanted(_)
            | A::ReplyWanted(_)
            | A::FormWanted(_)
            | A::PaperWanted
            | A::RowWanted(_)
    )
}

/// Runs an errand and acts on what came of it.
pub fn run(ctx: &Context<Root>, errand: Errand, act: impl Fn(bool) -> Action + 'static) {
    bring(ctx, errand, move |brought| Some(act(brought.is_some())));
}

/// Runs an errand that sends something, and acts on how far it came.
pub fn send(ctx: &Context<Root>, errand: Errand, act: impl Fn(Stage) -> Action + 'static) {
    bring(ctx, errand, move |brought| Some(act(Stage::after(brought.as_ref()))));
}

/// Runs an errand and acts on the JSON that it brought; `None` where it failed.
fn bring(ctx: &Context<Root>, errand: Errand, act: impl Fn(Option<Value>) -> Option<Action> + 'static) {
    let promised = (ctx.props().page.errand)(errand);
    let (read, link) = (ctx.props().page.read, ctx.link().clone());
    spawn_local(async move {
        let brought = JsFuture::from(promised).await.ok().map(|brought| read(&brought));
        act(brought).into_iter().for_each(|action| link.send_message(Message::Act(action)));
    });
}

/// Copies the link inside the click that asked for it, as browsers want it.
pub fn copy(ctx: &Context<Root>) {
    let link = ctx.props().app.borrow().link();
    (ctx.props().page.emit)(Event::Share { link: &link, via: "copy" });
    run(ctx, Errand::Copy(&link), Action::LinkCopied);
}

/// Copies or saves the brief in another form.
#[inline(never)]
pub fn take(ctx: &Context<Root>, form: Form) {
    let app = ctx.props().app.borrow();
    let set = || brief_of(app.proposal(), app.estimate(), app.words());
    match form {
        Form::Text => run(ctx, Errand::Copy(&export::text(&set(), app.words())), Action::FormCopied),
        Form::Markdown => run(ctx, Errand::Copy(&export::markdown(&set(), app.words())), Action::FormCopied),
        Form::Calendar => save(ctx, "retour.ics", &reply::calendar(&app).as_str().into()),
        Form::Json => save(ctx, "brief.json", &to_value(app.proposal().clone())),
        Form::Code => save(ctx, "retour.svg", &code_file(&app.link()).as_str().into()),
    }
}

/// What only the sender's desk asks for.
#[inline(never)]
pub fn at_desk(ctx: &Context<Root>, action: Action) {
    match action {
        Action::BriefWanted(via) => hand_over(ctx, via),
        Action::FileWanted => ask_for_file(ctx),
        Action::ListWanted(listing) => save_list(ctx, &listing),
        _ => {}
    }
}

/// Hands over the brief that is composed, and tells the page of it.
fn hand_over(ctx: &Context<Root>, via: Via) {
    let app = ctx.props().app.borrow();
    let link = app.link();
    (ctx.props().page.emit)(Event::Share { link: &link, via: via.name() });
    let letter = Letter::of_brief(app.proposal(), &link, app.words()).body;
    let left = move |stage| Action::BriefLeft(via, stage);
    match via {
        Via::Copy => send(ctx, Errand::Copy(&link), left),
        Via::Paste => send(ctx, Errand::Copy(&letter), left),
        Via::Share => send(ctx, Errand::Share(&letter), left),
        // The click on the address itself opens the mail program.
        Via::Mail | Via::Post => ctx.link().send_message(Message::Act(left(Stage::Done))),
    }
}

/// Asks for a file to start from. One that the person did not choose changes nothing.
fn ask_for_file(ctx: &Context<Root>) {
    bring(ctx, Errand::Open, |file| match file {
        Some(Value::Null) => None,
        file => Some(Action::FileRead(file)),
    });
}

/// Finds the list of what was sent, and writes what is not in it yet.
#[inline(never)]
pub fn recall(ctx: &Context<Root>) {
    keep_list(ctx);
    bring(ctx, Errand::Recall, |rows| Some(rows.map_or(Action::ListLost, Action::ListFound)));
}

/// Writes what has changed in the list.
#[inline(never)]
pub fn keep_list(ctx: &Context<Root>) {
    let unsaved = ctx.props().app.borrow_mut().unsaved();
    for (id, row) in &unsaved {
        let errand = row.as_ref().map_or(Errand::Forget(id), Errand::Keep);
        bring(ctx, errand, |kept| if kept.is_some() { None } else { Some(Action::ListLost) });
    }
}

/// Saves the list or a reminder of one brief of it, or copies the word that reminds of it.
fn save_list(ctx: &Context<Root>, listing: &Listing) {
    let app = ctx.props().app.borrow();
    let (outbox, words, today) = (app.outbox(), app.words(), app.today());
    match listing {
        Listing::Json => save(ctx, "retour-envois.json", &outbox.to_json()),
        // Spreadsheets read UTF-8 for sure only where a byte order mark says so.
        Listing::Table => {
            let table = ["\u{feff}", &export::csv(&outbox.table(words, today))].concat();
            save(ctx, "retour-envois.csv", &table.as_str().into());
        }
        Listing::Word => {
            let letter = chase_letter(&app).unwrap_or_default();
            run(ctx, Errand::Copy(&letter.body), Action::FormCopied);
        }
        Listing::Reminder(id) => {
            let Some((sent, remind)) = outbox.get(id).and_then(|sent| Some((sent, reminder(sent, today, words)?)))
            else {
                return;
            };
            let event = export::Event {
                uid: [&sent.id, "@retour"].concat(),
                day: remind.on,
                summary: remind.title,
                description: remind.text,
                url: app.link_to(&sent.sealed),
                remind_hours: Some(0),
            };
            save(ctx, "retour-rappel.ics", &export::calendar(&[event], today).as_str().into());
        }
    }
}

fn save(ctx: &Context<Root>, name: &str, what: &Value) {
    drop((ctx.props().page.errand)(Errand::Save(name, what)));
}
