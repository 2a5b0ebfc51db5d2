#!/usr/bin/env bash
# Who may know whom (CONTRIBUTING.md has the picture): reads the include lines of generator/ and reports each that goes
# against the layers, and each heavy library that is included outside its owner.
set -euo pipefail
cd "$1"

# layer: what its files may include beside themselves
declare -A may_include=(
  [base]=""
  [model]="base"
  [markdown]="base"
  [input]="base model markdown"
  [adopt]="base model markdown"
  [search]="base"
  [render]="base"
  [pages]="base model markdown search render"
  [output]="base"
  [cli]="base model search pages output build"
  [build]="base model markdown input adopt search render pages"
  [main]="base cli"
)

# library, as it stands in an include line: the files that own it
libraries=(
  "cmark-gfm:markdown/"
  "yaml.h:input/yaml.cpp"
  "xxhash.h:base/hash.cpp"
  "jemalloc/:base/memory.cpp"
  "unicode/:base/unicode.cpp"
  "date/:base/time.cpp"
  "oneapi/:base/parallel.cpp"
  "re2/:adopt/ base/pattern.cpp"
  "nlohmann/:pages/data_text pages/metrics_data.cpp cli/report.cpp cli/index_command.cpp cli/adopt_json.cpp"
  "CLI/:cli/ main.cpp"
  "regex>:nowhere"
)

failures=0
report() {
  echo "$1:$2: $3"
  failures=$((failures + 1))
}

while IFS=: read -r file line text; do
  layer=${file%%/*}
  layer=${layer%%.*}
  included=$(sed -E 's/^ *# *include *[<"]([^>"]*)[>"].*/\1/' <<<"$text")
  if [[ $text == *\"* ]]; then
    target=${included%%/*}
    target=${target%%.*}
    allowed=" $layer ${may_include[$layer]-} "
    [[ $allowed == *" $target "* ]] || report "$file" "$line" "$layer must not include \"$included\""
  else
    for entry in "${libraries[@]}"; do
      library=${entry%%:*}
      owners=${entry#*:}
      [[ "$included>" == "$library"* ]] || continue
      owned=no
      for owner in $owners; do [[ $file == "$owner"* ]] && owned=yes; done
      [[ $owned == yes ]] || report "$file" "$line" "<$included> belongs to $owners"
    done
  fi
done < <(grep -rnE '^ *# *include' --include='*.cpp' --include='*.hpp' . | sed 's|^\./||')

((failures == 0)) || { echo "$failures includes against the layers"; exit 1; }
