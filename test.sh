#!/usr/bin/env bash
# Runs the tests, and finds or installs what they need first.
set -euo pipefail

usage() {
  cat <<'U'
usage: ./test.sh [unit|store|pipeline|broker]... [-- test options]

Builds the solution and runs the tests of the parts named, or of all. Test options go to each test program, for example
  ./test.sh broker -- --filter-class "*Restart*"

The tests on real parts find them so:
  RabbitMQ   RABBITMQ_URI (amqp://user:password@host:5672/) and RABBITMQ_MANAGEMENT_URI (http://host:15672/), else a container
             where Docker answers, else a private node of an installed RabbitMQ, which root on Debian gets installed.
             TEST_BROKER=env|docker|private|none chooses one of these.
  MongoDB    MONGODB_URI (a replica set's), else a container where Docker answers, else those tests skip.

CONFIGURATION=Release builds and tests that configuration. NO_BUILD=1 tests what has been built.
The last line says how many tests passed, failed and were skipped. The exit code is 0 only if none failed.
U
}

cd "$(dirname "${BASH_SOURCE[0]}")"
CONFIGURATION=${CONFIGURATION:-Debug}
NODE_COMMAND=tests/Broker/rabbitmq-node
WORK=$(mktemp -d "${TMPDIR:-/tmp}/ingestion-tests.XXXXXX")
PARTS=()
OPTIONS=()
PASSED=0 FAILED=0 SKIPPED=0 BROKEN=()

say() { echo "test.sh: $*"; }
die() { echo "test.sh: $*" >&2; exit 1; }

clean_up() {
  "$NODE_COMMAND" remove "$WORK/broker" || say "the private broker in $WORK/broker could not be removed"
  rm -rf "$WORK"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

part_name() { basename "$1" .csproj | tr '[:upper:]' '[:lower:]'; }

# The test projects' parts, least demanding first.
all_parts() {
  local known="unit store pipeline broker" project part
  echo "${known// /$'\n'}"
  grep -l '<IsTestProject>true' tests/*/*.csproj | while read -r project; do
    part=$(part_name "$project")
    case " $known " in *" $part "*) ;; *) echo "$part" ;; esac
  done
}

project_of() {
  local project
  for project in tests/*/*.csproj; do
    [ "$(part_name "$project")" != "$1" ] || { echo "$project"; return; }
  done
  die "there is no part '$1'; the parts are: $(all_parts | tr '\n' ' ')"
}

read_arguments() {
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help) usage; exit 0 ;;
      --) shift; OPTIONS=("$@"); break ;;
      -*) usage >&2; exit 2 ;;
      *) project_of "$1" > /dev/null; PARTS+=("$1") ;;
    esac
    shift
  done
  if [ ${#PARTS[@]} = 0 ]; then
    local part
    for part in $(all_parts); do PARTS+=("$part"); done
  fi
}

require_dotnet() {
  command -v dotnet > /dev/null || die "the .NET SDK is needed: https://dotnet.microsoft.com/download (global.json says which)"
  dotnet --version > /dev/null || die "no installed .NET SDK fits global.json"
}

build() {
  [ -z "${NO_BUILD:-}" ] || return 0
  say "building ($CONFIGURATION)"
  dotnet build Ingestion.sln -c "$CONFIGURATION" -v quiet --nologo
}

docker_answers() { command -v docker > /dev/null && docker info > /dev/null 2>&1; }

has_rabbitmq() { command -v rabbitmq-server > /dev/null || [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || [ -x /opt/homebrew/sbin/rabbitmq-server ]; }

# Installs Debian's package without letting it start the system's own broker.
install_rabbitmq() {
  [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null || return 1
  say "installing rabbitmq-server with apt-get"
  local policy=/usr/sbin/policy-rc.d made_policy=
  [ -e "$policy" ] || { printf '#!/bin/sh\nexit 101\n' > "$policy"; chmod 755 "$policy"; made_policy=1; }
  local failed=
  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends rabbitmq-server; } \
    > "$WORK/apt.log" 2>&1 < /dev/null || failed=1
  [ -z "$made_policy" ] || rm -f "$policy"
  [ -z "$failed" ] || { tail -n 20 "$WORK/apt.log" >&2; return 1; }
}

start_private_broker() {
  has_rabbitmq || install_rabbitmq || return 1
  say "starting a private RabbitMQ node"
  "$NODE_COMMAND" start "$WORK/broker" || return 1
  eval "$("$NODE_COMMAND" env "$WORK/broker")"
}

forget_broker() { unset RABBITMQ_URI RABBITMQ_MANAGEMENT_URI RABBITMQ_STOP_COMMAND RABBITMQ_START_COMMAND; }

choose_broker() {
  local choice=${TEST_BROKER:-}
  if [ -z "$choice" ]; then
    if [ -n "${RABBITMQ_URI:-}" ]; then choice="env"
    elif docker_answers; then choice="docker"
    else choice="any"; fi
  fi
  case $choice in
    env) [ -n "${RABBITMQ_URI:-}" ] || die "TEST_BROKER=env, but RABBITMQ_URI is not set"; say "broker: the one of RABBITMQ_URI" ;;
    docker) docker_answers || die "TEST_BROKER=docker, but Docker does not answer"; forget_broker; say "broker: a container" ;;
    private) forget_broker; start_private_broker || die "TEST_BROKER=private, but no private RabbitMQ node could be started" ;;
    any) start_private_broker || say "no broker: start Docker, or set RABBITMQ_URI, or install RabbitMQ; the tests that need one skip" ;;
    none) forget_broker; say "broker: none" ;;
    *) die "TEST_BROKER=$choice: use env, docker, private or none" ;;
  esac
}

