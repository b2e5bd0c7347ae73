
# The schema with the plan, and the changes: two texts of JSON, and the only data in this script.
schema="$folder/schema-after.json"
changes="$folder/changes.json"
printf '%s\n' @@SCHEMA@@ >"$schema"
printf '%s\n' @@CHANGES@@ >"$changes"

# Azure Cloud Shell has Python 3. Elsewhere, the Azure CLI itself needs it and may bring its own.
python=$(command -v python3 || echo /opt/az/bin/python3)

# Prints the fingerprint of a schema: the SHA-256 of its canonical text. Two schemas with the same fingerprint mean the
# same. The order of members, blanks, the spelling of numbers and letters, and null members make no difference, and
# neither do the members that the service itself changes (LEFT_OUT).
fingerprint() {
  "$python" - "$1" <<'PYTHON'
import hashlib, json, re, struct, sys
LEFT_OUT = re.compile(r'/version|/directories/\*/(version|discoveryDateTime)|.*@odata\.(context|etag)')
class Number(str): pass
def text(value):
    encoded = value.encode('utf-16-le', 'surrogatepass')
    units = struct.unpack('<%dH' % (len(encoded) // 2), encoded)
    return ''.join(chr(unit) if 32 <= unit < 127 and unit not in (34, 92) else '\\u%04x' % unit for unit in units)
def number(written):
    sign, whole, fraction, power = re.fullmatch(r'(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?', written).groups('')
    digits = (whole + fraction).lstrip('0')
    bare = digits.rstrip('0')
    return sign + bare + 'e%d' % (int(power or 0) - len(fraction) + len(digits) - len(bare)) if bare else '0'
def canonical(value, place):
    if isinstance(value, Number): return number(value)
    if isinstance(value, str): return '"' + text(value) + '"'
    if isinstance(value, list): return '[' + ','.join(canonical(one, place + '/*') for one in value) + ']'
    if not isinstance(value, dict): return json.dumps(value)
    named = sorted((text(name), one) for name, one in value.items() if one is not None)
    kept = [(name, one) for name, one in named if not LEFT_OUT.fullmatch(place + '/' + name)]
    return '{' + ','.join('"' + name + '":' + canonical(one, place + '/' + name) for name, one in kept) + '}'
with open(sys.argv[1], encoding='utf-8-sig') as file:
    value = json.load(file, parse_int=Number, parse_float=Number)
print(hashlib.sha256(canonical(value, '').encode('ascii')).hexdigest())
PYTHON
}

before=@@BEFORE@@
after=@@AFTER@@
[ "$(fingerprint "$schema")" = "$after" ] || { echo 'Stopped: this script is damaged. Export it again. Nothing was saved.' >&2; exit 3; }
found=$(fingerprint "$backup")
if [ "$found" = "$after" ]; then
  echo 'The job already has this mapping. Nothing was saved.'
  exit 0
fi
if [ "$found" != "$before" ]; then
  echo "Stopped: this job does not have the schema that the plan was merged into. Someone changed the schema, or this is another job. Nothing was saved." >&2
  echo "To continue, export this script again and choose $backup as the schema of your tenant." >&2
  exit 3
fi

"$python" -c 'import json, sys; sys.stdout.buffer.write("\n".join(json.load(open(sys.argv[1])) + [""]).encode())' "$changes"
echo 'Saving replaces the whole schema of the job. In the next cycle, Entra evaluates every account again.'
echo "To restore the current schema later: az rest --method PUT --uri $jobs/$job/schema --headers Content-Type=application/json --body @$backup"
printf 'Save these changes? Type yes: '
read -r answer
if [ "$answer" != yes ]; then
  echo 'Nothing was saved.'
  exit 0
fi
az rest --method PUT --uri "$jobs/$job/schema" --headers 'Content-Type=application/json' --body "@$schema"
saved="$folder/schema-saved.json"
az rest --method GET --uri "$jobs/$job/schema" --output-file "$saved"
if [ "$(fingerprint "$saved")" != "$after" ]; then
  echo "Saved, but the service now returns another schema. Compare $saved with $schema." >&2
  exit 4
fi
echo 'Saved. The job now has exactly the schema in this script.'
