#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# curl against the gateway at OPENAI_BASE_URL, as an operator would try it: each way to give a key, each family, a stream as it comes.
set -euo pipefail
root=${OPENAI_BASE_URL%/v1}
fail() { echo "curl: $*" >&2; exit 1; }
# call HEADER PATH JSON: the secret comes from standard input, not from the command line.
call() { printf 'header = "%s%s"\n' "$1" "$OPENAI_API_KEY" | curl --silent --show-error --max-time 20 --config - "$root$2" ${3:+--json "$3"} "${@:4}"; }
holds() { grep -qF -- "$2" <<< "$1" || fail "does not hold $2: $1"; }

hello='"messages":[{"role":"user","content":"Repeat: ping ✓ Привет"}]'
chat='{"model":"test-echo",'$hello'}'
for header in 'Authorization: Bearer ' 'x-api-key: ' 'api-key: ' 'x-goog-api-key: '; do
    holds "$(call "$header" /v1/chat/completions "$chat")" '"content":"Repeat: ping ✓ Привет"'
done
bearer='Authorization: Bearer '
holds "$(call "$bearer" /chat/completions/ "$chat")" '"object":"chat.completion"'
holds "$(call "$bearer" /v1/completions '{"model":"test-echo","prompt":"one two three four"}')" '"text":"one two three four"'
holds "$(call "$bearer" /v1/responses '{"model":"test-echo","input":"one two three four"}')" '"status":"completed"'
holds "$(call 'x-api-key: ' /v1/messages '{"model":"test-echo","max_tokens":99,'"$hello"'}')" '"stop_reason":"end_turn"'
holds "$(call 'x-goog-api-key: ' /v1beta/models/test-echo:generateContent '{"contents":[{"parts":[{"text":"hi"}]}]}')" '"finishReason":"STOP"'
holds "$(call "$bearer" /v1/embeddings '{"model":"test-echo","input":"x"}')" '"object":"embedding"'
holds "$(call "$bearer" /v1/models)" '"id":"test-echo"'
holds "$(call "$bearer" /v1/nothing '{}')" '"code":"unknown_url"'

stream=$(call "$bearer" /v1/chat/completions '{"model":"test-echo","stream":true,'"$hello"'}' --no-buffer)
[ "$(tail -n 1 <<< "$stream")" = 'data: [DONE]' ] || fail "the stream does not end with its mark"
# A body in chunks, and one announced with Expect.
holds "$(call "$bearer" /v1/chat/completions "$chat" -H 'Transfer-Encoding: chunked')" '"object":"chat.completion"'
holds "$(call "$bearer" /v1/chat/completions "$chat" -H 'Expect: 100-continue')" '"object":"chat.completion"'
holds "$(call "$bearer" /v1/chat/completions "$chat" --http1.0)" '"object":"chat.completion"'
headers=$(call "$bearer" /v1/chat/completions "$chat" --output /dev/null --dump-header -)
for name in x-request-id request-id openai-processing-ms openai-version; do holds "$headers" "$name: "; done
code=0
call "$bearer" /v1/chat/completions '{"model":"test-hang-up",'"$hello"'}' 2> /dev/null || code=$?
[ $code = 52 ] || fail "test-hang-up: exit code $code instead of 52 (empty reply)"
code=0
call "$bearer" /v1/chat/completions '{"model":"test-cut","stream":true,'"$hello"'}' > /dev/null 2>&1 || code=$?
[ $code = 18 ] || fail "test-cut: exit code $code instead of 18 (partial file)"
