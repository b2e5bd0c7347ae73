//! `crosswalk check`: what other programs read.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::crosswalk;

/// The schema is OASIS's own: github.com/oasis-tcs/sarif-spec, sarif-schema-2.1.0.json.
#[test]
fn sarif_is_valid_by_its_schema() {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sarif-schema-2.1.0.json");
    let schema: Value = serde_json::from_str(&fs::read_to_string(schema).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(!validator.is_valid(&serde_json::json!({"version": "2.1.0"})), "the schema refuses what has no runs");
    for starter in ["staffbase-minimum", "entra-default"] {
        let plan = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("check-{starter}.json"));
        let plan = plan.to_string_lossy();
        assert_eq!(crosswalk(&["starter", starter, "-o", &plan]).0, 0);
        let (_, sarif) = crosswalk(&["check", &plan, "--format", "sarif"]);
        let sarif: Value = serde_json::from_str(&sarif).unwrap();
        let faults: Vec<String> = validator.iter_errors(&sarif).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, [""; 0], "{starter}");
        assert!(
            sarif
                .pointer("/runs/0/results")
                .is_some_and(|results| results.as_array().is_some_and(|all| !all.is_empty()))
        );
    }
}
