#!/bin/sh
# Installs what is missing, builds everything into build/, runs the tests and sums them up.
# Usage: sh tests/run.sh [--all] [--accept] [MODULE…]
#   --all      the long tests too
#   --accept   writes what is printed now over the expected texts; read the difference before keeping it
#   MODULE     only these (base, xml, procedure, …)
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
only= # "|base|xml"
long= # targets of the long run
for argument in "$@"; do
  case $argument in
    --all) export ANJUAN_ALL=1 && long=headers_alone ;;
    --accept) export ANJUAN_ACCEPT=1 ;;
    -h | --help) sed -n '2,6s/^# \{0,1\}//p' "$0" && exit 0 ;;
    -*) echo "用法：sh tests/run.sh [--all] [--accept] [模块…]" >&2 && exit 2 ;;
    *) only="$only|$argument" ;;
  esac
done

sh "$root/.ci/install.sh" build test
started=$(date +%s)
if [ -n "$only" ]; then
  # shellcheck disable=SC2046
  sh "$root/.ci/build.sh" anjuan $(echo "$only" | tr '|' '\n' | sed -n 's/.\{1,\}/&_test/p')
else
  sh "$root/.ci/build.sh" all $long
fi
built=$(date +%s)

results=$root/build/test-results
pattern=${only:+"^(${only#|})\$"}
rm -rf "$results"
mkdir -p "$results"
status=0
GTEST_OUTPUT="xml:$results/" ctest --test-dir "$root/build" --parallel 2 --output-on-failure --no-tests=error \
  --tests-regex "${pattern:-.}" </dev/null >"$results/log.txt" 2>&1 || status=$?
if [ "$status" -ne 0 ]; then cat "$results/log.txt"; fi
ended=$(date +%s)

# Every skipped test with its reason; then the counts. A program that ended without a report has failed.
for file in "$results"/*.xml; do
  [ -e "$file" ] || continue
  sed -n 's/.*<skipped message="\([^"]*\)".*/skipped: \1/p' "$file"
done | sort | uniq -c | sed 's/^ *\([0-9]*\) skipped: \(.*\)/skipped \1: \2/; s/&#x0A;.*//; s/&apos;/'"'"'/g'
count() { cat "$results"/*.xml 2>/dev/null | sed -n "$1" | awk '{ n += $1 } END { print n + 0 }'; }
all=$(count 's/.*<testsuites tests="\([0-9]*\)".*/\1/p')
failed=$(count 's/.*<testsuites .*failures="\([0-9]*\)".*/\1/p')
skipped=$(count 's/.*<skipped .*/1/p')
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
echo "build $((built - started)) s, tests $((ended - built)) s"
echo "$((all - failed - skipped)) passed, $failed failed, $skipped skipped"
exit "$status"
