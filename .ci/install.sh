#!/bin/sh
# Installs what .ci/packages.txt lists and this machine lacks. Silent when nothing is missing; otherwise
# says first what will be installed. Usage: sh .ci/install.sh KIND… (build, test, bench; font: see .ci/fonts.sh)
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

# Names of all packages of the kinds given.
listed() {
  for kind in "$@"; do
    sed -n "s/^$kind  *\\([^ #]*\\).*/\\1/p" "$here/packages.txt"
  done
}

is_installed() {
  [ "$(dpkg-query -W -f '${Status}' "$1" 2>/dev/null)" = 'install ok installed' ]
}

# Runs apt-get as root, through sudo where need be.
apt() {
  if [ "$(id -u)" -eq 0 ]; then
    DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0 "$@" </dev/null
  else
    sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0 "$@" </dev/null
  fi
}

# Whether the package lists of this machine know every package.
lists_know() {
  for name in "$@"; do
    apt-cache show "$name" >/dev/null 2>&1 || return 1
  done
}

update_lists() {
  echo '更新软件包列表（apt-get update）'
  apt update >/dev/null
}

if [ $# -eq 0 ]; then
  echo '用法：sh .ci/install.sh 种类…（build、test、bench、font）' >&2
  exit 2
fi
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "本机没有 apt，请自行安装与下列 Debian 软件包相当的软件：$(listed "$@" | tr '\n' ' ')" >&2
  exit 0
fi

missing= # to be installed
wanted=  # to be unpacked by .ci/fonts.sh, never installed: the package lists must know it
for kind in "$@"; do
  for name in $(listed "$kind"); do
    if [ "$kind" = font ]; then
      wanted="$wanted $name"
    elif ! is_installed "$name"; then
      missing="$missing $name"
    fi
  done
done
# shellcheck disable=SC2086
if [ -z "$missing" ] && lists_know $wanted; then exit 0; fi

[ -z "$missing" ] || echo "将用 apt 安装：$missing"
if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
  echo "需要管理员权限，而本机没有 sudo。请以 root 身份运行：apt-get install --no-install-recommends$missing" >&2
  exit 1
fi
# shellcheck disable=SC2086
lists_know $missing $wanted || update_lists
[ -n "$missing" ] || exit 0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086
if ! apt install -y --no-install-recommends $missing >"$log" 2>&1; then
  update_lists # the lists may be older than what the mirror still holds
  # shellcheck disable=SC2086
  if ! apt install -y --no-install-recommends $missing >"$log" 2>&1; then
    cat "$log" >&2
    echo '安装没有成功，原因见上。请检查网络和软件源后重试。' >&2
    exit 1
  fi
fi
