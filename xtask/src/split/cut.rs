//! Writes the program and its parts as modules of their own, given everybody's level.

use super::graph::Levels;
use std::collections::BTreeMap;
use std::ops::Range;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, GlobalSection, ImportSection, Instruction, MemorySection, Module, TableSection, TypeSection,
};
use wasmparser::{
    DataKind, ElementItems, ElementKind, ExternalKind, FunctionBody, KnownCustom, Name, Operator, Parser, Payload,
};

type Result<T> = std::result::Result<T, Error<String>>;

/// Gaps in the program's constants that are not worth a segment's head.
const GAP: usize = 12;

/// The whole module, as it is cut up.
#[derive(Default)]
struct Whole<'a> {
    types: Option<wasmparser::TypeSectionReader<'a>>,
    imports: Vec<wasmparser::Import<'a>>,
    /// The type of each function, imported ones first.
    type_of: Vec<u32>,
    tables: Vec<wasmparser::Table<'a>>,
    memory: Option<wasmparser::MemoryType>,
    globals: Vec<wasmparser::Global<'a>>,
    exports: Vec<wasmparser::Export<'a>>,
    start: Option<u32>,
    /// The functions in the table, by their places; and what else the table sections say.
    slots: BTreeMap<u32, u32>,
    bodies: Vec<FunctionBody<'a>>,
    data: Vec<(usize, &'a [u8])>,
    names: BTreeMap<u32, &'a str>,
}

/// Who lives where.
struct Plan<'a> {
    whole: &'a Whole<'a>,
    /// The level of each function.
    level: Vec<usize>,
    /// The place in the table of each function that is called from below its level.
    gate: BTreeMap<u32, u32>,
    /// What each level takes from lower ones, as the name under which that one exports it.
    shared: BTreeMap<u32, String>,
    slots: u32,
}

/// The modules of all levels, the program first.
pub fn cut(module: &[u8], levels: &Levels) -> std::result::Result<Vec<Vec<u8>>, String> {
    let whole = Whole::read(module).map_err(|error| error.to_string())?;
    let plan = Plan::new(&whole, levels).map_err(|error| error.to_string())?;
    let constants = plan.constants(levels);
    (0..levels.count).map(|level| plan.module(level, &constants[level]).map_err(|error| error.to_string())).collect()
}

impl<'a> Whole<'a> {
    fn read(module: &'a [u8]) -> Result<Self> {
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

    fn imported(&self) -> u32 {
        (self.type_of.len() - self.bodies.len()) as u32
    }
}

impl<'a> Plan<'a> {
    fn new(whole: &'a Whole<'a>, levels: &Levels) -> Result<Self> {
        let level_of = |number: u32| {
            let name = whole.names.get(&number)?;
            levels.functions.get(*name).copied()
        };
        let count = whole.type_of.len() as u32;
        let level: Vec<usize> = (0..count)
            .map(|number| if number < whole.imported() { 0 } else { level_of(number).unwrap_or(0) })
            .collect();
        let slots = whole.tables.first().map_or(0, |table| table.ty.initial as u32);
        let mut plan = Self { whole, level, gate: BTreeMap::new(), shared: BTreeMap::new(), slots };

        let in_table: BTreeMap<u32, u32> = whole.slots.iter().map(|(slot, function)| (*function, *slot)).collect();
        let exported = whole.exports.iter().filter(|export| export.kind == ExternalKind::Func);
        let mut crossings: Vec<(usize, u32)> = exported.map(|export| (0, export.index)).collect();
        for (number, body) in (whole.imported()..).zip(&whole.bodies) {
            let from = plan.level[number as usize];
            let mut operators = body.get_operators_reader()?;
            while !operators.eof() {
                match operators.read()? {
                    Operator::Call { function_index } => crossings.push((from, function_index)),
                    Operator::RefFunc { .. } => {
                        return Err(Error::UserError("a function is referred to by ref.func".to_owned()));
                    }
                    _ => {}
                }
            }
        }
        for (from, to) in crossings {
            match from.cmp(&plan.level[to as usize]) {
                std::cmp::Ordering::Less => {
                    let free = plan.slots;
                    let slot = *plan.gate.entry(to).or_insert_with(|| *in_table.get(&to).unwrap_or(&free));
                    plan.slots += u32::from(slot == free);
                }
                std::cmp::Ordering::Greater => {
                    let name = plan.shared.len().to_string();
                    plan.shared.entry(to).or_insert(name);
                }
                std::cmp::Ordering::Equal => {}
            }
        }
        Ok(plan)
    }

    /// Addresses and bytes of each level's constants.
    fn constants(&self, levels: &Levels) -> Vec<Vec<(usize, Vec<u8>)>> {
        let mut pieces = vec![Vec::new(); levels.count];
        for (base, bytes) in &self.whole.data {
            let mut level_at: Vec<Option<usize>> = vec![None; bytes.len()];
            for (range, level) in &levels.constants {
                let own = range.start.max(*base)..range.end.min(base + bytes.len());
                for place in own {
                    let at = &mut level_at[place - base];
                    *at = Some(at.map_or(*level, |lowest: usize| lowest.min(*level)));
                }
            }
            for (level, pieces) in pieces.iter_mut().enumerate() {
                for range in runs(&level_at, level) {
                    pieces.push((base + range.start, bytes[range].to_vec()));
                }
            }
        }
        pieces
    }

