#!/bin/sh
# Installs what the browser, screen-reader and database tests use and `pip` cannot bring.
#
# Asks for nothing when nothing is missing (well under 2 s). Installs with apt-get as root or with
# passwordless sudo; elsewhere it names what is missing and which tests will be skipped for it.
# Always ends with success: the tests themselves decide, and under CI a skipped test is a failure.
set -eu

AXE_VERSION=4.14.1
ACE_VERSION=1.4.6
ROOT=$(cd "$(dirname "$0")/../.." && pwd)
NODE_DIR=$ROOT/.test-tools
export DEBIAN_FRONTEND=noninteractive

have() { command -v "$1" >/dev/null 2>&1; }
have_postgresql() { ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || have initdb; }
have_thai_font() { have fc-list && fc-list :lang=th family | grep -q .; }
have_language() { locale -a 2>/dev/null | grep -qiE "^$1\.utf-?8$"; }
have_dconf() { ls /usr/lib/*/gio/modules/libdconfsettings.so >/dev/null 2>&1; }
have_pango() { ls /usr/lib/*/libpangoft2-1.0.so.0 /usr/lib/*/libharfbuzz-subset.so.0 >/dev/null 2>&1; }
have_axe() { grep -qs "\"version\": *\"$AXE_VERSION\"" "$NODE_DIR/node_modules/axe-core/package.json"; }
have_ace() { grep -qs "\"version\": *\"$ACE_VERSION\"" "$NODE_DIR/node_modules/@daisy/ace-cli/package.json"; }

# One row a tool: the check, the Debian package, what is skipped without it.
missing_tools() {
    have chromium || echo "chromium|pages in a browser"
    have chromedriver || echo "chromium-driver|pages in a browser"
    have_thai_font || echo "fonts-tlwg-laksaman-ttf|pages in a browser with their real type"
    have Xvfb || echo "xvfb|the screen reader"
    have openbox || echo "openbox|the screen reader"
    have xdotool || echo "xdotool|the screen reader"
    have dbus-daemon || echo "dbus|the screen reader"
    [ -x /usr/libexec/at-spi-bus-launcher ] || echo "at-spi2-core|the screen reader"
    have orca || echo "orca|the screen reader"
    have gsettings && have gdbus || echo "libglib2.0-bin|the screen reader"
    [ -e /usr/share/glib-2.0/schemas/org.gnome.desktop.interface.gschema.xml ] ||
        echo "gsettings-desktop-schemas|the screen reader"
    have_dconf || echo "dconf-gsettings-backend|the screen reader"
    [ -e /usr/share/i18n/locales/th_TH ] || echo "locales|the screen reader in Thai"
    have_postgresql || echo "postgresql|tables and pages on PostgreSQL"
    have redis-server || echo "redis-server|jobs through Redis"
    have_pango || echo "libpangoft2-1.0-0|large print"
    have_pango || echo "libharfbuzz-subset0|large print"
    [ -d /usr/share/xml/w3c-sgml-lib ] || echo "w3c-sgml-lib|the grammar of XHTML in DAISY books"
    have java || echo "default-jre-headless|EPUB books by EPUBCheck"
    have_axe && have_ace || have npm || echo "npm|the accessibility rules of axe-core and DAISY Ace"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

may_install() { have apt-get && { [ "$(id -u)" = 0 ] || { have sudo && sudo -n true 2>/dev/null; }; }; }

# Without this, Debian would start a database and a Redis for the whole machine.
POLICY=/usr/sbin/policy-rc.d
without_starting_services() {
    if [ -e "$POLICY" ]; then
        "$@"
        return
    fi
    trap 'as_root rm -f "$POLICY"' EXIT
    trap 'exit 130' INT TERM
    as_root sh -c "printf '#!/bin/sh\nexit 101\n' > $POLICY && chmod 755 $POLICY"
    "$@"
}

install_packages() {
    echo "Test tools: installing $*"
    as_root apt-get update -qq || echo "Test tools: apt-get update failed; trying with what it knows"
    # --no-install-recommends leaves out speech servers and a desktop that no test uses.
    without_starting_services as_root apt-get install -y -qq --no-install-recommends "$@" </dev/null >"$LOG" 2>&1 ||
        { tail -n 15 "$LOG"; return 1; }
}

make_languages() {
    for name in th_TH en_US; do
        have_language "$name" && continue
        [ -e "/usr/share/i18n/locales/$name" ] && may_install &&
            as_root localedef -i "$name" -f UTF-8 "$name.UTF-8" >/dev/null 2>&1 && continue
        echo "Test tools: the language $name.UTF-8 is missing; the screen-reader tests will be skipped"
    done
}

# Install scripts of npm packages are never run: they may download what was not asked for. Both at
# once: npm takes away what it was not asked for in the same breath.
install_checkers() {
    have_axe && have_ace && return
    if have npm; then
        npm install --prefix "$NODE_DIR" --ignore-scripts --no-audit --no-fund --no-save --silent \
            "axe-core@$AXE_VERSION" "@daisy/ace-cli@$ACE_VERSION" </dev/null >"$LOG" 2>&1 && return
        tail -n 5 "$LOG"
    fi
    echo "Test tools: axe-core $AXE_VERSION or DAISY Ace $ACE_VERSION could not be installed; their tests will be skipped"
}

mkdir -p "$NODE_DIR"
LOG=$NODE_DIR/install.log
missing=$(missing_tools)
if [ -n "$missing" ] && may_install; then
    # shellcheck disable=SC2046 # one word a package is meant
    install_packages $(echo "$missing" | cut -d'|' -f1 | sort -u) || true
    missing=$(missing_tools)
fi
make_languages
install_checkers
if [ -n "$missing" ]; then
    echo "Test tools: missing, and not to be installed by this user:"
    echo "$missing" | while IFS='|' read -r package skipped; do
        echo "  $package: without it, tests of $skipped are skipped"
    done
fi
