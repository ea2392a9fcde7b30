//! The controls of the desk as values, so that the rows and sections that hold them are drawn only when they change.

use crate::app::{Action, Cell, DeskAction, Field, List, Row, RowChoice};
use crate::view::components::field::Input;
use crate::view::components::notices;
use crate::view::components::ui::Ui;
use crate::view::cx::Cx;
use crate::view::desk::controls::{check, labelled, menu, select};
use crate::view::focus::add_name;
use crate::view::markup::{Node, fragment, h, h_text, placeholder, text};
use crate::view::memo::View;
use crate::words::Text;

/// An option of a menu: its label, whether it is chosen, and the action for choosing it.
pub type Choice = (String, bool, Action);

/// A control, or several with what holds them together.
#[derive(PartialEq)]
pub enum Control {
    /// A labelled field, with the type of the input, or `area` for several lines; and why it was refused.
    Field(Input, String, &'static str, Option<String>),
    /// A labelled menu.
    Menu(String, Vec<Choice>),
    /// A checkbox.
    Tick(Tick),
    /// Checkboxes with a legend.
    Ticks(String, Vec<Tick>),
    /// A sentence with blanks and menus in it.
    Sentence(Vec<Piece>),
    /// A note; none if it is empty.
    Note(String),
    /// A title inside a part.
    Title(String),
    /// Controls beside each other.
    Fields(Vec<Control>),
    /// Rows of a list.
    Items(Vec<Item>),
    /// A button; of a list, the one that adds a row to it.
    Button(Text, Action, Option<List>, bool),
    /// The note that says why a row was refused.
    Refusal(Option<String>),
}

/// A checkbox.
#[derive(PartialEq)]
pub struct Tick {
    /// Its text.
    pub text: String,
    /// Whether it is checked.
    pub on: bool,
    /// Whether it is locked.
    pub locked: bool,
    /// The action that toggles it.
    pub toggle: Action,
}

/// A part of a sentence.
#[derive(PartialEq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// A field as a blank.
    Blank(Input),
    /// A menu, with its accessible name.
    Menu(String, Vec<Choice>),
}

/// A row of a list: its label, its other fields, the button that removes it, and what it holds.
#[derive(PartialEq)]
pub struct Item {
    /// Its name on the page, if it is a row of its own.
    pub row: Option<Row>,
    /// Its label.
    pub label: Piece,
    /// The other fields, each with its words.
    pub fields: Vec<Vec<Piece>>,
    /// Its checkboxes.
    pub ticks: Vec<Tick>,
    /// The accessible name of the button that removes it, its action, and whether it is locked.
    pub remove: (String, Action, bool),
    /// A note below it, or none.
    pub note: String,
    /// Why it was refused.
    pub refused: Option<String>,
    /// What it holds.
    pub inside: Vec<Control>,
}

impl Tick {
    /// A checkbox that chooses an option of a row.
    pub fn new(text: String, on: bool, row: &Row, choice: impl Fn(bool) -> RowChoice) -> Self {
        Self { text, on, locked: false, toggle: DeskAction::Choose(row.clone(), choice(!on)).into() }
    }
}

/// An option of a menu of a row.
pub fn option(text: String, on: bool, row: &Row, choice: RowChoice) -> Choice {
    (text, on, DeskAction::Choose(row.clone(), choice).into())
}

/// A labelled field of the desk.
pub fn field(cx: &Cx, field: Field, name: Text, kind: &'static str) -> Control {
    named(cx, field, cx.text(name), kind)
}

/// A labelled field of the desk, with a name that is not a sentence of its own.
pub fn named(cx: &Cx, field: Field, name: String, kind: &'static str) -> Control {
    // A row of several fields shows only once why it was refused.
    let refused = match field.row() {
        row @ Row::Entry(_) => notices::refusal(cx, &row),
        _ => None,
    };
    Control::Field(Input::new(cx, field, None), name, kind, refused)
}

/// A field as a blank in a sentence, with its accessible name.
pub fn blank(cx: &Cx, field: Field, name: String) -> Piece {
    Piece::Blank(Input::new(cx, field, Some(name)))
}

/// The cell of a row as a blank; its name says which row it is of.
pub fn cell(cx: &Cx, row: &Row, cell: Cell, name: Text, of: &str) -> Piece {
    let name = if of.is_empty() { cx.text(name) } else { [&cx.text(name), &cx.text(Text::Colon), of].concat() };
    blank(cx, Field::Cell(row.clone(), cell), name)
}

/// The button that adds a row to a list.
pub fn add(text: Text, list: List, locked: bool) -> Control {
    Control::Button(text, DeskAction::AddRow(list).into(), Some(list), locked)
}

