#!/bin/sh
# Compiles the FSH sources into target/sushi/out, without a package server. Needs JDK, Maven and node.
set -eu
cd "$(dirname "$0")"

home="$PWD/target/sushi/home"
core="$home/.fhir/packages/hl7.fhir.r4.core#4.0.1/package"
log=target/sushi/log

mkdir -p target/sushi
rm -rf target/sushi/out
if [ ! -f "$core/package.json" ]; then
  echo "Assembling the definitions of FHIR R4 ..."
  rm -rf "$home"
  (cd .. && mvn -q -pl implementation-guide test-compile exec:java)
fi
if [ ! -x node_modules/.bin/sushi ]; then
  npm ci --no-audit --no-fund --silent
fi

if ! node sushi.mjs "$home" target/sushi/out >"$log" 2>&1; then
  cat "$log"
  exit 1
fi
if ! grep -q '0 Errors      0 Warnings' "$log"; then
  cat "$log"
  echo "SUSHI warns; see above."
  exit 1
fi
