//! What reaches what: the linker's relocations as a graph of functions and constants, and their levels.

use super::Part;
use crate::Outcome;
use std::collections::HashMap;
use std::ops::Range;
use wasmparser::{
    DataKind, KnownCustom, Linking, Name, Operator, Parser, Payload, RelocationEntry, RelocationType, SymbolInfo,
};

/// The level of everything: 0 for the program, and so on for its parts; the last, `count`, of what nothing reaches.
pub struct Levels {
    /// Of functions, by the linker's names; any other belongs to the program.
    pub functions: HashMap<String, usize>,
    /// Of addresses in the memory; any other belongs to the program.
    pub constants: Vec<(Range<usize>, usize)>,
    /// How many levels there are to write.
    pub count: usize,
}

/// A function by its number, or a constant by its place in the list of constants.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Node {
    Function(u32),
    Constant(usize),
}

/// What the linker tells of its module.
#[derive(Default)]
struct Linked<'a> {
    imported: u32,
    names: HashMap<u32, &'a str>,
    exported: Vec<u32>,
    /// Where the contents of the sections of code and data begin, and where each function's body lies in the file.
    code: usize,
    data: usize,
    bodies: Vec<Range<usize>>,
    /// Where each segment lies in the file, and its address.
    segments: Vec<(Range<usize>, usize)>,
    symbols: Vec<Option<Node>>,
    /// Each constant's segment, place in it and size.
    constants: Vec<(usize, Range<usize>)>,
    relocations: Vec<(bool, RelocationEntry)>,
}

/// Gives everything the lowest level at which something reaches it; fails where a gate is not there.
pub fn levels(module: &[u8], parts: &[Part]) -> Outcome<Levels> {
    let linked = Linked::read(module).map_err(|error| format!("The linker's module: {error}."))?;
    let gates = linked.gates(parts)?;
    let (reaches, mut found) = linked.edges();
    found.extend(linked.exported.iter().map(|function| Node::Function(*function)));
    found.retain(|node| !gates.contains_key(node));

    let mut level_of: HashMap<Node, usize> = HashMap::new();
    for level in 0..=parts.len() {
        found.extend(gates.iter().filter(|(_, own)| **own == level).map(|(node, _)| *node));
        while let Some(node) = found.pop() {
            if level_of.contains_key(&node) {
                continue;
            }
            level_of.insert(node, level);
            let reached = reaches.get(&node).into_iter().flatten();
            found.extend(reached.filter(|node| !gates.contains_key(node)));
        }
    }
    Ok(linked.named(&level_of, parts.len() + 1))
}

