# Sourced by start.sh and by tests/run.sh: puts in place what is missing, or says the one command that does.
# Expects the root of the project as the working directory.

say() { printf '%s\n' "$@"; }
stop() { say "$*" >&2; exit 1; }

# apt_install <what for> <package>...: by apt when this user may, else the exact command
apt_install() {
  purpose=$1
  shift
  command -v apt-get >/dev/null 2>&1 || stop "$purpose is missing. Please install it (on Debian: $*), then start again."
  if [ "$(id -u)" = 0 ]; then as_root=""
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo -n"
  else stop "$purpose is missing. Please run: sudo apt-get install -y $*   then start again."
  fi
  say "Installing $purpose ($*) ..."
  log=$(mktemp)
  if { $as_root apt-get update -q && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"; } >"$log" 2>&1; then
    rm -f "$log"
  else
    tail -n 5 "$log" >&2
    rm -f "$log"
    stop "$purpose could not be installed. Please run: sudo apt-get install -y $*   then start again."
  fi
}

ensure_packages() {
  command -v npm >/dev/null 2>&1 || stop "npm is missing. Please install Node 20 or newer, then start again."
  # npm writes this file last; older than the lockfile means another set of packages
  if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    say "Installing npm packages ..."
    npm ci --no-audit --no-fund --loglevel=error || stop "npm packages could not be installed; the lines above say why."
    touch node_modules/.package-lock.json
  fi
  PATH="$PWD/node_modules/.bin:$PATH"
  export PATH
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 24 ] || stop "This system has no Node 24 package for npm, and its own Node is $major. Please install Node 24, then start again."
}

has_java() {
  command -v java >/dev/null 2>&1 || return 1
  version=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  [ "${version:-0}" -ge 17 ]
}

ensure_java() {
  has_java || apt_install "Java 17 for DynamoDB Local" openjdk-17-jre-headless
  has_java || stop "Java 17 or newer must come first in PATH; the java found there is older."
}

has_chromium() { command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1; }

ensure_browser() {
  has_chromium || apt_install "Chromium for the browser tests" chromium
  # shellcheck disable=SC2144
  if ! fc-list 2>/dev/null | grep -qi 'noto.*cjk'; then apt_install "Chinese fonts for the browser tests" fontconfig fonts-noto-cjk; fi
  command -v pdftoppm >/dev/null 2>&1 || apt_install "poppler for reading printed pages" poppler-utils
}
