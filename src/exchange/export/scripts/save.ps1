
# The schema with the plan, and the changes: two texts of JSON, and the only data in this script.
$schema = @@SCHEMA@@
$changes = @@CHANGES@@

# The canonical text of a JSON value. Two schemas with the same canonical text mean the same. The order of members,
# blanks, the spelling of numbers and letters, and null members make no difference, and neither do the members that the
# service itself changes ($leftOut). The schema is never written back by PowerShell, which would change dates and depth.
$leftOut = '\A(/version|/directories/\*/(version|discoveryDateTime)|.*@odata\.(context|etag))\z'
function Get-CanonicalString([string] $Token) {
    $text = [regex]::Unescape($Token.Substring(1, $Token.Length - 2))
    return [regex]::Replace($text, '[^ !#-\[\]-~]', { param($found) '\u{0:x4}' -f [int][char]$found.Value })
}
function Get-CanonicalNumber([string] $Token) {
    $parts = [regex]::Match($Token, '\A(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?\z').Groups
    $digits = ($parts[2].Value + $parts[3].Value).TrimStart([char]'0')
    $bare = $digits.TrimEnd([char]'0')
    if ($bare -ceq '') { return '0' }
    $power = [bigint] ($digits.Length - $bare.Length - $parts[3].Value.Length)
    if ($parts[4].Success) { $power += [bigint]::Parse($parts[4].Value, [cultureinfo]::InvariantCulture) }
    return $parts[1].Value + $bare + 'e' + $power.ToString([cultureinfo]::InvariantCulture)
}
function Get-CanonicalValue($Tokens, [string] $Place) {
    $token = $Tokens.Dequeue()
    if ($token -ceq '{') {
        $members = New-Object 'System.Collections.Generic.SortedDictionary[string,string]' ([System.StringComparer]::Ordinal)
        while ($Tokens.Peek() -cne '}') {
            $name = Get-CanonicalString ($Tokens.Dequeue())
            $value = Get-CanonicalValue $Tokens ($Place + '/' + $name)
            [void] $members.Remove($name)
            if ($value -cne 'null' -and ($Place + '/' + $name) -cnotmatch $leftOut) { $members.Add($name, '"' + $name + '":' + $value) }
        }
        [void] $Tokens.Dequeue()
        return '{' + [string]::Join(',', [string[]] @($members.Values)) + '}'
    }
    if ($token -ceq '[') {
        $items = New-Object 'System.Collections.Generic.List[string]'
        while ($Tokens.Peek() -cne ']') { $items.Add((Get-CanonicalValue $Tokens ($Place + '/*'))) }
        [void] $Tokens.Dequeue()
        return '[' + [string]::Join(',', $items.ToArray()) + ']'
    }
    if ($token[0] -eq [char]'"') { return '"' + (Get-CanonicalString $token) + '"' }
    if (@('true', 'false', 'null') -ccontains $token) { return $token }
    return Get-CanonicalNumber $token
}
function Get-Fingerprint([string] $Json) {
    $tokens = New-Object 'System.Collections.Generic.Queue[string]'
    foreach ($found in [regex]::Matches($Json, '"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]]|[^\s",:{}\[\]\uFEFF]+')) { $tokens.Enqueue($found.Value) }
    $canonical = [System.Text.Encoding]::ASCII.GetBytes((Get-CanonicalValue $tokens ''))
    $digest = [System.Security.Cryptography.SHA256]::Create().ComputeHash($canonical)
    return [System.BitConverter]::ToString($digest).Replace('-', '').ToLowerInvariant()
}

$before = @@BEFORE@@
$after = @@AFTER@@
if ((Get-Fingerprint $schema) -cne $after) { throw 'Stopped: this script is damaged. Export it again. Nothing was saved.' }
$found = Get-Fingerprint $current
if ($found -ceq $after) { Write-Host 'The job already has this mapping. Nothing was saved.'; return }
if ($found -cne $before) {
    Write-Warning ('To continue, export this script again and choose {0} as the schema of your tenant.' -f $backup)
    throw 'Stopped: this job does not have the schema that the plan was merged into. Someone changed the schema, or this is another job. Nothing was saved.'
}

foreach ($line in (ConvertFrom-Json -InputObject $changes)) { Write-Host $line }
Write-Host 'Saving replaces the whole schema of the job. In the next cycle, Entra evaluates every account again.'
Write-Host ('To restore the current schema later: Invoke-MgGraphRequest -Method PUT -Uri {0} -ContentType application/json -InputFilePath "{1}"' -f $address, $backup)
if ((Read-Host 'Save these changes? Type yes') -cne 'yes') { Write-Host 'Nothing was saved.'; return }
Invoke-MgGraphRequest -Method PUT -Uri $address -ContentType 'application/json' -Body $schema | Out-Null
$saved = [string] (Invoke-MgGraphRequest -Method GET -Uri $address -OutputType Json)
if ((Get-Fingerprint $saved) -ceq $after) {
    Write-Host 'Saved. The job now has exactly the schema in this script.'
} else {
    $file = $backup.Replace('schema-before-', 'schema-saved-')
    [System.IO.File]::WriteAllText($file, $saved)
    Write-Warning ('Saved, but the service now returns another schema. Compare it with the schema in this script: {0}' -f $file)
}
