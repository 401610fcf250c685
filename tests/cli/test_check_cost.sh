#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage check-cost: the rows kept here beside the gateway's own sums, a provider's and a bill's; profile limits: what is
# left to spend, asked now.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/fakes.sh"
fake_clock=()
# called URL COUNT SECONDS BACK: so many calls, as the fake there counts them
called() { curl -s -o /dev/null -d "{\"count\":$2,\"seconds\":$3,\"back\":$4}" "$1/__fake/usage"; }
check() { exits "$1" "$gwctl" --profile "$generation" usage check-cost --from -1d --json "${@:2}"; }
verdicts() { json "$work/out" "' '.join(f['verdict'] for f in d['comparisons'][$1]['figures'])"; }
difference() { json "$work/out" "[f['difference'] for f in d['comparisons'][$1]['figures'] if f['figure'] == '$2'][0]"; }

# Requests, input and output tokens, cost: what a kind does not tell is unknown, and null.
told_by() {
    case $1 in
    litellm) echo 'agrees agrees agrees agrees' ;;
    *) echo 'agrees unknown unknown agrees' ;;
    esac
}
for generation in litellm newapi-n4 flatkey bifrost-2.2; do
    fake "$generation"
    check 5
    [ "$(json "$work/out" "d['verdict'], d['synced_at'], any('usage sync' in r for r in d['reasons'])")" = "('unknown', None, True)" ] || die "$generation: $(cat "$work/out")"
    called "$fake_url" 40 600 1200
    exits 0 "$gwctl" --profile "$generation" usage sync
    check 0
    [ "$(json "$work/out" "d['reasons']")" = '[]' ] || die "$generation: $(cat "$work/out")"
    [ "$(verdicts 0)" = "$(told_by "$generation")" ] || die "$generation: $(cat "$work/out")"
    [ "$(json "$work/out" "all((f['left'] is None or f['right'] is None) == (f['verdict'] == 'unknown') for f in d['comparisons'][0]['figures'])")" = True ] || die "$generation: $(cat "$work/out")"
    called "$fake_url" 2 5 1000 # the gateway knows two more than we
    check 1
    [ "$(difference 0 requests)" = 2 ] || die "$generation: $(cat "$work/out")"
    check 0 --tolerance 50
    exits 0 "$gwctl" profile limits "$generation" --json
    [ "$(json "$work/out" "len(d['items']) > 0 and bool(d['read_at']) and all(i['left_nanos'] is None or isinstance(i['left_nanos'], int) for i in d['items'])")" = True ] || die "$generation: $(cat "$work/out")"
    for secret in "$ADMIN_SECRET" "$DATA_SECRET"; do [ -z "$secret" ] || no_secret "$secret"; done
    unfake
done

# One whose lists tell no totals: what is left to compare is compared.
generation=one-api
fake one-api
called "$fake_url" 4 600 1200
exits 0 "$gwctl" --profile one-api usage sync
check 0
[ "$(verdicts 0)" = 'unknown unknown unknown agrees' ] || die "$(cat "$work/out")"
unfake
generation=bifrost-2.2
rm "$work/bifrost-2.2.in" "$work/bifrost-2.2.out"
exits 0 "$gwctl" profile remove bifrost-2.2 --yes
fake bifrost-2.2
called "$fake_url" 2 5 1000

# People read the same, with what may explain it.
exits 0 "$gwctl" --profile bifrost-2.2 usage sync
called "$fake_url" 1 5 900
exits 1 "$gwctl" --profile bifrost-2.2 usage check-cost --from -1d
says out 'STORED HERE'
says out 'unknown'
says out 'they differ'
unfake

