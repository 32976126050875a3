#!/bin/sh
# Puts the fonts into build/, configures a Release build there and builds the targets named (all if none).
# Usage: sh .ci/build.sh [TARGET…]
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
build=$root/build
mkdir -p "$build"

if [ ! -s "$build/fonts/FandolFang-Regular.otf" ]; then
  sh "$root/.ci/install.sh" font
fi
# Without the face papers are set in another one; that is worth a warning, not a stop.
sh "$root/.ci/fonts.sh" "$build" || echo '没有取得仿宋字体，文书暂用其他字体。' >&2

# A folder that was copied from elsewhere is configured anew.
if [ -f "$build/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt"; then
  rm -rf "$build/CMakeCache.txt" "$build/CMakeFiles"
fi
if ! cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release >"$build/configure.log" 2>&1; then
  cat "$build/configure.log" >&2
  exit 1
fi

[ -f "$build/.ninja_log" ] || echo '构建（首次需要几分钟）'
if [ -t 1 ]; then
  ninja -C "$build" "$@"
else
  # No progress where nobody watches, and nothing at all where nothing is to do.
  status=0
  ninja -C "$build" --quiet "$@" >"$build/build.log" 2>&1 || status=$?
  grep -v '^ninja: no work to do\.$' "$build/build.log" || true
  exit "$status"
fi
