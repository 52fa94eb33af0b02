#!/usr/bin/env bash
# Prints its arguments, one a line; of a --from-file=KEY=PATH also whether PATH is a pipe, and what is in it.
for argument in "$@"; do
  if [[ $argument == --from-file=*=* ]]; then
    path=${argument##*=}
    [[ -p $path ]] && kind=pipe || kind=file
    echo "${argument%=*} $kind $(od -An -c "$path" | tr -d ' \n')"
  else
    echo "$argument"
  fi
done