# A summary's figure: the last line that has the name.
figure() { sed -n -E "s/^ *$2: ([0-9]+).*/\1/p" "$1" | tail -n 1; }

hide_container_log() { sed '/\[testcontainers\.org /d'; }

run_part() {
  local part=$1 log="$WORK/$1.log" code passed failed skipped
  say "running $part"
  echo 0 > "$WORK/code"
  { dotnet test --project "$(project_of "$part")" -c "$CONFIGURATION" --no-build ${OPTIONS[@]+-- "${OPTIONS[@]}"} < /dev/null 2>&1 \
    || echo $? > "$WORK/code"; } | tee "$log" | hide_container_log
  code=$(cat "$WORK/code")
  passed=$(figure "$log" succeeded) failed=$(figure "$log" failed) skipped=$(figure "$log" skipped)
  PASSED=$((PASSED + ${passed:-0})) FAILED=$((FAILED + ${failed:-0})) SKIPPED=$((SKIPPED + ${skipped:-0}))
  [ "$code" = 0 ] || [ "${failed:-0}" != 0 ] || ran_nothing_on_purpose "$code" "${skipped:-0}" || BROKEN+=("$part")
}

# The platform ends with 8 when no test was run, which is in order if all were skipped or a filter was given.
ran_nothing_on_purpose() { [ "$1" = 8 ] && { [ "$2" != 0 ] || [ ${#OPTIONS[@]} != 0 ]; }; }

needs_broker() { case " ${PARTS[*]} " in *" broker "*) return 0 ;; *) return 1 ;; esac; }

summarise() {
  if [ ${#BROKEN[@]} -gt 0 ]; then
    say "ended without finishing: ${BROKEN[*]}"
    FAILED=$((FAILED + ${#BROKEN[@]}))
  fi
  clean_up
  echo "$PASSED passed, $FAILED failed, $SKIPPED skipped"
  [ "$FAILED" = 0 ]
}

read_arguments "$@"
require_dotnet
build
if needs_broker; then choose_broker; fi
for part in "${PARTS[@]}"; do run_part "$part"; done
summarise
