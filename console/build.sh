#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Builds (build) or tests (test) the console, each only if something changed since it last succeeded. With "test true"
# tests are skipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly needed=20
major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
if [[ -z $major ]] || ((major < needed)); then
  printf 'fleetward: WARNING: Node.js %s or newer is missing: this build has no console, and its tests are SKIPPED\n' "$needed" >&2
  exit 0
fi

mkdir -p target
exec 9>target/build.lock
flock 9

# done_since STAMP PATH...: whether nothing below the paths is newer than the stamp.
done_since() {
  local stamp=$1
  shift
  [[ -e $stamp ]] && [[ -z $(find "$@" -newer "$stamp" -print -quit) ]]
}

readonly settings=(package.json package-lock.json tsconfig.json vite.config.ts index.html)

install() {
  done_since target/installed package.json package-lock.json && [[ -d node_modules ]] && return
  npm ci --no-audit --no-fund --loglevel=error
  touch target/installed
}

case ${1:-} in
  build)
    done_since target/built src "${settings[@]}" && exit
    install
    npm run --silent build -- --logLevel warn
    touch target/built
    ;;
  test)
    [[ ${2:-} != true ]] || exit 0
    done_since target/tested src e2e scripts biome.json knip.json playwright.config.ts "${settings[@]}" && exit
    install
    npm run --silent check
    npm run --silent test
    npm run --silent size
    touch target/tested
    ;;
  *)
    printf 'usage: build.sh build|test\n' >&2
    exit 2
    ;;
esac