/// A sentence whose blanks `{name}` are pieces; a blank without one is left out.
pub fn sentence(template: &str, pieces: Vec<(&str, Piece)>) -> Vec<Piece> {
    let mut pieces: Vec<(&str, Option<Piece>)> = pieces.into_iter().map(|(name, piece)| (name, Some(piece))).collect();
    let (mut all, mut rest) = (Vec::new(), template);
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        all.push(Piece::Text(before.to_owned()));
        all.extend(pieces.iter_mut().find(|(own, _)| *own == name).and_then(|(_, piece)| piece.take()));
        rest = after;
    }
    all.push(Piece::Text(rest.to_owned()));
    all
}

/// Draws several controls.
pub fn draw_all(controls: &[Control], ui: &Ui) -> Vec<Node> {
    controls.iter().map(|control| control.draw(ui)).collect()
}

impl Control {
    fn draw(&self, ui: &Ui) -> Node {
        match self {
            Control::Field(input, name, kind, refused) => {
                let spec = if *kind == "area" { "div.field full" } else { "div.field" };
                labelled(ui, spec, input, name.clone(), kind).child(notices::note_of(refused.as_deref()))
            }
            Control::Menu(name, options) => menu(ui, name.clone(), options.clone()),
            Control::Tick(tick) => tick.draw(ui),
            Control::Ticks(legend, ticks) => h("fieldset.ticks-list")
                .child(h_text("legend", legend.clone()))
                .children(ticks.iter().map(|tick| tick.draw(ui)).collect()),
            Control::Sentence(pieces) => h("p.blanks").children(pieces.iter().map(|piece| piece.draw(ui)).collect()),
            Control::Note(said) => h_text("p.note", said.clone()).flag("hidden", said.is_empty()),
            Control::Title(title) => h_text("h3.row-title", title.clone()),
            Control::Fields(fields) => h("div.fields").children(draw_all(fields, ui)),
            Control::Items(items) => h("ul.items")
                .flag("hidden", items.is_empty())
                .children(items.iter().map(|item| item.draw(ui)).collect()),
            Control::Button(name, action, list, locked) => {
                let button = ui.button("button.button quiet", *name, action.clone()).flag("disabled", *locked);
                h("p.actions").child(match list {
                    Some(list) => button.attr("data-add", add_name(*list)),
                    None => button,
                })
            }
            Control::Refusal(refused) => notices::note_of(refused.as_deref()),
        }
    }
}

impl Tick {
    fn draw(&self, ui: &Ui) -> Node {
        let toggle = self.toggle.clone();
        check(ui, self.text.clone(), self.on, self.locked, move |_| toggle.clone())
    }
}

impl Piece {
    fn draw(&self, ui: &Ui) -> Node {
        match self {
            Piece::Text(words) => text(words.clone()),
            Piece::Blank(input) => input.draw(ui),
            Piece::Menu(name, options) => select(ui, options.clone()).attr("aria-label", name.clone()),
        }
    }
}

impl Item {
    fn draw(&self, ui: &Ui) -> Node {
        let pieces = |pieces: &[Piece]| fragment(pieces.iter().map(|piece| piece.draw(ui)).collect());
        let fields = self.fields.iter().map(|field| h("span").child(pieces(field))).collect();
        let (name, action, locked) = &self.remove;
        let remove = ui.button("button.button quiet", Text::Remove, action.clone());
        let node = match &self.row {
            Some(row) => h("li").key(row.name()).attr("data-row", row.name()),
            None => h("li"),
        };
        node.child(h("span.what").child(self.label.draw(ui)))
            .children(fields)
            .children(self.ticks.iter().map(|tick| tick.draw(ui)).collect())
            .child(remove.attr("aria-label", name.clone()).flag("disabled", *locked))
            .child(h_text("p.note", self.note.clone()).flag("hidden", self.note.is_empty()))
            .child(notices::note_of(self.refused.as_deref()))
            .child(match self.inside.is_empty() {
                true => placeholder(),
                false => h("div.inside").children(draw_all(&self.inside, ui)),
            })
    }
}

/// A part of a section, folded to a line that says what is in it.
#[derive(PartialEq)]
pub struct Part {
    /// Its title.
    pub title: String,
    /// What is in it, in a few words.
    pub digest: String,
    /// Its controls.
    pub controls: Vec<Control>,
}

impl View for Part {
    fn draw(&self, ui: &Ui) -> Node {
        let summary =
            h("summary").child(h_text("span", self.title.clone())).child(h_text("small", self.digest.clone()));
        h("details.part-of").child(summary).child(h("div.inside").children(draw_all(&self.controls, ui)))
    }
}
