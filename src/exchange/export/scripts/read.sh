#!/bin/sh
@@INTRODUCTION@@
#
# Use: sh FILE OBJECT_ID_OF_THE_ENTERPRISE_APPLICATION [JOB_ID]
set -eu
umask 077

application=${1:-}
job=${2:-}
case $application in '' | *[!0-9A-Za-z-]*) echo 'Use: sh FILE OBJECT_ID_OF_THE_ENTERPRISE_APPLICATION [JOB_ID]' >&2; exit 2 ;; esac
case $job in *[!0-9A-Za-z._-]*) echo 'The job ID may only have letters, digits, dots, hyphens and underscores.' >&2; exit 2 ;; esac
jobs="https://graph.microsoft.com/v1.0/servicePrincipals/$application/synchronization/jobs"
if [ -z "$job" ]; then
  echo 'The provisioning jobs of this application:'
  az rest --method GET --uri "$jobs" --query 'value[].{id:id, template:templateId, status:status.code}' --output table
  echo 'Run this script again and add the ID of your job.'
  exit 0
fi

folder=$(mktemp -d ./schema-XXXXXX)
backup="$folder/schema-before.json"
az rest --method GET --uri "$jobs/$job/schema" --output-file "$backup"
echo "The current schema is saved in $backup"
