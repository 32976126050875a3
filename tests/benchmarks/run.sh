#!/bin/sh
# Installs what the benchmarks compare with, builds them in Release and runs them one after another.
# Usage: sh tests/benchmarks/run.sh [NAME…]   (all if none is named)
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
sh "$root/.ci/install.sh" build test bench
sh "$root/.ci/build.sh" benchmarks
if [ $# -eq 0 ]; then
  set -- $(cd "$root/build/benchmarks" && ls | sed -n 's/_benchmark$//p')
fi
for name in "$@"; do
  echo "== $name"
  "$root/build/benchmarks/${name}_benchmark"
done
