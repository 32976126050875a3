#!/bin/sh
# The whole of a round, from draw to archived dossiers, into build/demo. Everything in it is fictional.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
sh .ci/install.sh build
sh .ci/build.sh anjuan
rm -rf build/demo
exec build/anjuan play examples/round.acts --into build/demo
