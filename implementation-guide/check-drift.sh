#!/bin/sh
# Fails when fsh-generated/resources is not exactly what SUSHI makes of the FSH sources.
set -eu
cd "$(dirname "$0")"
./sushi.sh
if ! diff -r fsh-generated/resources target/sushi/out/fsh-generated/resources; then
  echo "The generated resources differ from the FSH sources: run implementation-guide/regenerate.sh and commit."
  exit 1
fi
echo "The generated resources are what SUSHI makes."
