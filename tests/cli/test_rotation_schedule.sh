#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A key is to be rotated again and again: it is reminded of, and each rotation moves the day on, also to a successor.
. "$(dirname "$0")/lib.sh"
serve
exits 0 "$gwctl" key create web
exits 0 "$gwctl" key create batch
exits 0 "$gwctl" rotation due
says err 'no key is due'
exits 2 "$gwctl" rotation schedule web
exits 2 "$gwctl" rotation schedule web --every soon
exits 2 "$gwctl" rotation schedule web --on someday
exits 2 "$gwctl" rotation schedule nobody --every 90d
exits 0 "$gwctl" rotation schedule web --every 90d
says out 'every 90 days'
exits 0 "$gwctl" rotation due
says err 'no key is due'
exits 0 "$gwctl" rotation schedule batch --on 2020-01-31
exits 0 "$gwctl" rotation due --json
[ "$(json "$work/out" "[(i['key'], i['due'], i['every_days'], i['next']) for i in d['items']]")" = "[('batch', 'overdue', 0, '2020-01-31')]" ] \
    || { cat "$work/out"; die "due"; }

# In place: one that was for once ends.
exits 0 "$gwctl" key rotate batch
exits 0 "$gwctl" rotation due --all --json
[ "$(json "$work/out" "[i['key'] for i in d['items']]")" = "['web']" ] || { cat "$work/out"; die "a rotation does not end it"; }

# By a successor: it takes the schedule over.
exits 0 "$gwctl" rotation schedule web --every 90 --on 2020-01-31
exits 0 "$gwctl" rotation start web
exits 0 "$gwctl" rotation due --all --json
[ "$(json "$work/out" "[(i['key'], i['due']) for i in d['items']]")" = "[('web-2', 'later')]" ] || { cat "$work/out"; die "the successor has no schedule"; }
exits 2 "$gwctl" rotation unschedule web
exits 0 "$gwctl" rotation unschedule web-2
exits 0 "$gwctl" rotation due --all
says err 'no key is due'
