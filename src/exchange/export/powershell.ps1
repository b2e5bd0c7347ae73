#Requires -Version 5.1
#Requires -Modules Microsoft.Graph.Authentication

# Writes a mapping planned with Crosswalk into the synchronization schema of one job.
# It reads the schema, keeps a copy of it, changes what differs, shows that, and asks before it saves.
# Nothing is saved without the answer yes. The tenant's ids, metadata and everything else of the schema stay as they are.
#
# Needed: the module Microsoft.Graph.Authentication, the permission Synchronization.ReadWrite.All, and the role
# Application Administrator, Cloud Application Administrator or Hybrid Identity Administrator.

param(
    [string] $ServicePrincipalId,
    [string] $JobId,
    [string] $BackupFolder = '.'
)

$ErrorActionPreference = 'Stop'

# The plan: one text of JSON, and the only place with data of the plan.
$editsText = @@EDITS@@

$mark = '~crosswalk-keeps-this-text~'
$changes = New-Object 'System.Collections.Generic.List[string]'
$remarks = New-Object 'System.Collections.Generic.List[string]'

# JSON to objects. PowerShell 7 makes times of texts that look like one; a mark in front keeps them texts.
function Read-Json([string] $Text) {
    $marked = [regex]::Replace($Text, '(?<!\\)"(?=\d{4}-\d{2}-\d{2}T|\\?/Date\()', ('"' + $mark))
    return (ConvertFrom-Json -InputObject $marked)
}

# Objects to JSON of ASCII letters alone, so that no encoding on the way can spoil it.
function Write-Json($Value) {
    if ($null -eq $Value) { return 'null' }
    $text = ConvertTo-Json -InputObject $Value -Depth 100 -Compress
    $text = $text.Replace(('"' + $mark), '"')
    return [regex]::Replace($text, '[^\x20-\x7E]', { param($found) '\u{0:x4}' -f [int][char]$found.Value })
}

# The tokens of a JSON text with every escape resolved, to compare two texts that may be written differently.
function Get-Tokens([string] $Text) {
    $tokens = New-Object 'System.Collections.Generic.List[string]'
    foreach ($found in [regex]::Matches($Text, '"(?:[^"\\]|\\.)*"|[^\s",:{}\[\]]+|[,:{}\[\]]')) {
        $tokens.Add([regex]::Unescape($found.Value))
    }
    return [string]::Join([string][char]0, $tokens.ToArray())
}

function Test-Text([string] $One, [string] $Other) {
    return [string]::Equals($One, $Other, [System.StringComparison]::Ordinal)
}

function Test-Object($Value) {
    return ($Value -is [System.Management.Automation.PSCustomObject])
}

# A member; null where it is absent. The comma keeps lists whole.
function Get-Member-Value($Object, [string] $Name) {
    if (-not (Test-Object $Object)) { return $null }
    $property = $Object.PSObject.Properties[$Name]
    if ($null -eq $property) { return $null }
    return , $property.Value
}

function Set-Member-Value($Object, [string] $Name, $Value) {
    $property = $Object.PSObject.Properties[$Name]
    if ($null -eq $property) {
        $Object.PSObject.Properties.Add([System.Management.Automation.PSNoteProperty]::new($Name, $Value))
    } else {
        $property.Value = $Value
    }
}

# The items of a list; none where it is absent.
function Get-Items($Object, [string] $Name) {
    $items = New-Object 'System.Collections.Generic.List[object]'
    $list = Get-Member-Value $Object $Name
    if ($list -is [System.Array]) {
        foreach ($item in $list) { $items.Add($item) }
    }
    return , $items
}

# A member as text; empty where it is absent, or a list or an object.
function Get-Text($Object, [string] $Name) {
    return (ConvertTo-Text (Get-Member-Value $Object $Name))
}

function ConvertTo-Text($Value) {
    if ($Value -is [string]) { return $Value.Replace($mark, '') }
    if ($null -eq $Value -or $Value -is [System.Array] -or (Test-Object $Value)) { return '' }
    return (Write-Json $Value)
}