impl<'a> Linked<'a> {
    fn read(module: &'a [u8]) -> wasmparser::Result<Self> {
        let mut linked = Self::default();
        // The numbers of sections count all of them, custom ones too.
        let (mut section, mut code_section) = (0_u32, None);
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload?;
            let is_section = payload.as_section().is_some();
            match payload {
                Payload::ImportSection(imports) => {
                    let is_function = |import: &wasmparser::Import| matches!(import.ty, wasmparser::TypeRef::Func(_));
                    linked.imported =
                        imports.into_imports().filter(|import| import.as_ref().is_ok_and(is_function)).count() as u32;
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        if export.kind == wasmparser::ExternalKind::Func {
                            linked.exported.push(export.index);
                        }
                    }
                }
                Payload::CodeSectionStart { unchecked_range: range, .. } => {
                    linked.code = range.start as usize;
                    code_section = Some(section);
                }
                Payload::CodeSectionEntry(body) => linked.bodies.push(place(body.range())),
                Payload::DataSection(data) => linked.read_data(data)?,
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(linking) => linked.read_symbols(linking)?,
                    KnownCustom::Name(names) => linked.read_names(names)?,
                    KnownCustom::Reloc(relocations) if matches!(custom.name(), "reloc.CODE" | "reloc.DATA") => {
                        let in_code = Some(relocations.section_index()) == code_section;
                        for entry in relocations.entries() {
                            linked.relocations.push((in_code, entry?));
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
            section += u32::from(is_section);
        }
        Ok(linked)
    }

    fn read_data(&mut self, data: wasmparser::DataSectionReader<'a>) -> wasmparser::Result<()> {
        self.data = data.range().start as usize;
        for segment in data {
            let segment = segment?;
            let end = segment.range.end as usize;
            let address = match segment.kind {
                DataKind::Active { offset_expr, .. } => match offset_expr.get_operators_reader().read()? {
                    Operator::I32Const { value } => value as usize,
                    _ => 0,
                },
                DataKind::Passive => 0,
            };
            self.segments.push((end - segment.data.len()..end, address));
        }
        Ok(())
    }

    fn read_symbols(&mut self, linking: wasmparser::LinkingSectionReader<'a>) -> wasmparser::Result<()> {
        for subsection in linking.subsections() {
            let Linking::SymbolTable(symbols) = subsection? else { continue };
            for symbol in symbols {
                let node = match symbol? {
                    SymbolInfo::Func { index, .. } => Some(Node::Function(index)),
                    SymbolInfo::Data { symbol: Some(data), .. } => {
                        let start = data.offset as usize;
                        self.constants.push((data.index as usize, start..start + data.size as usize));
                        Some(Node::Constant(self.constants.len() - 1))
                    }
                    _ => None,
                };
                self.symbols.push(node);
            }
        }
        Ok(())
    }

    fn read_names(&mut self, names: wasmparser::NameSectionReader<'a>) -> wasmparser::Result<()> {
        for name in names {
            if let Name::Function(functions) = name? {
                for naming in functions {
                    let naming = naming?;
                    self.names.insert(naming.index, naming.name);
                }
            }
        }
        Ok(())
    }

    fn paths(&self) -> HashMap<String, u32> {
        self.names.iter().map(|(number, name)| (path(name), *number)).collect()
    }

    /// The gates and the levels of their parts.
    fn gates(&self, parts: &[Part]) -> Outcome<HashMap<Node, usize>> {
        let paths = self.paths();
        let mut gates = HashMap::new();
        for (level, part) in (1..).zip(parts) {
            for gate in part.gates {
                let function = paths.get(*gate).ok_or_else(|| {
                    format!(
                        "{gate}, a gate of the part {}, is not in the program: was it renamed or inlined?",
                        part.name
                    )
                })?;
                gates.insert(Node::Function(*function), level);
            }
        }
        Ok(gates)
    }

    /// What each node refers to, and what is referred to from outside of all nodes.
    fn edges(&self) -> (HashMap<Node, Vec<Node>>, Vec<Node>) {
        let mut places: Vec<(usize, Range<usize>, usize)> =
            self.constants.iter().enumerate().map(|(at, (segment, range))| (*segment, range.clone(), at)).collect();
        places.sort_by_key(|(segment, range, _)| (*segment, range.start));
        let mut reaches: HashMap<Node, Vec<Node>> = HashMap::new();
        let mut free = Vec::new();
        for (in_code, entry) in &self.relocations {
            use RelocationType as R;
            if matches!(entry.ty, R::TypeIndexLeb | R::GlobalIndexLeb | R::GlobalIndexI32 | R::TableNumberLeb) {
                continue;
            }
            let Some(Some(to)) = self.symbols.get(entry.index as usize) else { continue };
            let from = match in_code {
                true => vec![self.function_at(self.code + entry.offset as usize)],
                false => self.constants_at(&places, self.data + entry.offset as usize),
            };
            if from.is_empty() {
                free.push(*to);
            }
            from.into_iter().for_each(|from| reaches.entry(from).or_default().push(*to));
        }
        (reaches, free)
    }

    fn function_at(&self, place: usize) -> Node {
        let before = self.bodies.partition_point(|body| body.end <= place);
        Node::Function(self.imported + before as u32)
    }

    /// The constants that cover a place in the file; several may overlap.
    fn constants_at(&self, places: &[(usize, Range<usize>, usize)], place: usize) -> Vec<Node> {
        let Some(segment) = self.segments.iter().position(|(range, _)| range.contains(&place)) else {
            return Vec::new();
        };
        let place = place - self.segments[segment].0.start;
        let end = places.partition_point(|(own, range, _)| (*own, range.start) <= (segment, place));
        let covering = places[..end].iter().rev().take_while(|(own, ..)| *own == segment);
        // Nothing that overlaps is longer than this.
        let near = covering.take_while(|(_, range, _)| place - range.start < 1 << 16);
        near.filter(|(_, range, _)| range.contains(&place)).map(|(.., at)| Node::Constant(*at)).collect()
    }

    fn named(&self, level_of: &HashMap<Node, usize>, count: usize) -> Levels {
        let mut levels = Levels { functions: HashMap::new(), constants: Vec::new(), count };
        let level = |node| level_of.get(&node).copied().unwrap_or(count);
        for (number, name) in &self.names {
            let level = level(Node::Function(*number));
            let lowest = levels.functions.entry(bare(name).to_owned()).or_insert(level);
            *lowest = (*lowest).min(level);
        }
        for (at, (segment, range)) in self.constants.iter().enumerate() {
            let Some((_, address)) = self.segments.get(*segment) else { continue };
            levels.constants.push((address + range.start..address + range.end, level(Node::Constant(at))));
        }
        levels
    }
}

/// A function's path without the hash that the compiler, or wasm-bindgen, puts behind it.
fn path(name: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(bare(name)))
}

/// The name by which the page calls a function, without wasm-bindgen's hash.
fn bare(name: &str) -> &str {
    let is_hash = |end: &str| end.len() == 16 && end.bytes().all(|byte| byte.is_ascii_hexdigit());
    name.rsplit_once('_').filter(|(_, end)| is_hash(end)).map_or(name, |(name, _)| name)
}

fn place(range: Range<u64>) -> Range<usize> {
    range.start as usize..range.end as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::Module;

    #[test]
    fn a_gate_that_is_not_there_stops_the_build() {
        let part = Part { name: "cellar", sheet: Some(""), gates: &["retour::stairs"] };
        let said = levels(&Module::new().finish(), &[part]).err();
        assert!(said.is_some_and(|said| said.starts_with("retour::stairs, a gate of the part cellar, is not")));
        assert_eq!(levels(&Module::new().finish(), &[]).map(|levels| levels.count), Ok(1));
    }

    #[test]
    fn hashes_are_no_part_of_a_name() {
        assert_eq!(path("_ZN6retour4link4open17h8b20bc4d704dc9b5E"), "retour::link::open");
        assert_eq!((path("open_4e3b24ff6dddac32"), path("widget_openLink")), ("open".into(), "widget_openLink".into()));
    }
}