    fn module(&self, level: usize, constants: &[(usize, Vec<u8>)]) -> Result<Vec<u8>> {
        let whole = self.whole;
        let own: Vec<u32> = (whole.imported()..whole.type_of.len() as u32)
            .filter(|number| self.level[*number as usize] == level)
            .collect();
        let mut writer = Writer { plan: self, level, number: BTreeMap::new() };
        let mut module = Module::new();

        let mut types = TypeSection::new();
        if let Some(reader) = &whole.types {
            writer.parse_type_section(&mut types, reader.clone())?;
        }
        let imports = writer.imports(&own)?;
        let mut functions = FunctionSection::new();
        for number in &own {
            writer.take(*number);
            functions.function(whole.type_of[*number as usize]);
        }
        let stubs = writer.stubs();
        for number in &stubs {
            functions.function(whole.type_of[*number as usize]);
        }

        module.section(&types).section(&imports).section(&functions);
        if level == 0 {
            writer.grounds(&mut module)?;
        }
        module.section(&writer.exports(&stubs, own.len() as u32)?);
        if let (0, Some(start)) = (level, whole.start) {
            module.section(&wasm_encoder::StartSection { function_index: writer.function_index(start)? });
        }
        module.section(&writer.elements(&own)?);
        let mut code = CodeSection::new();
        for number in &own {
            code.function(&writer.body(&whole.bodies[(number - whole.imported()) as usize])?);
        }
        for number in &stubs {
            code.function(&self.stub(*number));
        }
        module.section(&code);
        let mut data = DataSection::new();
        for (address, bytes) in constants {
            data.active(0, &ConstExpr::i32_const(*address as i32), bytes.iter().copied());
        }
        module.section(&data);
        Ok(module.finish())
    }

    /// A function of the program that passes on to one of a part: what the page calls by its name.
    fn stub(&self, number: u32) -> Function {
        let mut function = Function::new([]);
        let kind = self.whole.type_of[number as usize];
        for parameter in 0..self.parameters(kind) {
            function.instruction(&Instruction::LocalGet(parameter));
        }
        function.instruction(&Instruction::I32Const(self.gate[&number] as i32));
        function.instruction(&Instruction::CallIndirect { type_index: kind, table_index: 0 });
        function.instruction(&Instruction::End);
        function
    }

    fn parameters(&self, kind: u32) -> u32 {
        let types = self.whole.types.clone().into_iter().flat_map(|types| types.into_iter_err_on_gc_types());
        let found = types.flatten().nth(kind as usize);
        found.map_or(0, |kind| kind.params().len() as u32)
    }
}

/// Writes the module of one level.
struct Writer<'a> {
    plan: &'a Plan<'a>,
    level: usize,
    /// The functions of this module by their numbers in the whole.
    number: BTreeMap<u32, u32>,
}

impl Reencode for Writer<'_> {
    type Error = String;

    fn function_index(&mut self, function: u32) -> Result<u32> {
        self.number
            .get(&function)
            .copied()
            .ok_or_else(|| Error::UserError(format!("function {function} is not within reach of level {}", self.level)))
    }
}