# Whether a member says what an edit wants.
function Test-Same($Value, $Edit) {
    $there = $Value
    if ($there -is [System.Array] -or (Test-Object $there)) { $there = $null }
    $text = Write-Json $there
    $comparison = [System.StringComparison]::Ordinal
    if ($Edit.any_case) { $comparison = [System.StringComparison]::OrdinalIgnoreCase }
    $isListed = $false
    foreach ($one in $Edit.listed) {
        if ([string]::Equals((Write-Json $one), $text, $comparison)) { $isListed = $true }
    }
    return ($isListed -eq $Edit.listed_is_same)
}

# Whether a source is one of the forms that say the same.
function Test-Source($Source, $Forms) {
    foreach ($form in $Forms) {
        if ($null -eq $form) {
            if ($null -eq $Source) { return $true }
            continue
        }
        if (-not (Test-Object $Source)) { continue }
        $fits = $true
        foreach ($property in $form.PSObject.Properties) {
            $there = Get-Member-Value $Source $property.Name
            if (-not (Test-Text (Write-Json $there) (Write-Json $property.Value))) { $fits = $false }
        }
        if ($fits) { return $true }
    }
    return $false
}

# Sets a source; members of it that are not known stay.
function Set-Source($Row, $Edit) {
    $stood = Get-Member-Value $Row 'source'
    if (-not (Test-Object $stood) -or $null -eq $Edit.value) {
        Set-Member-Value $Row 'source' $Edit.value
        return
    }
    foreach ($property in $Edit.value.PSObject.Properties) {
        $isAbsent = $null -eq $stood.PSObject.Properties[$property.Name]
        if ($isAbsent -and ($Edit.needless -ccontains $property.Name)) { continue }
        Set-Member-Value $stood $property.Name $property.Value
    }
}

# Whether a row says where its value goes and comes from. One that does not stays as it is.
function Test-Understood($Row) {
    if ((Get-Text $Row 'targetAttributeName') -eq '') { return $false }
    $source = Get-Member-Value $Row 'source'
    if ($null -eq $source) { return $true }
    if (-not (Test-Object $source)) { return $false }
    if ((Get-Text $source 'expression').Trim() -ne '') { return $true }
    $kind = Get-Text $source 'type'
    if ($kind -eq '') { $kind = 'Attribute' }
    $name = Get-Member-Value $source 'name'
    return ((@('Attribute', 'Constant', 'Function') -ccontains $kind) -and ($null -ne $name))
}

function Get-Key([string] $Target, [int] $Occurrence) {
    return ('{0} {1}' -f $Occurrence, $Target)
}

# Replaces rows by target attribute and occurrence, removes those that the plan has not, appends those that are new.
function Edit-Rows($Mapping, $Edits) {
    $wanted = New-Object 'System.Collections.Generic.Dictionary[string,object]' ([System.StringComparer]::Ordinal)
    foreach ($edit in $Edits.rows) { $wanted[(Get-Key (ConvertTo-Text $edit.target) $edit.occurrence)] = $edit }
    $seen = New-Object 'System.Collections.Generic.Dictionary[string,int]' ([System.StringComparer]::Ordinal)
    $rows = New-Object 'System.Collections.Generic.List[object]'
    $differs = $false
    foreach ($row in (Get-Items $Mapping 'attributeMappings')) {
        if (-not (Test-Understood $row)) {
            $rows.Add($row)
            continue
        }
        $target = Get-Text $row 'targetAttributeName'
        $occurrence = 0
        if ($seen.ContainsKey($target)) { $occurrence = $seen[$target] }
        $seen[$target] = $occurrence + 1
        $key = Get-Key $target $occurrence
        $before = Write-Json $row
        if (-not $wanted.ContainsKey($key)) {
            $differs = $true
            $changes.Add(('{0}: remove {1}' -f $Edits.title, $before))
            continue
        }
        $edit = $wanted[$key]
        [void] $wanted.Remove($key)
        foreach ($one in $edit.members) {
            if (-not (Test-Same (Get-Member-Value $row $one.member) $one)) { Set-Member-Value $row $one.member $one.value }
        }
        if (-not (Test-Source (Get-Member-Value $row 'source') $edit.source.same)) { Set-Source $row $edit.source }
        $after = Write-Json $row
        if (-not (Test-Text $before $after)) {
            $differs = $true
            $changes.Add(('{0}: change {1} to {2}' -f $Edits.title, $before, $after))
        }
        $rows.Add($row)
    }
    foreach ($edit in $Edits.rows) {
        if (-not $wanted.ContainsKey((Get-Key (ConvertTo-Text $edit.target) $edit.occurrence))) { continue }
        $differs = $true
        $changes.Add(('{0}: add {1}' -f $Edits.title, (Write-Json $edit.value)))
        $rows.Add($edit.value)
    }
    if ($differs) {
        $list = $rows.ToArray()
        Set-Member-Value $Mapping 'attributeMappings' $list
    }
}

