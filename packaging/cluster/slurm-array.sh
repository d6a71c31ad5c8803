#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A Slurm job array over a folder: every task scans its share into a store of its own.
#
#   sbatch --array=0-99 slurm-array.sh /data/downloads /data/stores [FLAG...]
#   loanlint merge all.db /data/stores/shard-*.db        # when all tasks are done
#
# A task that was killed or requeued goes on where it stopped. FLAGs are those of `loanlint scan`;
# the program is $LOANLINT, or loanlint on the PATH.
#SBATCH --job-name=loanlint
#SBATCH --cpus-per-task=1
#SBATCH --requeue
set -uo pipefail
packages=$1
stores=$2
shift 2
mkdir -p "$stores"
program=${LOANLINT:-loanlint}
store=$stores/shard-$SLURM_ARRAY_TASK_ID.db
"$program" scan "$packages" --shard auto --resume --fail-on never \
  --jobs "${SLURM_CPUS_PER_TASK:-1}" --progress never --store "$store" "$@"
status=$?
# 2 is a package that could not be fully read: for this job that is a result like another. A store
# that cannot be written gives 2 as well, and leaves its run unfinished or cannot be read.
[ "$status" -eq 2 ] || exit "$status"
told=$("$program" report "$store" --lang en --top 0) || exit
case $told in *'runs not finished'*) exit 2 ;; esac
