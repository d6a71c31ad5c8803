# SPDX-License-Identifier: Apache-2.0
# Sourced by the scripts beside it: which Debian packages each of them needs, and how to get them.

build_packages=(
  g++ cmake ninja-build pkg-config
  libzip-dev libdeflate-dev zlib1g-dev libpugixml-dev nlohmann-json3-dev libicu-dev libre2-dev libgumbo-dev
  libssl-dev libsqlite3-dev libcli11-dev libfmt-dev
)
# Tests of the program itself; whatever else is missing makes a single test skip with a notice.
test_packages=(
  doctest-dev libbenchmark-dev python3 python3-jsonschema python3-yaml dpkg-dev file lintian man-db sqlite3 poppler-utils
  zsh fish
  aapt libsmali-java zipalign apksigner android-framework-res dexdump android-libandroidfw-dev
)
# Other people's engines that a test runs for real when they are there (tests/scale).
engine_packages=(parallel slurm-wlm munge)
check_packages=(git clang clang-tidy clang-format libclang-rt-14-dev)

# install_packages NAME...: installs those that are not there, without a question.
install_packages() {
  local missing=()
  local name
  for name in "$@"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
      as_root=(sudo -n)
    else
      printf 'These Debian packages are missing, and installing them needs root:\n  apt-get install %s\n' "${missing[*]}" >&2
      return 1
    fi
  fi
  printf 'Installing %s\n' "${missing[*]}" >&2
  "${as_root[@]}" apt-get update -qq >&2 || true
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build PRESET [TARGET...]: configures and builds, quietly unless something fails.
build() {
  local preset=$1
  shift
  local targets=()
  [ $# -gt 0 ] && targets=(--target "$@")
  local log
  log=$(mktemp)
  if ! { cmake --preset "$preset" && cmake --build --preset "$preset" "${targets[@]}"; } >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}