impl Writer<'_> {
    fn take(&mut self, number: u32) {
        let next = self.number.len() as u32;
        self.number.insert(number, next);
    }

    /// The glue's functions for the program; memory, table, globals and lower functions for a part.
    fn imports(&mut self, own: &[u32]) -> Result<ImportSection> {
        let whole = self.plan.whole;
        let mut imports = ImportSection::new();
        if self.level == 0 {
            for (number, import) in whole.imports.iter().enumerate() {
                imports.import(import.module, import.name, self.entity_type(import.ty)?);
                self.take(number as u32);
            }
            return Ok(imports);
        }
        for (number, name) in &self.plan.shared {
            let from = self.plan.level[*number as usize];
            if from < self.level && self.uses(own, *number)? {
                imports.import(&from.to_string(), name, EntityType::Function(whole.type_of[*number as usize]));
                self.take(*number);
            }
        }
        for (at, table) in whole.tables.iter().enumerate() {
            let mut kind = self.table_type(table.ty)?;
            if at == 0 {
                kind.minimum = self.plan.slots.into();
            }
            kind.maximum = None;
            imports.import("0", &format!("t{at}"), kind);
        }
        if let Some(memory) = whole.memory {
            imports.import("0", "m", self.memory_type(memory)?);
        }
        for (at, global) in whole.globals.iter().enumerate() {
            imports.import("0", &format!("g{at}"), self.global_type(global.ty)?);
        }
        Ok(imports)
    }

    fn uses(&self, own: &[u32], wanted: u32) -> Result<bool> {
        let whole = self.plan.whole;
        for number in own {
            let mut operators = whole.bodies[(number - whole.imported()) as usize].get_operators_reader()?;
            while !operators.eof() {
                if matches!(operators.read()?, Operator::Call { function_index } if function_index == wanted) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// Functions of parts that the page calls by their names.
    fn stubs(&self) -> Vec<u32> {
        let exported = self.plan.whole.exports.iter().filter(|export| export.kind == ExternalKind::Func);
        let above = exported.map(|export| export.index).filter(|number| self.plan.level[*number as usize] > 0);
        if self.level == 0 { above.collect() } else { Vec::new() }
    }

    /// The table, the memory and the globals, which all levels share.
    fn grounds(&mut self, module: &mut Module) -> Result<()> {
        let whole = self.plan.whole;
        let mut tables = TableSection::new();
        for (at, table) in whole.tables.iter().enumerate() {
            let mut kind = self.table_type(table.ty)?;
            if at == 0 {
                kind.minimum = self.plan.slots.into();
                kind.maximum = kind.maximum.map(|most| most.max(kind.minimum));
            }
            tables.table(kind);
        }
        let mut memories = MemorySection::new();
        if let Some(memory) = whole.memory {
            memories.memory(self.memory_type(memory)?);
        }
        let mut globals = GlobalSection::new();
        for global in &whole.globals {
            self.parse_global(&mut globals, global.clone())?;
        }
        module.section(&tables).section(&memories).section(&globals);
        Ok(())
    }

    fn exports(&mut self, stubs: &[u32], first_stub: u32) -> Result<ExportSection> {
        let plan = self.plan;
        let mut exports = ExportSection::new();
        for (number, name) in &plan.shared {
            if plan.level[*number as usize] == self.level {
                exports.export(name, ExportKind::Func, self.function_index(*number)?);
            }
        }
        if self.level > 0 {
            return Ok(exports);
        }
        for export in &plan.whole.exports {
            match stubs.iter().position(|stub| *stub == export.index) {
                Some(at) if export.kind == ExternalKind::Func => {
                    let stub = plan.whole.imported() + first_stub + at as u32;
                    exports.export(export.name, ExportKind::Func, stub);
                }
                _ => self.parse_export(&mut exports, *export)?,
            }
        }
        for at in 0..plan.whole.tables.len() {
            exports.export(&format!("t{at}"), ExportKind::Table, at as u32);
        }
        for at in 0..plan.whole.globals.len() {
            exports.export(&format!("g{at}"), ExportKind::Global, at as u32);
        }
        exports.export("m", ExportKind::Memory, 0);
        Ok(exports)
    }

    /// This level's functions at their places in the table.
    fn elements(&mut self, own: &[u32]) -> Result<ElementSection> {
        let plan = self.plan;
        let is_own = |number: &u32| *number < plan.whole.imported() && self.level == 0 || own.contains(number);
        let gates = plan.gate.iter().map(|(number, slot)| (*slot, *number));
        let mut slots: BTreeMap<u32, u32> = plan.whole.slots.iter().map(|(slot, number)| (*slot, *number)).collect();
        slots.extend(gates);
        slots.retain(|_, number| is_own(number));
        let mut elements = ElementSection::new();
        let mut run: Vec<u32> = Vec::new();
        let mut slots = slots.into_iter().peekable();
        while let Some((slot, number)) = slots.next() {
            run.push(self.function_index(number)?);
            if slots.peek().is_none_or(|(next, _)| *next != slot + 1) {
                let first = slot + 1 - run.len() as u32;
                let functions = Elements::Functions(std::mem::take(&mut run).into());
                elements.active(Some(0), &ConstExpr::i32_const(first as i32), functions);
            }
        }
        Ok(elements)
    }

    /// A function's body; what lies in a higher part is called through the table.
    fn body(&mut self, body: &FunctionBody) -> Result<Function> {
        let mut function = self.new_function_with_parsed_locals(body)?;
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            match operators.read()? {
                Operator::Call { function_index } if self.plan.level[function_index as usize] > self.level => {
                    let type_index = self.plan.whole.type_of[function_index as usize];
                    function.instruction(&Instruction::I32Const(self.plan.gate[&function_index] as i32));
                    function.instruction(&Instruction::CallIndirect { type_index, table_index: 0 });
                }
                operator => {
                    function.instruction(&self.instruction(operator)?);
                }
            }
        }
        Ok(function)
    }
}

/// Where bytes of this level lie. What belongs to nobody belongs to the program, which also keeps the
/// bytes of others between two pieces of its own where that is shorter.
fn runs(level_at: &[Option<usize>], level: usize) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, found) in level_at.iter().enumerate() {
        if found.unwrap_or(0) != level {
            continue;
        }
        match runs.last_mut() {
            Some(last) if last.end == at || level == 0 && at - last.end <= GAP => last.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

fn address(expression: &wasmparser::ConstExpr) -> Result<usize> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value as u32 as usize),
        _ => Err(Error::InvalidConstExpr),
    }
}
