#!/bin/sh
# Tunes a training with Sweetspot. Needs curl and jq. First, elsewhere: ./sweetspot serve
set -eu
given=${1:-http://127.0.0.1:8322}
address=${given%/}/api
study=${2:-from-shell}

# The answer to a message. One that was lost is sent once more: nothing is counted twice.
say() { # PATH [JSON]
    answer=$(curl --silent --show-error --retry 4 --retry-all-errors --max-time 60 \
        --header "Authorization: Bearer ${SWEETSPOT_TOKEN:-}" --header "Content-Type: application/json" \
        ${2:+--data "$2"} "$address$1")
    if [ "$(printf %s "$answer" | jq 'has("error")')" = true ]; then
        printf %s "$answer" | jq -r .error >&2
        exit 1
    fi
    printf '%s\n' "$answer"
}

# Stands for your training, one epoch at a time.
loss_after() { # EPOCH LEARNING_RATE MOMENTUM
    awk -v e="$1" -v r="$2" -v m="$3" 'BEGIN { print (log(r) / log(10) + 2) ^ 2 / 9 + (m - 0.6) ^ 2 + 0.3 ^ e }'
}

say /studies "{\"name\": \"$study\", \"seed\": 1, \"epochs\": 9, \"budget\": {\"trials\": 20},
    \"objective\": {\"name\": \"loss\"}, \"space\": {
        \"learning_rate\": {\"type\": \"real\", \"low\": 1e-5, \"high\": 1, \"scale\": \"log\"},
        \"momentum\": {\"type\": \"real\", \"low\": 0, \"high\": 1}}}" >/dev/null

asked=0
while true; do
    asked=$((asked + 1)) # with the machine, the process and the time this is a key that no other request has
    key="$(uname -n)-$$-$(date +%s)-$asked"
    trial=$(say "/studies/$study/ask" "{\"wait\": 20, \"key\": \"$key\"}")
    case $(printf %s "$trial" | jq -r 'if .finished then "finished" elif .wait then "wait" else "run" end') in
    finished) break ;;
    wait) continue ;; # other clients are still at work
    esac
    eval "$(printf %s "$trial" | jq -r '@sh "id=\(.id) epoch=\(.from) to=\(.to)
        rate=\(.params.learning_rate) momentum=\(.params.momentum)"')"
    stop=false
    while [ "$epoch" -lt "$to" ] && [ "$stop" = false ]; do
        epoch=$((epoch + 1))
        loss=$(loss_after "$epoch" "$rate" "$momentum")
        stop=$(say "/studies/$study/trials/$id/report" \
            "{\"at\": $epoch, \"values\": {\"loss\": $loss}, \"key\": \"$key\"}" | jq .stop)
    done
    [ "$stop" = true ] || say "/studies/$study/trials/$id/tell" "{\"values\": {\"loss\": $loss}, \"key\": \"$key\"}" >/dev/null
done

say "/studies/$study/best" | jq -r '.best | "trial \(.id): \(.params), loss \(.values.loss)"'
