# SPDX-License-Identifier: GPL-3.0-or-later
# To be sourced: PostgreSQL clusters of one's own, each in a folder under /tmp that also holds its socket. initdb and postgres refuse to
# run as root: then they run as the user postgres of Debian's package.
programs=$(echo /usr/lib/postgresql/*/bin | tr ' ' '\n' | tail -1)
as_owner() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi; }

# new_cluster [TAR]: a folder with an empty cluster, or with the one of TAR; prints it.
new_cluster() {
    local folder
    folder=$(mktemp -d /tmp/gw-pg.XXXXXX)
    [ $# = 0 ] || tar -C "$folder" -xf "$1"
    [ "$(id -u)" != 0 ] || chown -R postgres: "$folder"
    [ $# = 1 ] || (cd "$folder" && as_owner "$programs/initdb" -D "$folder/data" -A trust -U llm --no-locale -E UTF8 > /dev/null)
    echo "$folder"
}

# start_cluster FOLDER [PORT]: with a port it also listens on loopback.
start_cluster() {
    local listen="-c listen_addresses= -c unix_socket_directories=$1 -c max_connections=100 -c fsync=off -c full_page_writes=off"
    [ $# = 1 ] || listen+=" -c listen_addresses=127.0.0.1 -p $2"
    (cd "$1" && as_owner "$programs/pg_ctl" -D "$1/data" -l "$1/log" -o "$listen" -w start > /dev/null 9>&-) || { tail -5 "$1/log" >&2; return 1; }
}
stop_cluster() { (cd "$1" && as_owner "$programs/pg_ctl" -D "$1/data" -m fast -w stop > /dev/null 2>&1) || true; }
