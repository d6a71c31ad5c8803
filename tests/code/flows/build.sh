#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Assembles every folder beside this script into <folder>.dex with Debian's smali.
set -e
cd "$(dirname "$0")"
for folder in */; do
  smali assemble -o "${folder%/}.dex" "$folder"
done
