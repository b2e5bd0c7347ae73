//! The shell script runs here, in a real shell, with a stand-in for `az` that keeps one job's schema in a file.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crosswalk::exchange::json::Document;
use crosswalk::plan::{AttributeFlowType, Plan};
use serde_json::{Value, json};

use super::{Starter, all_hostile, az, merged, tenant};
use crate::not_run;

/// A folder for one test.
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

pub(super) fn has(program: &str, arguments: &[&str]) -> bool {
    let quiet = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    quiet.is_ok_and(|status| status.success())
}

/// The stand-in: GET copies the schema, PUT replaces it, everything is logged. What a test writes into `refuses` makes
/// PUT fail; `rewrites` is what the service makes of a schema instead of storing it unchanged.
const AZ: &str = r#"#!/bin/sh
here=$(dirname "$0")
echo "$*" >>"$here/log"
method= uri= output= body=
while [ $# -gt 0 ]; do
  case $1 in
  --method) method=$2; shift ;;
  --uri) uri=$2; shift ;;
  --output-file) output=$2; shift ;;
  --body) body=${2#@}; shift ;;
  --query) output=list; shift ;;
  esac
  shift
done
case "$method $uri" in
"GET https://graph.microsoft.com/v1.0/servicePrincipals/app-1/synchronization/jobs")
  echo 'Id     Template' ;;
"GET https://graph.microsoft.com/v1.0/servicePrincipals/app-1/synchronization/jobs/scim.1/schema")
  cp "$here/job.json" "$output" ;;
"PUT https://graph.microsoft.com/v1.0/servicePrincipals/app-1/synchronization/jobs/scim.1/schema")
  if [ -e "$here/refuses" ]; then echo 'SchemaInvalid' >&2; exit 1; fi
  if [ -e "$here/rewrites" ]; then cp "$here/rewrites" "$here/job.json"; else cp "$body" "$here/job.json"; fi ;;
*) echo "unexpected: $method $uri" >&2; exit 9 ;;
esac
"#;

/// A job in a tenant, and what a run of a script did.
struct Tenant {
    folder: Folder,
}

struct Run {
    code: i32,
    said: String,
    complained: String,
}

impl Tenant {
    /// Nothing where no script can run; then says so.
    fn new(name: &str, schema: &str) -> Option<Self> {
        if !has("sh", &["-c", ":"]) || !has("python3", &["--version"]) {
            not_run("the shell script: sh or python3 is missing");
            return None;
        }
        let folder = Folder::new(name);
        fs::write(folder.path("job.json"), schema).unwrap();
        fs::write(folder.path("az"), AZ).unwrap();
        assert!(Command::new("chmod").arg("+x").arg(folder.path("az")).status().unwrap().success());
        Some(Self { folder })
    }