# A provider behind the gateway: its sums beside the gateway's, of whole days as it tells them.
generation=litellm
mkfifo "$work/org.in"
python3 "$contract/fake_gateway.py" openai-org < "$work/org.in" > "$work/org.out" &
org_pid=$!
exec 8> "$work/org.in"
for _ in $(seq 200); do [ ! -s "$work/org.out" ] || break; sleep 0.05; done
org_url=$(json "$work/org.out" "d['url']")
ORG_SECRET=$(json "$work/org.out" "d['connect']['admin_secret']")
export ORG_SECRET
exits 0 "$gwctl" profile add org --kind openai_org --data-url "$(json "$work/org.out" "d['data_url']")" --admin-url "$(json "$work/org.out" "d['admin_url']")" --key-ref env:ORG_SECRET
exits 0 "$gwctl" profile remove litellm --yes
rm "$work/litellm.in" "$work/litellm.out"
fake litellm
exits 0 "$gwctl" profile limits litellm --limit 1
says err '--after 1'
exits 2 "$gwctl" profile limits litellm --after x
called "$fake_url" 30 600 1200
called "$org_url" 31 600 1200 # one call was tried twice
exits 0 "$gwctl" --profile litellm usage sync
check 0
check 1 --against org
[ "$(json "$work/out" "[(c['left']['what'], c['right']['what'], c['right']['profile']) for c in d['comparisons']]")" = "[('stored', 'gateway', 'litellm'), ('gateway', 'provider', 'org')]" ] || die "$(cat "$work/out")"
[ "$(verdicts 0)" = 'agrees agrees agrees agrees' ] || die "$(cat "$work/out")"
[ "$(difference 1 requests)" = 1 ] || die "$(cat "$work/out")"
[ "$(json "$work/out" "d['from'].endswith('T00:00:00.000Z') and d['to'].endswith('T00:00:00.000Z') and d['asked_from'] != d['from']")" = True ] || die "$(cat "$work/out")"
check 0 --against org --tolerance 100
# Only what one of its keys used: what another one used is not there.
check 1 --against org --against-key key_main
[ "$(json "$work/out" "[f['figure'] for f in d['comparisons'][1]['figures']]")" = "['requests', 'input_tokens', 'output_tokens', 'cached_tokens', 'cost_nanos']" ] || die "$(cat "$work/out")"
[ "$(json "$work/out" "-30 < d['comparisons'][1]['figures'][0]['difference'] < 0")" = True ] || die "$(cat "$work/out")"
apart=$(difference 1 requests)
check 1 --against org --against-project proj_main --against-key proj_main/key_main
[ "$(difference 1 requests)" = "$apart" ] || die "$(cat "$work/out")"
check 0 --against org --against-key key_EXAMPLEnobody # nothing is told of it
[ "$(json "$work/out" "{f['verdict'] for f in d['comparisons'][1]['figures']}")" = "{'unknown'}" ] || die "$(cat "$work/out")"
check 2 --against-key key_main
exits 1 "$gwctl" --profile litellm usage check-cost --from -1d --against org
says out 'org SAYS'
says out 'asked for'
exits 5 "$gwctl" --profile org usage check-cost --from -1d # no rows of calls come from there
says out 'nothing is proven'
says out 'tells no rows'
check 2 --against litellm
check 2 --against nobody
no_secret "$ORG_SECRET"

# A bill in the FOCUS format in the provider's place: its charges are as exact as they are written.
today=$(date -u +%F)
echo 'BilledCost,BillingCurrency,ChargeCategory,ChargePeriodStart,ChargePeriodEnd,ConsumedQuantity,ConsumedUnit,SkuMeter' > "$work/bill.csv"
echo "0.5,USD,Usage,${today}T00:00:00Z,$(date -u -d "$today +1 day" +%F)T00:00:00Z,30,Requests,Requests" >> "$work/bill.csv"
exits 1 "$gwctl" --profile litellm usage check-cost --bill "$work/bill.csv" --json
[ "$(json "$work/out" "d['comparisons'][1]['right']['what'], [f['right'] for f in d['comparisons'][1]['figures']]")" = "('bill', [30, None, None, 500000000])" ] || die "$(cat "$work/out")"
[ "$(json "$work/out" "d['from'][:10]")" = "$today" ] || die "the bill's own span: $(cat "$work/out")"
check 2 --bill "$work/bill.csv" --against org
check 2 --bill "$work/org.out"
[ "$(json "$work/out" "'BilledCost' in d['error']['why']")" = True ] || die "$(cat "$work/out")"
check 2 --bill "$work/nowhere.csv"
check 2 --tolerance much
exits 2 "$gwctl" --profile litellm usage check-cost --from 2026-11-02 --to 2026-11-01
unfake
exec 8>&-
wait "$org_pid"

# Who tells no sums or limits says so, with what to do instead, and is not even asked where that is known beforehand.
exits 0 env K=x "$gwctl" profile add plain --kind plain_openai --data-url http://127.0.0.1:9/v1 --key-ref env:K
exits 2 "$gwctl" --profile plain usage check-cost
says err 'tells no sums of its own'
says err '--against'
serve --seed demo
exits 2 "$gwctl" --profile 'Test gateway' usage check-cost
exits 0 "$gwctl" profile limits 'Test gateway' --json
[ "$(json "$work/out" "(len(d['items']) >= 5, {i['scope'] for i in d['items']}, all(i['left_nanos'] <= i['limit_nanos'] for i in d['items'] if not i['unlimited']))")" = "(True, {'key'}, True)" ] \
    || { cat "$work/out"; die "the limits of the Test gateway's keys"; }
