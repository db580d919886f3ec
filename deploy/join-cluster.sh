#!/bin/sh
# Makes one cluster of three nodes, once; harmless when they are one already.
set -eu
at() { curl -sf -u "$COUCHDB_USER:$COUCHDB_PASSWORD" -H 'content-type: application/json' "$@"; }
first=http://couch-1.cluster:5984
for node in 1 2 3; do
  until curl -sf "http://couch-$node.cluster:5984/_up?seeds" >/dev/null || curl -sf "http://couch-$node.cluster:5984/" >/dev/null; do sleep 1; done
done
case "$(at "$first/_cluster_setup")" in *cluster_finished*) exit 0 ;; esac
for node in 2 3; do
  at "$first/_cluster_setup" -d "{\"action\":\"enable_cluster\",\"remote_node\":\"couch-$node.cluster\",\"port\":5984,\"bind_address\":\"0.0.0.0\",\"username\":\"$COUCHDB_USER\",\"password\":\"$COUCHDB_PASSWORD\",\"node_count\":3,\"remote_current_user\":\"$COUCHDB_USER\",\"remote_current_password\":\"$COUCHDB_PASSWORD\"}"
  at "$first/_cluster_setup" -d "{\"action\":\"add_node\",\"host\":\"couch-$node.cluster\",\"port\":5984,\"username\":\"$COUCHDB_USER\",\"password\":\"$COUCHDB_PASSWORD\"}"
done
at "$first/_cluster_setup" -d '{"action":"finish_cluster"}'
