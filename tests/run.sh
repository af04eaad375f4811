#!/bin/sh
# npm test: puts in place what is missing, then runs everything. The last line sums up the tests that ran.
set -eu
cd "$(dirname "$0")/.."
. infra/local/ensure.sh
ensure_packages
ensure_java
ensure_browser

reports=tests/output/reports
rm -rf "$reports" tests/output/logs
mkdir -p "$reports"
failed=""

# step <name> <command>...: runs it, remembers a failure and goes on, so that one run shows all that is wrong
step() {
  name=$1
  shift
  say "" "== $name"
  if ! "$@"; then failed="$failed $name"; fi
}

# tests <vitest project>: with a report of its own; a project that has lost all its tests fails
tests() { step "$1" env TEST_REPORT="$reports/$1.json" npx vitest run --project "$1"; }

step check env TEST_REPORT="$reports/unit.json" npm run check
step builds node infra/local/build-apps.ts weapp h5
tests routes
tests infra
tests faults
tests phone
tests browser
step logs node tests/logs/main.ts 5000
[ -z "$failed" ] || say "" "Failed:$failed"
exec node tests/summary.ts "$reports" $failed
