#!/bin/sh
# Compiles the FSH sources and replaces fsh-generated/resources with the outcome.
set -eu
cd "$(dirname "$0")"
./sushi.sh
rm -rf fsh-generated/resources
mkdir -p fsh-generated
cp -R target/sushi/out/fsh-generated/resources fsh-generated/resources
echo "fsh-generated/resources is up to date."
