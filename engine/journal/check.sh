#!/bin/sh
# 用 sha256sum 逐条核对导出的全过程记录。Checks an exported journal with sha256sum, entry by entry.
# Usage: sh check.sh FILE
set -eu

wanted=0000000000000000000000000000000000000000000000000000000000000000
n=0
tab=$(printf '\t')
while IFS="$tab" read -r number previous digest text; do
  n=$((n + 1))
  found=$(printf 'anjuan-log-1|%s|%s|%s' "$n" "$wanted" "$text" | sha256sum)
  if [ "$number" != "$n" ] || [ "$previous" != "$wanted" ] || [ "$digest" != "${found%% *}" ]; then
    echo "第 $n 条不符 / entry $n does not fit" >&2
    exit 1
  fi
  wanted=$digest
done <"$1"
echo "$n:$wanted"
