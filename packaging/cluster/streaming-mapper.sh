#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A mapper for Hadoop streaming: lines "offset<TAB>path" in, one JSON report a line out.
# FLAGs are those of `loanlint worker`; the program is $LOANLINT, or loanlint on the PATH.
set -euo pipefail
cut -f2- | "${LOANLINT:-loanlint}" worker "$@"
