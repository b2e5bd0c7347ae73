#Requires -Version 5.1
#Requires -Modules Microsoft.Graph.Authentication

@@INTRODUCTION@@
param(
    # In the Entra admin center: Enterprise applications, your application, Properties, Object ID.
    [Parameter(Mandatory)] [ValidatePattern('\A[0-9A-Za-z-]+\z')] [string] $ServicePrincipalId,
    [ValidatePattern('\A[0-9A-Za-z._-]*\z')] [string] $JobId,
    [string] $BackupFolder = '.'
)
$ErrorActionPreference = 'Stop'
Connect-MgGraph -Scopes '@@PERMISSION@@' | Out-Null
$jobs = '/v1.0/servicePrincipals/{0}/synchronization/jobs' -f $ServicePrincipalId
if (-not $JobId) {
    $answer = Invoke-MgGraphRequest -Method GET -Uri $jobs -OutputType PSObject
    foreach ($job in $answer.value) { Write-Host ('Job {0}, template {1}, {2}' -f $job.id, $job.templateId, $job.status.code) }
    $JobId = Read-Host 'ID of the job'
}
$address = '{0}/{1}/schema' -f $jobs, $JobId

# The backup is the answer of the service, unchanged.
$current = [string] (Invoke-MgGraphRequest -Method GET -Uri $address -OutputType Json)
$folder = (Resolve-Path -LiteralPath $BackupFolder).ProviderPath
$backup = Join-Path $folder ('schema-before-{0}.json' -f (Get-Date -Format 'yyyyMMdd-HHmmss'))
[System.IO.File]::WriteAllText($backup, $current)
Write-Host ('The current schema is saved in {0}' -f $backup)