function Edit-Members($Mapping, $Edits) {
    foreach ($one in $Edits.members) {
        $there = Get-Member-Value $Mapping $one.member
        if (Test-Same $there $one) { continue }
        $changes.Add(('{0}: {1} from {2} to {3}' -f $Edits.title, $one.member, (Write-Json $there), (Write-Json $one.value)))
        Set-Member-Value $Mapping $one.member $one.value
    }
}

function Edit-Actions($Mapping, $Edits) {
    $there = Get-Member-Value $Mapping 'flowTypes'
    $says = 'add,delete,update'
    if ($there -is [string]) {
        $words = New-Object 'System.Collections.Generic.SortedSet[string]' ([System.StringComparer]::Ordinal)
        foreach ($word in $there.Split([char]',')) {
            $plain = $word.Trim().ToLowerInvariant()
            if (@('add', 'delete', 'update') -ccontains $plain) { [void] $words.Add($plain) }
        }
        $sorted = New-Object 'string[]' $words.Count
        $words.CopyTo($sorted)
        $says = [string]::Join(',', $sorted)
    }
    if (Test-Text $says $Edits.actions.says) { return }
    $value = $Edits.actions.spaced
    if ($there -is [string] -and $there.Contains(',') -and -not $there.Contains(', ')) { $value = $Edits.actions.tight }
    $changes.Add(('{0}: flowTypes from {1} to {2}' -f $Edits.title, (Write-Json $there), (Write-Json $value)))
    Set-Member-Value $Mapping 'flowTypes' $value
}

# A scoping filter as one text.
function Get-Said($Group) {
    $said = Write-Json (Get-Text $Group 'name')
    foreach ($clause in (Get-Items $Group 'clauses')) {
        $said += ' (' + (Write-Json (Get-Text $clause 'sourceOperandName')) + ' ' + (Write-Json (Get-Text $clause 'operatorName'))
        foreach ($value in (Get-Items (Get-Member-Value $clause 'targetOperand') 'values')) {
            if ($null -eq $value -or $value -is [System.Array] -or (Test-Object $value)) { continue }
            $said += ' ' + (Write-Json (ConvertTo-Text $value))
        }
        $said += ')'
    }
    return $said
}

