# Pipes a million tokens, 120 MB of text, through token_audit in 40 MB of address space. One token has expired.
set -eu
ulimit -v 40000
selected=$(awk 'BEGIN {
  for (id = 1; id <= 1000000; ++id)
    printf "{\"id\":%d,\"scopes\":\"linodes:read_only\",\"created\":\"2026-01-01T00:00:00\",\"label\":\"number %d\",\"token\":\"0123456789abcdef\",\"expiry\":%s}\n",
           id, id, id == 765432 ? "\"2026-02-01T00:00:00\"" : "null"
}' | { "$1" --now 2026-07-26T12:00:00 --expired --json && exit 9 || test $? = 1; })
test "$selected" = '[{"created":"2026-01-01T00:00:00","expiry":"2026-02-01T00:00:00","id":765432,"label":"number 765432","scopes":"linodes:read_only"}]'
