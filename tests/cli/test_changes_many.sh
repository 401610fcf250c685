#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes over every key of a filter: tried out, applied with one result a row, taken back.
. "$(dirname "$0")/lib.sh"

serve --seed demo
exits 0 "$gwctl" usage sync
exits 0 "$gwctl" key list --json
called=$(json "$work/out" "next(k['name'] for k in d['items'] if k['enabled'])")
exits 0 "$gwctl" key create app --alias fast-chat --owner web --json
secret=$(json "$work/out" "d['secret']")
exits 0 "$gwctl" key create other --alias fast-chat --owner web --json
again=$(json "$work/out" "d['secret']")

# Many at once: a dry run, one result a row, and what failed tried again.
exits 0 "$gwctl" key disable --filter 'owner = web' --dry-run --json
[ "$(json "$work/out" "(d['dry_run'], sorted(s['name'] for s in d['steps']))")" = "(True, ['app', 'other'])" ] || { cat "$work/out"; die "dry run"; }
[ "$(chat "$secret" fast-chat)" = 200 ] || die "a dry run wrote"
exits 2 "$gwctl" key disable --filter 'owner = web'
says err '--yes'
exits 0 "$gwctl" key disable --filter 'owner = web' --reason 'OPS-9' --yes --json
[ "$(json "$work/out" "(d['state'], [s['state'] for s in d['steps']], d['reason'])")" = "('applied', ['done', 'done'], 'OPS-9')" ] || { cat "$work/out"; die "bulk"; }
many=$(json "$work/out" "d['id']")
[ "$(chat "$secret" fast-chat)$(chat "$again" fast-chat)" = 401401 ] || die "not every key is disabled"
exits 0 "$gwctl" key disable --filter 'owner = web' --yes
says err 'nothing to change'
exits 0 "$gwctl" change undo "$many" --yes
[ "$(chat "$secret" fast-chat)$(chat "$again" fast-chat)" = 200200 ] || die "not every key is enabled again"
exits 2 "$gwctl" key disable --filter 'owner = nobody' --yes
says err 'no key fits the filter'
exits 2 "$gwctl" key disable app --filter 'owner = web'
exits 2 "$gwctl" key disable

# A busy key says who would feel it.
exits 0 "$gwctl" key disable "$called" --dry-run --json
[ "$(json "$work/out" "d['impact']['calls'] > 10 and d['impact']['keys'][0]['aliases'] != []")" = True ] || { cat "$work/out"; die "impact of $called"; }
exits 0 "$gwctl" key disable "$called" --dry-run
says out 'calls concerned since'
exits 0 "$gwctl" change show "$many"
no_secret "$secret"
stop_serving
