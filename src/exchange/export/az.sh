#!/bin/sh
# Writes a mapping planned with Crosswalk into the synchronization schema of one job, with the Azure CLI.
# It reads the schema into a file, has crosswalk write the plan into that, shows what differs, and asks before it saves.
# Nothing is saved without the answer yes.
#
# Needed: az (signed in with az login), crosswalk, the permission Synchronization.ReadWrite.All, and the role
# Application Administrator, Cloud Application Administrator or Hybrid Identity Administrator.
#
# Use: sh FILE OBJECT_ID_OF_THE_ENTERPRISE_APPLICATION [JOB_ID]
set -eu
umask 077

application=${1:-}
job=${2:-}
case $application in
'' | *[!0-9A-Za-z-]*)
  echo 'Use: sh FILE OBJECT_ID_OF_THE_ENTERPRISE_APPLICATION [JOB_ID]' >&2
  exit 2
  ;;
esac
case $job in
*[!0-9A-Za-z._-]*)
  echo 'This is no job id.' >&2
  exit 2
  ;;
esac
jobs="https://graph.microsoft.com/v1.0/servicePrincipals/$application/synchronization/jobs"

if [ -z "$job" ]; then
  echo 'The jobs of the application:'
  az rest --method GET --uri "$jobs" --query 'value[].{id:id, template:templateId, status:status.code}' --output table
  echo 'Run this again with the id of the one to change.'
  exit 0
fi

folder=$(mktemp -d ./schema-XXXXXX)
plan="$folder/plan.crosswalk.json"
before="$folder/before.json"
after="$folder/after.json"

# The plan without its people: one text of JSON, and the only place with data of the plan.
printf '%s\n' @@PLAN@@ >"$plan"

az rest --method GET --uri "$jobs/$job/schema" --output-file "$before"
echo "The schema as it is now: $before"

crosswalk export "$plan" --format graph-schema --into "$before" --output "$after"
if cmp -s "$before" "$after"; then
  echo 'The job has this mapping already. Nothing to do.'
  exit 0
fi
echo 'What differs:'
code=0
crosswalk diff "$before" "$after" || code=$?
if [ "$code" -gt 1 ]; then
  echo 'The difference cannot be shown, so nothing is saved.' >&2
  exit 2
fi

echo 'Saving replaces the whole schema of the job. The next cycle looks at every account again.'
printf 'Save these changes? Type yes: '
read -r answer
if [ "$answer" != yes ]; then
  echo 'Nothing was saved.'
  exit 0
fi
az rest --method PUT --uri "$jobs/$job/schema" --headers 'Content-Type=application/json' --body "@$after"
echo "Saved. To go back, send the copy with PUT: $before"
