//! Writes the module of one level.

use super::{Plan, Result};
use std::collections::{BTreeMap, BTreeSet};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function, GlobalSection, ImportSection,
    Instruction, MemorySection, Module, TableSection,
};
use wasmparser::{ExternalKind, FunctionBody, Operator};

/// Writes the module of one level.
pub(super) struct Writer<'a> {
    pub plan: &'a Plan<'a>,
    pub level: usize,
    /// The functions of this module by their numbers in the whole.
    pub number: BTreeMap<u32, u32>,
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
    /// Gives a function of the whole the next number here.
    pub fn take(&mut self, number: u32) {
        let next = self.number.len() as u32;
        self.number.insert(number, next);
    }

    /// The glue's functions for the program; for a part memory, table, globals, and lower functions by their places
    /// in the table.
    pub fn imports(&mut self, own: &[u32]) -> Result<ImportSection> {
        let whole = self.plan.whole;
        let mut imports = ImportSection::new();
        if self.level == 0 {
            for (number, import) in whole.imports.iter().enumerate() {
                imports.import(import.module, import.name, self.entity_type(import.ty)?);
                self.take(number as u32);
            }
            return Ok(imports);
        }
        let called = self.called(own)?;
        for (number, slot) in &self.plan.shared {
            let from = self.plan.level[*number as usize];
            if from < self.level && called.contains(number) {
                imports.import("0", &slot.to_string(), EntityType::Function(whole.type_of[*number as usize]));
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

    /// What the functions of this level call.
    fn called(&self, own: &[u32]) -> Result<BTreeSet<u32>> {
        let whole = self.plan.whole;
        let mut called = BTreeSet::new();
        for number in own {
            let mut operators = whole.bodies[(number - whole.imported()) as usize].get_operators_reader()?;
            while !operators.eof() {
                if let Operator::Call { function_index } = operators.read()? {
                    called.insert(function_index);
                }
            }
        }
        Ok(called)
    }

    /// Functions of parts that the page calls by their names.
    pub fn stubs(&self) -> Vec<u32> {
        let exported = self.plan.whole.exports.iter().filter(|export| export.kind == ExternalKind::Func);
        let above = exported.map(|export| export.index).filter(|number| self.plan.level[*number as usize] > 0);
        if self.level == 0 { above.collect() } else { Vec::new() }
    }

    /// The table, the memory and the globals, which all levels share.
    pub fn grounds(&mut self, module: &mut Module) -> Result<()> {
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

    /// What the page calls and what the parts take: the program gives it all.
    pub fn exports(&mut self, stubs: &[u32], first_stub: u32) -> Result<ExportSection> {
        let plan = self.plan;
        let mut exports = ExportSection::new();
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
    pub fn elements(&mut self, own: &[u32]) -> Result<ElementSection> {
        let plan = self.plan;
        let is_own = |number: &u32| *number < plan.whole.imported() && self.level == 0 || own.contains(number);
        let gates = plan.gate.iter().chain(&plan.shared).map(|(number, slot)| (*slot, *number));
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
    pub fn body(&mut self, body: &FunctionBody) -> Result<Function> {
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
