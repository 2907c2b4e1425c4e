//! What can go wrong by name: `cargo run -p eloomi-sim --example faults -- [--json]`.
//!
//! `--json` prints one document for programs. `cargo xtask sim faults` runs this.

use std::env;
use std::process::ExitCode;

use eloomi_sim::{FaultName, fault_names};
use serde_json::{Value, json};

fn main() -> ExitCode {
    let given: Vec<String> = env::args().skip(1).collect();
    match given.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => fault_names().iter().for_each(told),
        ["--json"] => {
            let faults: Vec<Value> = fault_names().iter().map(as_json).collect();
            println!("{:#}", json!({ "faults": faults }));
        }
        _ => {
            eprintln!("error: known is --json and nothing else");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

fn told(fault: &FaultName) {
    println!("{}", fault.name);
    println!("  does     {}", fault.behaviour().does);
    println!("  written  {fault}");
    println!("  such as  {}", fault.example);
    if !fault.serves.is_empty() {
        println!("  serves   {}", fault.serves.join(", "));
    }
}

fn as_json(fault: &FaultName) -> Value {
    json!({
        "name": fault.name,
        "value": fault.value,
        "arguments": fault.arguments,
        "leaves_an_answer": fault.leaves_an_answer,
        "written": fault.to_string(),
        "example": fault.example,
        "serves": fault.serves,
        "behaviour": fault.behaviour().id,
        "does": fault.behaviour().does,
    })
}