function Edit-Scope($Mapping, $Edits) {
    $scope = Get-Member-Value $Mapping 'scope'
    $before = Write-Json $scope
    $stood = Get-Items $scope 'groups'
    $wanted = Get-Items $Edits 'groups'
    $same = $stood.Count -eq $wanted.Count
    for ($at = 0; $same -and $at -lt $wanted.Count; $at++) {
        $same = Test-Text (Get-Said $stood[$at]) (Get-Said $wanted[$at])
    }
    if ($same) { return }
    if (Test-Object $scope) {
        $groups = New-Object 'System.Collections.Generic.List[object]'
        foreach ($group in $wanted) {
            $found = -1
            for ($at = 0; $found -lt 0 -and $at -lt $stood.Count; $at++) {
                if (Test-Text (Get-Said $stood[$at]) (Get-Said $group)) { $found = $at }
            }
            if ($found -ge 0) {
                $groups.Add($stood[$found])
                $stood.RemoveAt($found)
            } else {
                $groups.Add($group)
            }
        }
        $list = $groups.ToArray()
        Set-Member-Value $scope 'groups' $list
    } else {
        Set-Member-Value $Mapping 'scope' $Edits.scope
    }
    $changes.Add(('{0}: scope from {1} to {2}' -f $Edits.title, $before, (Write-Json (Get-Member-Value $Mapping 'scope'))))
}

# The names that the mapping uses before it is changed.
function Get-Used($Mapping, [string] $Side) {
    $used = New-Object 'System.Collections.Generic.HashSet[string]' ([System.StringComparer]::Ordinal)
    foreach ($row in (Get-Items $Mapping 'attributeMappings')) {
        if (-not (Test-Understood $row)) { continue }
        if (Test-Text $Side 'target') {
            [void] $used.Add((Get-Text $row 'targetAttributeName'))
            continue
        }
        $source = Get-Member-Value $row 'source'
        $text = Get-Text $source 'expression'
        foreach ($found in [regex]::Matches($text, '\[([^\[\]]+)\]')) { [void] $used.Add($found.Groups[1].Value) }
        if ($text.Trim() -eq '') { [void] $used.Add((Get-Text $source 'name')) }
    }
    if (Test-Text $Side 'source') {
        foreach ($group in (Get-Items (Get-Member-Value $Mapping 'scope') 'groups')) {
            foreach ($clause in (Get-Items $group 'clauses')) { [void] $used.Add((Get-Text $clause 'sourceOperandName')) }
        }
    }
    return , $used
}

# Appends attribute definitions that are missing, before the mapping is changed.
function Add-Definitions($Schema, $Rule, $Mapping, $Edits) {
    foreach ($edit in $Edits.definitions) {
        $directoryName = Get-Text $Rule ('{0}DirectoryName' -f $edit.side)
        $objectName = Get-Text $Mapping ('{0}ObjectName' -f $edit.side)
        $name = Get-Text $edit.value 'name'
        $found = $null
        $isAnywhere = $false
        $sameButCase = $null
        $isThere = $false
        foreach ($directory in (Get-Items $Schema 'directories')) {
            if (-not (Test-Text (Get-Text $directory 'name') $directoryName)) { continue }
            foreach ($object in (Get-Items $directory 'objects')) {
                $isHere = ($null -eq $found) -and (Test-Text (Get-Text $object 'name') $objectName)
                if ($isHere) { $found = $object }
                foreach ($attribute in (Get-Items $object 'attributes')) {
                    $known = Get-Text $attribute 'name'
                    if (Test-Text $known $name) {
                        $isAnywhere = $true
                        if ($isHere) { $isThere = $true }
                    } elseif ($isHere -and [string]::Equals($known, $name, [System.StringComparison]::OrdinalIgnoreCase)) {
                        $sameButCase = $known
                    }
                }
            }
        }
        $isUsed = (Get-Used $Mapping $edit.side).Contains($name)
        $isWanted = ($edit.needed -and -not $isUsed) -or ($edit.own -and -not $isAnywhere)
        if ($isThere -or -not $isWanted) { continue }
        if ($null -eq $found) {
            $remarks.Add(('{0}: the schema does not define the object, so that {1} is not defined in it' -f $Edits.title, (Write-Json $name)))
            continue
        }
        if ($null -ne $sameButCase) {
            $remarks.Add(('{0}: {1} and {2} differ in case alone; nothing is defined' -f $Edits.title, (Write-Json $sameButCase), (Write-Json $name)))
            continue
        }
        $attributes = Get-Items $found 'attributes'
        $attributes.Add($edit.value)
        $list = $attributes.ToArray()
        Set-Member-Value $found 'attributes' $list
        $changes.Add(('{0}: define {1}' -f $Edits.title, (Write-Json $edit.value)))
    }
}

