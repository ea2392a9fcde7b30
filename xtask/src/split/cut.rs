//! Writes the program and its parts as modules of their own, given everybody's level.

mod whole;
mod writer;

use super::graph::Levels;
use std::collections::BTreeMap;
use std::ops::Range;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, Function, FunctionSection, Instruction, Module, StartSection, TypeSection,
};
use wasmparser::{ExternalKind, Operator};
use whole::Whole;
use writer::Writer;

type Result<T> = std::result::Result<T, Error<String>>;

/// Gaps in the program's constants that are not worth a segment's head.
const GAP: usize = 12;

/// Who lives where.
struct Plan<'a> {
    whole: &'a Whole<'a>,
    /// The level of each function.
    level: Vec<usize>,
    /// The place in the table of each function that is called from below its level.
    gate: BTreeMap<u32, u32>,
    /// The place in the table of each function that a higher level calls.
    shared: BTreeMap<u32, u32>,
    slots: u32,
}

/// The modules of all levels, the program first.
pub fn cut(module: &[u8], levels: &Levels) -> std::result::Result<Vec<Vec<u8>>, String> {
    let whole = Whole::read(module).map_err(|error| error.to_string())?;
    let plan = Plan::new(&whole, levels).map_err(|error| error.to_string())?;
    let constants = plan.constants(levels);
    (0..levels.count).map(|level| plan.module(level, &constants[level]).map_err(|error| error.to_string())).collect()
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
            if from == levels.count {
                continue;
            }
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
                std::cmp::Ordering::Greater => _ = plan.shared.insert(to, 0),
                std::cmp::Ordering::Equal => {}
            }
        }
        for (function, slot) in &mut plan.shared {
            let free = plan.slots;
            *slot = in_table.get(function).or(plan.gate.get(function)).copied().unwrap_or(free);
            plan.slots += u32::from(*slot == free);
        }
        Ok(plan)
    }

    /// The functions of a level.
    fn own(&self, level: usize) -> Vec<u32> {
        let all = self.whole.imported()..self.whole.type_of.len() as u32;
        all.filter(|number| self.level[*number as usize] == level).collect()
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
                    // What nothing reaches need not be told between two pieces.
                    let told = |at: usize| if level_at[at] == Some(levels.count) { 0 } else { bytes[at] };
                    pieces.push((base + range.start, range.map(told).collect()));
                }
            }
        }
        pieces
    }

    fn module(&self, level: usize, constants: &[(usize, Vec<u8>)]) -> Result<Vec<u8>> {
        let whole = self.whole;
        let own = self.own(level);
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
            module.section(&StartSection { function_index: writer.function_index(start)? });
        }
        module.section(&writer.elements(&own)?);
        let mut code = CodeSection::new();
        for number in &own {
            code.function(&writer.body(whole.body(*number))?);
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;
    use wasm_encoder::{
        ElementSection, Elements, ExportKind, ExportSection, ImportSection, MemorySection, MemoryType, NameMap,
        NameSection, RefType, TableSection, TableType, ValType,
    };
    use wasmparser::{Parser, Payload};

    /// The glue's function, one of the program that calls a part's, that one, and a helper of both; eight bytes.
    fn whole() -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("w", "a", wasm_encoder::EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(0).function(0).function(0);
        let mut tables = TableSection::new();
        let element_type = RefType::FUNCREF;
        tables.table(TableType { element_type, minimum: 2, maximum: Some(2), table64: false, shared: false });
        let mut memories = MemorySection::new();
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let mut exports = ExportSection::new();
        exports.export("start", ExportKind::Func, 1).export("page", ExportKind::Func, 2);
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(1), Elements::Functions(vec![3].into()));
        let mut code = CodeSection::new();
        for body in [
            vec![Instruction::Call(2), Instruction::End],
            vec![Instruction::Call(3), Instruction::Drop, Instruction::Call(0), Instruction::End],
            vec![Instruction::I32Const(7), Instruction::End],
        ] {
            let mut function = Function::new([]);
            for instruction in &body {
                function.instruction(instruction);
            }
            code.function(&function);
        }
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(16), *b"programs and parts");
        let mut names = NameMap::new();
        for (number, name) in [(1, "first"), (2, "gate"), (3, "helper")] {
            names.append(number, name);
        }
        let mut section = NameSection::new();
        section.functions(&names);
        module.section(&types).section(&imports).section(&functions).section(&tables).section(&memories);
        module.section(&exports).section(&elements).section(&code).section(&data).section(&section);
        module.finish()
    }

    fn levels() -> Levels {
        let functions = [("first", 0), ("gate", 1), ("helper", 0)].map(|(name, level)| (name.to_owned(), level));
        Levels { functions: HashMap::from(functions), constants: vec![(16..24, 0), (29..34, 1)], count: 2 }
    }

    /// The names of what a module takes and gives, and its constants.
    fn told(module: &[u8]) -> (Vec<String>, Vec<String>, Vec<Vec<u8>>) {
        let (mut taken, mut given, mut constants) = (Vec::new(), Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(module).map(|payload| payload.expect("a module")) {
            match payload {
                Payload::ImportSection(imports) => taken.extend(
                    imports
                        .into_imports()
                        .map(|import| import.expect("an import"))
                        .map(|it| [it.module, ".", it.name].concat()),
                ),
                Payload::ExportSection(exports) => {
                    given.extend(exports.into_iter().map(|export| export.expect("an export").name.to_owned()));
                }
                Payload::DataSection(data) => {
                    constants.extend(data.into_iter().map(|segment| segment.expect("a segment").data.to_vec()));
                }
                _ => {}
            }
        }
        (taken, given, constants)
    }

    #[test]
    fn both_halves_are_whole_modules_that_share_what_they_need() {
        let modules = cut(&whole(), &levels()).expect("a program and a part");
        for module in &modules {
            wasmparser::validate(module).expect("a valid module");
        }
        let [program, part] = [&modules[0], &modules[1]].map(|module| told(module));
        assert_eq!(program.0, ["w.a"]);
        // What the page calls, the gate among it, and what all share.
        assert_eq!(program.1, ["start", "page", "t0", "m"]);
        // What belongs to nobody stays with the program.
        assert_eq!(program.2, [b"programs and ".to_vec()]);
        // The glue's function and the helper, by their places in the table.
        assert_eq!(part.0, ["0.3", "0.1", "0.t0", "0.m"]);
        assert_eq!((part.1, part.2), (Vec::new(), vec![b"parts".to_vec()]));
    }

    #[test]
    fn what_nothing_reaches_is_left_out() {
        let functions = [("first", 0), ("gate", 0), ("helper", 0)].map(|(name, level)| (name.to_owned(), level));
        let constants = vec![(16..24, 0), (24..28, 1), (28..34, 1)];
        let levels = Levels { functions: HashMap::from(functions), constants, count: 1 };
        let program = &cut(&whole(), &levels).expect("a program")[0];
        assert_eq!(told(program).2, [b"programs".to_vec()]);
    }

    #[test]
    fn bytes_between_two_pieces_of_the_program_stay_where_they_are_few() {
        let mut level_at = vec![Some(1); 40];
        level_at[..4].fill(Some(0));
        level_at[8..12].fill(None);
        level_at[36..].fill(Some(0));
        assert_eq!(runs(&level_at, 0), [0..12, 36..40]);
        assert_eq!(runs(&level_at, 1), [4..8, 12..36]);
    }
}
