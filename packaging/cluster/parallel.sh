#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# GNU parallel over a folder: SHARDS shares, on this machine or on those of --sshloginfile.
#
#   parallel.sh /data/downloads /data/stores SHARDS [PARALLEL-FLAG...]
#   loanlint merge all.db /data/stores/shard-*.db
#
# With several machines the two folders must be at the same place on all of them (NFS and the like).
# Run it again after a failure: shares that are done are left out. The program is $LOANLINT, or
# loanlint on the PATH.
set -euo pipefail
packages=$1
stores=$2
shards=$3
shift 3
mkdir -p "$stores"
program=${LOANLINT:-loanlint}
store=$(printf %q "$stores")/shard-{}.db
# Exit status 2 is a package that could not be fully read: for this job a result like another, when
# the run is finished.
seq 0 $((shards - 1)) | parallel --jobs "${JOBS:-100%}" --joblog "$stores/parallel.log" "$@" \
  "$program scan $(printf %q "$packages") --shard {}/$shards --resume --fail-on never --jobs 1 \
     --progress never --store $store || { [ \$? -eq 2 ] && \
     told=\$($program report $store --lang en --top 0) && \
     [ \"\${told#*runs not finished}\" = \"\$told\" ]; }"