# How many names agree with those that the plan was imported with, and whether any says another.
function Get-Agreement($Rule, $Mapping, $Names) {
    $pairs = @(
        @((Get-Text $Names 'rule'), (Get-Text $Rule 'name')),
        @((Get-Text $Names 'mapping'), (Get-Text $Mapping 'name')),
        @((Get-Text $Names 'source_directory'), (Get-Text $Rule 'sourceDirectoryName')),
        @((Get-Text $Names 'target_directory'), (Get-Text $Rule 'targetDirectoryName')),
        @((Get-Text $Names 'source_object'), (Get-Text $Mapping 'sourceObjectName')),
        @((Get-Text $Names 'target_object'), (Get-Text $Mapping 'targetObjectName'))
    )
    $agreeing = 0
    $contradicts = $false
    foreach ($pair in $pairs) {
        if (Test-Text $pair[0] $pair[1]) {
            $agreeing++
        } elseif ($pair[0] -ne '' -and $pair[1] -ne '') {
            $contradicts = $true
        }
    }
    return @{ agreeing = $agreeing; contradicts = $contradicts }
}

# Changes the schema. The mapping whose names agree most is taken, then by priority, then one that is switched on.
function Edit-Schema($Schema, $AllEdits) {
    $places = 0
    foreach ($edits in $AllEdits.objects) {
        $best = $null
        foreach ($rule in (Get-Items $Schema 'synchronizationRules')) {
            $from = Get-Text $rule 'sourceDirectoryName'
            if (-not (@('', 'Azure Active Directory', 'Microsoft Entra ID') -contains $from)) { continue }
            if ($from -eq '' -and (@('Azure Active Directory', 'Microsoft Entra ID') -contains (Get-Text $rule 'targetDirectoryName'))) { continue }
            $priority = [long]::MaxValue
            $parsed = [long] 0
            if ([long]::TryParse((Get-Text $rule 'priority'), [ref] $parsed)) { $priority = $parsed }
            foreach ($mapping in (Get-Items $rule 'objectMappings')) {
                if ((Get-Text $mapping 'sourceObjectName') -ne $edits.object) { continue }
                $agreement = @{ agreeing = 0; contradicts = $false }
                if ($null -ne $edits.names) { $agreement = Get-Agreement $rule $mapping $edits.names }
                $off = [int] ((Get-Text $mapping 'enabled') -eq 'false')
                $isBetter = ($null -eq $best) -or ($agreement.agreeing -gt $best.agreement.agreeing)
                if (-not $isBetter -and $agreement.agreeing -eq $best.agreement.agreeing) {
                    $isBetter = ($priority -lt $best.priority) -or ([object]::ReferenceEquals($rule, $best.rule) -and $off -lt $best.off)
                }
                if ($isBetter) {
                    $best = @{ rule = $rule; mapping = $mapping; agreement = $agreement; priority = $priority; off = $off }
                }
            }
        }
        if ($null -eq $best) {
            $remarks.Add(('{0}: the schema has no object mapping for them; the plan for them is left out' -f $edits.title))
            continue
        }
        $places++
        if ($best.agreement.contradicts) {
            $remarks.Add(('{0}: the names around this object mapping are not those that the plan was imported from' -f $edits.title))
        }
        Add-Definitions $Schema $best.rule $best.mapping $edits
        Edit-Members $best.mapping $edits
        Edit-Actions $best.mapping $edits
        Edit-Scope $best.mapping $edits
        Edit-Rows $best.mapping $edits
    }
    if ($places -eq 0) { throw 'The schema has no object mapping for the plan. Choose the application that the plan is for.' }
}

$allEdits = Read-Json $editsText