    fn run(&self, script: &str, arguments: &[&str], answer: &str) -> Run {
        let _ = fs::remove_file(self.folder.path("log"));
        fs::write(self.folder.path("script.sh"), script).unwrap();
        let path = std::env::join_paths(
            std::iter::once(self.folder.0.clone())
                .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
        );
        let mut child = Command::new("sh")
            .arg("script.sh")
            .args(arguments)
            .current_dir(&self.folder.0)
            .env("PATH", path.unwrap())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A script that asks nothing has closed its input.
        let _ = child.stdin.take().unwrap().write_all(answer.as_bytes());
        let output = child.wait_with_output().unwrap();
        Run {
            code: output.status.code().unwrap(),
            said: String::from_utf8(output.stdout).unwrap(),
            complained: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn job(&self) -> Value {
        serde_json::from_str(&fs::read_to_string(self.folder.path("job.json")).unwrap()).unwrap()
    }

    fn puts(&self) -> usize {
        let log = fs::read_to_string(self.folder.path("log")).unwrap_or_default();
        log.lines().filter(|line| line.contains("--method PUT")).count()
    }

    /// The file whose name is in the output between two texts.
    fn file(&self, said: &str, before: &str, end: char) -> Value {
        let name = said.split_once(before).unwrap().1.split(end).next().unwrap();
        serde_json::from_str(&fs::read_to_string(self.folder.path(name)).unwrap()).unwrap()
    }
}

const JOB: [&str; 2] = ["app-1", "scim.1"];

fn changed() -> Plan {
    let mut plan = Starter::StaffbaseMinimum.plan();
    plan.object_mappings[0].attribute_mappings[1].flow_type = AttributeFlowType::ObjectAddOnly;
    plan
}

fn script(plan: &Plan) -> String {
    az(plan, Some(&tenant())).unwrap().text
}

#[test]
fn yes_saves_the_merged_schema_keeps_a_backup_and_says_how_to_restore_it() {
    let Some(job) = Tenant::new("az-saves", tenant().text()) else { return };
    let (stood, plan) = (job.job(), changed());
    let run = job.run(&script(&plan), &JOB, "yes\n");
    assert_eq!((run.code, run.complained.as_str(), job.puts()), (0, "", 1), "{}", run.said);
    assert_eq!(job.job(), merged(&plan, &tenant()));
    assert_ne!(job.job(), stood);
    assert!(run.said.contains("flow_type"), "{}", run.said);
    assert!(run.said.contains("Saved. The job now has exactly the schema in this script."), "{}", run.said);
    assert_eq!(job.file(&run.said, "The current schema is saved in ", '\n'), stood);

    // The line that it prints restores the schema.
    let restore = run.said.lines().find_map(|line| line.strip_prefix("To restore the current schema later: ")).unwrap();
    assert_eq!(job.run(restore, &[], "").code, 0);
    assert_eq!(job.job(), stood);
}

#[test]
fn a_second_run_has_nothing_to_save() {
    let Some(job) = Tenant::new("az-twice", tenant().text()) else { return };
    let script = script(&changed());
    assert_eq!(job.run(&script, &JOB, "yes\n").code, 0);
    let run = job.run(&script, &JOB, "");
    assert_eq!((run.code, job.puts()), (0, 0));
    assert!(run.said.contains("The job already has this mapping. Nothing was saved."), "{}", run.said);
}

#[test]
fn any_other_answer_saves_nothing() {
    let Some(job) = Tenant::new("az-no", tenant().text()) else { return };
    for answer in ["no\n", "y\n", "\n", "YES\n", "yes please\n"] {
        let run = job.run(&script(&changed()), &JOB, answer);
        assert_eq!((run.code, job.puts()), (0, 0), "{answer:?}");
        assert!(run.said.contains("Nothing was saved."), "{}", run.said);
    }
    // Nobody is there to answer.
    assert_eq!((job.run(&script(&changed()), &JOB, "").code, job.puts()), (1, 0));
}

#[test]
fn a_schema_that_somebody_changed_since_stops_the_script() {
    let Some(job) = Tenant::new("az-changed", tenant().text()) else { return };
    let mut other = job.job();
    other["synchronizationRules"][0]["objectMappings"][0]["attributeMappings"][0]["defaultValue"] = json!("new");
    fs::write(job.folder.path("job.json"), other.to_string()).unwrap();
    let run = job.run(&script(&changed()), &JOB, "yes\n");
    assert_eq!((run.code, job.puts()), (3, 0), "{}", run.said);
    assert!(run.complained.contains("Someone changed the schema, or this is another job. Nothing was saved."));
    assert_eq!(job.file(&run.complained, "script again and choose ", ' '), other);
    assert_eq!(job.job(), other);
}

#[test]
fn the_same_schema_written_differently_is_saved_into() {
    let Some(job) = Tenant::new("az-same", tenant().text()) else { return };
    let Value::Object(members) = job.job() else { panic!() };
    // The other way round, with what the service adds and changes by itself.
    let members: Vec<String> = members.iter().rev().map(|(name, value)| format!("{name:?} :\t{value}")).collect();
    let other = format!("{{\n\"@odata.context\": \"x\", \"version\": \"7\",\n{}}}", members.join(" ,\n"));
    fs::write(job.folder.path("job.json"), other).unwrap();
    let run = job.run(&script(&changed()), &JOB, "yes\n");
    assert_eq!((run.code, job.puts()), (0, 1), "{}", run.complained);
    assert_eq!(job.job(), merged(&changed(), &tenant()));
}

#[test]
fn a_service_that_stores_something_else_is_reported() {
    let Some(job) = Tenant::new("az-rewrites", tenant().text()) else { return };
    fs::write(job.folder.path("rewrites"), tenant().text()).unwrap();
    let run = job.run(&script(&changed()), &JOB, "yes\n");
    assert_eq!((run.code, job.puts()), (4, 1));
    assert!(run.complained.contains("the service now returns another schema"), "{}", run.complained);
    assert!(run.said.contains("To restore the current schema later: az rest --method PUT"), "{}", run.said);
}

#[test]
fn a_refusal_of_the_service_is_reported() {
    let Some(job) = Tenant::new("az-refuses", tenant().text()) else { return };
    fs::write(job.folder.path("refuses"), "").unwrap();
    let run = job.run(&script(&changed()), &JOB, "yes\n");
    assert_eq!((run.code, job.puts()), (1, 1));
    assert!(run.complained.contains("SchemaInvalid"), "{}", run.complained);
    assert!(!run.said.contains("Saved"), "{}", run.said);
}

#[test]
fn a_damaged_script_stops() {
    let Some(job) = Tenant::new("az-damaged", tenant().text()) else { return };
    let damaged = script(&changed()).replacen("\"customappsso\"", "\"customapp\"", 1);
    let run = job.run(&damaged, &JOB, "yes\n");
    assert_eq!((run.code, job.puts()), (3, 0));
    assert!(run.complained.contains("this script is damaged"), "{}", run.complained);
}

#[test]
fn without_a_job_the_script_lists_them_and_wrong_ids_stop_it() {
    let Some(job) = Tenant::new("az-jobs", tenant().text()) else { return };
    let run = job.run(&script(&changed()), &["app-1"], "");
    assert_eq!(run.code, 0, "{}", run.complained);
    assert!(run.said.contains("Run this script again and add the ID of your job."), "{}", run.said);
    for arguments in [&[][..], &["a/b"], &["app-1", "x y"], &["app-1", "../x"]] {
        assert_eq!(job.run(&script(&changed()), arguments, "yes\n").code, 2, "{arguments:?}");
        assert!(!job.folder.path("log").exists(), "{arguments:?}");
    }
}

#[test]
fn the_script_without_a_schema_fetches_the_file_that_the_next_script_is_made_of() {
    let Some(job) = Tenant::new("az-fetches", tenant().text()) else { return };
    let run = job.run(&az(&changed(), None).unwrap().text, &JOB, "");
    assert_eq!((run.code, run.complained.as_str(), job.puts()), (0, "", 0));
    assert!(run.said.contains("Nothing was changed."), "{}", run.said);
    let fetched = job.file(&run.said, "The current schema is saved in ", '\n');
    let fetched = Document::parse(fetched.to_string()).unwrap();
    let script = az(&changed(), Some(&fetched)).unwrap().text;
    assert_eq!((job.run(&script, &JOB, "yes\n").code, job.puts()), (0, 1));
}

/// Strings that break out of quotes, and letters that move the cursor.
#[test]
fn hostile_strings_arrive_unchanged_and_run_nothing() {
    let Some(job) = Tenant::new("az-hostile", tenant().text()) else { return };
    let plan = all_hostile();
    let run = job.run(&script(&plan), &JOB, "yes\n");
    assert_eq!((run.code, run.complained.as_str(), job.puts()), (0, "", 1), "{}", run.said);
    assert_eq!(job.job(), merged(&plan, &tenant()));
    let strange = |letter: char| letter.is_control() && letter != '\n' || "\u{202e}\u{2028}\u{feff}".contains(letter);
    assert!(!run.said.contains(strange), "{}", run.said);
    let folder = fs::read_dir(&job.folder.0).unwrap();
    let mut files: Vec<_> = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    files.retain(|name| !name.starts_with("schema-"));
    files.sort();
    assert_eq!(files, ["az", "job.json", "log", "script.sh"]);
}
