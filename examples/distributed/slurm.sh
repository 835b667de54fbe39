#!/bin/sh
# One part of a project, as a task of a Slurm job array. The directory
# $MUSIFY_CACHE is on a file system that all nodes share.
#
#   export MUSIFY_CACHE=/shared/musify-cache
#   facts=$(sbatch --parsable --array=1-8 slurm.sh src)
#   sbatch --dependency=afterany:"$facts" --wrap 'musify port src -o ported --cache "$MUSIFY_CACHE"'
#
#SBATCH --job-name=musify-facts
#SBATCH --cpus-per-task=8
set -eu
part=$((SLURM_ARRAY_TASK_ID - SLURM_ARRAY_TASK_MIN + 1))
exec musify port "$@" --facts-only --shard "$part/$SLURM_ARRAY_TASK_COUNT" \
  --cache "$MUSIFY_CACHE" -j "${SLURM_CPUS_PER_TASK:-0}"