Connect-MgGraph -Scopes 'Synchronization.ReadWrite.All' | Out-Null
if (-not $ServicePrincipalId) {
    $ServicePrincipalId = Read-Host 'Object ID of the enterprise application (Entra admin center, Enterprise applications, Properties)'
}
if ($ServicePrincipalId -notmatch '\A[0-9A-Za-z-]+\z') { throw 'This is no object ID.' }
$jobsAddress = '/v1.0/servicePrincipals/{0}/synchronization/jobs' -f $ServicePrincipalId

if (-not $JobId) {
    $jobsAnswer = Invoke-MgGraphRequest -Method GET -Uri $jobsAddress -OutputType Json
    $jobs = Get-Items (Read-Json $jobsAnswer) 'value'
    if ($jobs.Count -eq 0) { throw 'The application has no provisioning job. Set up provisioning in the portal first.' }
    $fitting = New-Object 'System.Collections.Generic.List[object]'
    foreach ($job in $jobs) {
        $state = Get-Text (Get-Member-Value $job 'status') 'code'
        Write-Host ('Job {0}, template {1}, {2}' -f (Get-Text $job 'id'), (Get-Text $job 'templateId'), $state)
        if ($allEdits.templates -ccontains (Get-Text $job 'templateId')) { $fitting.Add($job) }
    }
    if ($jobs.Count -eq 1) {
        $JobId = Get-Text $jobs[0] 'id'
    } elseif ($fitting.Count -eq 1) {
        $JobId = Get-Text $fitting[0] 'id'
    } else {
        $JobId = Read-Host 'The application has several jobs. Id of the one to change'
    }
}
if ($JobId -notmatch '\A[0-9A-Za-z._-]+\z') { throw 'This is no job id.' }
Write-Host ('Changing job {0}' -f $JobId)
$address = '{0}/{1}/schema' -f $jobsAddress, $JobId

# The copy is the answer as it came, never parsed.
$stoodText = [string] (Invoke-MgGraphRequest -Method GET -Uri $address -OutputType Json)
$folder = (Resolve-Path -LiteralPath $BackupFolder).ProviderPath
$backup = Join-Path $folder ('schema-before-{0}.json' -f (Get-Date -Format 'yyyyMMdd-HHmmss'))
[System.IO.File]::WriteAllText($backup, $stoodText, (New-Object System.Text.UTF8Encoding $false))
Write-Host ('The schema as it is now: {0}' -f $backup)

# What this PowerShell reads and writes again must be what it read, or it would spoil parts that nobody meant to change.
$schema = Read-Json $stoodText
if (-not (Test-Text (Get-Tokens (Write-Json $schema)) (Get-Tokens $stoodText))) {
    throw 'This version of PowerShell cannot write the schema back unchanged, so nothing is done. Use PowerShell 7, or crosswalk export --format az.'
}
if (-not (Test-Text (Get-Tokens (Write-Json $allEdits)) (Get-Tokens $editsText))) {
    throw 'This version of PowerShell cannot write the plan unchanged, so nothing is done. Use PowerShell 7, or crosswalk export --format az.'
}

Edit-Schema $schema $allEdits

foreach ($remark in $remarks) { Write-Warning $remark }
if ($changes.Count -eq 0) {
    Write-Host 'The job has this mapping already. Nothing to do.'
    return
}
Write-Host ('{0} changes:' -f $changes.Count)
foreach ($change in $changes) { Write-Host ('  {0}' -f $change) }
Write-Host 'Saving replaces the whole schema of the job. The next cycle looks at every account again.'
$answer = Read-Host 'Save these changes? Type yes'
if ($answer -ne 'yes') {
    Write-Host 'Nothing was saved.'
    return
}
Invoke-MgGraphRequest -Method PUT -Uri $address -ContentType 'application/json' -Body (Write-Json $schema) | Out-Null
Write-Host ('Saved. To go back, send the copy with PUT: {0}' -f $backup)
