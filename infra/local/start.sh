#!/bin/sh
# npm start: puts in place what is missing, then becomes the local run.
set -eu
cd "$(dirname "$0")/../.."
. infra/local/ensure.sh
ensure_packages
ensure_java
exec node infra/local/main.ts "$@"
