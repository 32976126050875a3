#!/bin/sh
# Puts the Fangsong face for official papers (FandolFang) under the build folder: BUILD_DIR/fonts.
# It comes out of the Debian package texlive-lang-chinese, of which nothing else is kept or installed.
# Silent and without network when the face is there already. Usage: sh .ci/fonts.sh BUILD_DIR
set -eu

if [ $# -ne 1 ]; then
  echo "用法：sh .ci/fonts.sh 构建文件夹" >&2
  exit 2
fi
package=texlive-lang-chinese
face=FandolFang-Regular.otf
mkdir -p "$1/fonts"
fonts=$(cd "$1/fonts" && pwd)
[ -s "$fonts/$face" ] && [ -s "$fonts/FandolFang-LICENCE.txt" ] && exit 0

echo "从 Debian 软件包 $package 取出仿宋字体 $face（下载约 50 MB，只保留 7 MB），放入 $fonts"
work=$(mktemp -d "$fonts/unpack.XXXXXX")
trap 'rm -rf "$work"' EXIT HUP INT TERM
chmod 755 "$work"
if ! (cd "$work" && apt-get -q download "$package" >download.log 2>&1); then
  cat "$work/download.log" >&2
  echo "下载 $package 失败：请检查网络和软件源后重试；在此之前文书用 Noto Serif 字体代替仿宋。" >&2
  exit 1
fi
dpkg-deb -x "$work"/"$package"_*.deb "$work/tree"
found=$(find "$work/tree" -name "$face" -type f | head -n 1)
if [ -z "$found" ]; then
  echo "软件包 $package 中没有 $face。" >&2
  exit 1
fi
{
  echo "FandolFang-Regular.otf: Fandol fonts, GNU GPL version 3 with font exception"
  echo "(documents that embed the font are not covered by the GPL)."
  echo "Taken unchanged from the Debian package $(basename "$work"/"$package"_*.deb)."
  echo
  find "$work/tree" -path '*doc*' -ipath '*fandol*' -type f ! -name '*.pdf' ! -name '*.tex' | sort |
    while IFS= read -r file; do
      echo "--- $(basename "$file")"
      case $file in *.gz) gzip -dc "$file" ;; *) cat "$file" ;; esac
      echo
    done
} >"$work/licence"
mv "$work/licence" "$fonts/FandolFang-LICENCE.txt"
mv "$found" "$fonts/$face"
