//! A module of WebAssembly, read into lists.

use super::Result;
use std::collections::BTreeMap;
use wasm_encoder::reencode::Error;
use wasmparser::{DataKind, ElementItems, ElementKind, FunctionBody, KnownCustom, Name, Operator, Parser, Payload};

/// The whole module, as it is cut up.
#[derive(Default)]
pub(super) struct Whole<'a> {
    pub types: Option<wasmparser::TypeSectionReader<'a>>,
    pub imports: Vec<wasmparser::Import<'a>>,
    /// The type of each function, imported ones first.
    pub type_of: Vec<u32>,
    pub tables: Vec<wasmparser::Table<'a>>,
    pub memory: Option<wasmparser::MemoryType>,
    pub globals: Vec<wasmparser::Global<'a>>,
    pub exports: Vec<wasmparser::Export<'a>>,
    pub start: Option<u32>,
    /// The functions in the table, by their places; and what else the table sections say.
    pub slots: BTreeMap<u32, u32>,
    pub bodies: Vec<FunctionBody<'a>>,
    pub data: Vec<(usize, &'a [u8])>,
    pub names: BTreeMap<u32, &'a str>,
}

impl<'a> Whole<'a> {
    pub fn read(module: &'a [u8]) -> Result<Self> {
        let mut whole = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::TypeSection(types) => whole.types = Some(types),
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let import = import?;
                        if let wasmparser::TypeRef::Func(kind) = import.ty {
                            whole.type_of.push(kind);
                        }
                        whole.imports.push(import);
                    }
                }
                Payload::FunctionSection(functions) => {
                    for kind in functions {
                        whole.type_of.push(kind?);
                    }
                }
                Payload::TableSection(tables) => {
                    for table in tables {
                        whole.tables.push(table?);
                    }
                }
                Payload::MemorySection(memories) => {
                    for memory in memories {
                        whole.memory = Some(memory?);
                    }
                }
                Payload::GlobalSection(globals) => {
                    for global in globals {
                        whole.globals.push(global?);
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        whole.exports.push(export?);
                    }
                }
                Payload::StartSection { func, .. } => whole.start = Some(func),
                Payload::ElementSection(elements) => {
                    for element in elements {
                        whole.read_element(element?)?;
                    }
                }
                Payload::CodeSectionEntry(body) => whole.bodies.push(body),
                Payload::DataSection(data) => {
                    for segment in data {
                        let segment = segment?;
                        let DataKind::Active { offset_expr, .. } = segment.kind else { continue };
                        whole.data.push((address(&offset_expr)?, segment.data));
                    }
                }
                Payload::CustomSection(custom) => {
                    if let KnownCustom::Name(names) = custom.as_known() {
                        for name in names {
                            let Name::Function(functions) = name? else { continue };
                            for naming in functions {
                                let naming = naming?;
                                whole.names.insert(naming.index, naming.name);
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(whole)
    }

    fn read_element(&mut self, element: wasmparser::Element<'a>) -> Result<()> {
        let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(functions)) =
            (element.kind, element.items)
        else {
            return Ok(());
        };
        for (slot, function) in (address(&offset_expr)? as u32..).zip(functions) {
            self.slots.insert(slot, function?);
        }
        Ok(())
    }

    /// The body of a function that is not imported.
    pub fn body(&self, number: u32) -> &FunctionBody<'a> {
        &self.bodies[(number - self.imported()) as usize]
    }

    /// How many functions are imported; they have the first numbers.
    pub fn imported(&self) -> u32 {
        (self.type_of.len() - self.bodies.len()) as u32
    }
}

fn address(expression: &wasmparser::ConstExpr) -> Result<usize> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value as u32 as usize),
        _ => Err(Error::InvalidConstExpr),
    }
}
