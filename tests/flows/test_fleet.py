# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""deploy/fleet/README.md works as written: its commands and files, on machines of their own, from the first key to a stolen one."""

import json
import shutil
import subprocess

import pytest
from support import repo
from support.guide import Guide, replaced, unit_command
from support.machines import Machines, why_not

GUIDE = Guide("deploy/fleet/README.md")
SYNC = repo.TOP / "deploy/sync"
PULL, STICK = SYNC / "porchlight-sync-pull.service", SYNC / "porchlight-stick@.service"
KIOSKS = ["canary", "lobby", "hall", "far"]
PEOPLE = ["ada", "ben", "cay"]
WAITS = 3

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    """An authority that the machines trust, and what it gave the web server."""
    folder = tmp_path_factory.mktemp("certificates")

    def openssl(*words):
        subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)

    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "ca.key", "-out", "ca.crt",
            "-days", "3650", "-subj", "/CN=Authority")
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "privkey.pem", "-out", "site.csr",
            "-subj", "/CN=content.example.org")
    (folder / "names").write_text("subjectAltName=DNS:content.example.org\n")
    openssl("x509", "-req", "-in", "site.csr", "-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-days", "3650", "-extfile", "names",
            "-out", "fullchain.pem")
    return folder


class Fleet:
    """The people, the web server, the relay and the kiosks of the guide."""

    def __init__(self, machines, certificates):
        self.machines, self.certificates = machines, certificates
        for name in (*PEOPLE, *KIOSKS, "web.example.org", "relay"):
            shutil.copytree(repo.TOP / "deploy/fleet", self[name].path("/usr/share/porchlight/fleet"))
            shutil.copytree(SYNC, self[name].path("/usr/share/porchlight/sync"))
            self[name].run("cat >>/etc/ssl/certs/ca-certificates.crt <<'END'\n" + (certificates / "ca.crt").read_text() + "END")

    def __getitem__(self, name):
        return self.machines[name]

    def carry(self, file, start, *ends):
        for end in ends:
            self[end].write(f"/home/me/{file}", self[start].path(f"/home/me/{file}").read_bytes())

    def make_keys(self):
        for name in PEOPLE:
            self[name].run("mkdir -p /media/stick1 /media/stick2")
            said = self[name].run(GUIDE.commands("1. Keys", **{"ada": name, "Ada": name.title()}))
            assert f"public:   {name}.pgp" in said
            self.carry(f"{name}.pgp", name, "ada")
        said = self["ada"].run(GUIDE.commands("1. Keys", 1))
        assert said.count("2000-01-01") == len(PEOPLE) and "expire" not in said
        self.carry("keys.gpg", "ada", "ben", "cay", *KIOSKS)

    def start_web(self):
        for file in ("fullchain.pem", "privkey.pem"):
            self["web.example.org"].write(f"/etc/ssl/porchlight/{file}", (self.certificates / file).read_bytes())
        self["web.example.org"].run(GUIDE.commands("2. A web server"))

    def set_kiosk_up(self, name, channel="stable"):
        kiosk = self[name]
        for folder in ("sysusers.d", "tmpfiles.d"):
            for own in (SYNC, repo.TOP / "deploy/systemd"):
                for file in (own / folder).iterdir():
                    shutil.copy(file, kiosk.path(f"/usr/lib/{folder}"))
        kiosk.run("systemd-sysusers && systemd-tmpfiles --create porchlight.conf porchlight-sync.conf")
        kiosk.write("/home/me/sync.env", replaced((SYNC / "sync.env").read_text(), [("--channel stable", f"--channel {channel}")]))
        kiosk.run(GUIDE.commands("5. Kiosks"))

    def publish(self, first, second, number, new_keys=True):
        changes = {"12": str(number), "ada@": f"{first}@"} | ({} if new_keys else {" --keys keys.gpg": ""})
        content = self[first].path("/home/me/content")
        shutil.rmtree(content, ignore_errors=True)
        shutil.copytree(repo.TOP / "tests/data/site-small", content)
        words = content / "interface.yaml"
        words.write_text(replaced(words.read_text(), [("Clear screen", f"Clear screen {number % 100}")]))
        self[first].run("rm -rf release")
        said = self[first].run(GUIDE.commands("3. First to a few", **changes))
        if second:
            self[second].run(GUIDE.commands("3. First to a few", 1, **{"ben@": f"{second}@"}))
        return said

    def promote(self, by):
        self[by].run(GUIDE.commands("4. Then to all", **{"ben@": f"{by}@"}))

    def look_for_news(self, name, status=0):
        """What porchlight-sync-pull.service does, as its user; the number that is shown after it."""
        environment = self[name].path("/etc/porchlight/sync.env").read_text()
        self.said = self[name].run(f"runuser -u porchlight-sync -- {unit_command(PULL, 'ExecStart', environment)}", status=status)
        return self.shown(name)

    def status(self, name):
        return json.loads(self[name].run("porchlight-sync --root /var/lib/porchlight/content --keys /etc/porchlight/keys.gpg status --json"))

    def shown(self, name):
        current = self[name].path("/var/lib/porchlight/content/current")
        return int(current.readlink().name.split("-")[0]) if current.is_symlink() else None


@pytest.fixture(scope="module")
def fleet(certificates):
    with Machines(*PEOPLE, *KIOSKS, "web.example.org", "relay") as machines:
        yield Fleet(machines, certificates)


def test_from_the_first_key_to_a_stolen_one(fleet):
    fleet.make_keys()
    fleet.start_web()
    fleet.set_kiosk_up("canary", "canary")
    for name in ("lobby", "hall"):
        fleet.set_kiosk_up(name)

    # First to a few: one signature is not enough, two are; the others see nothing of it.
    fleet.publish("ada", None, 12)
    assert fleet.look_for_news("canary", status=WAITS) is None
    fleet["ben"].run(GUIDE.commands("3. First to a few", 1))
    assert fleet.look_for_news("canary") == 12
    assert fleet.look_for_news("lobby", status=1) is None

    # Then to all.
    fleet.promote("ben")
    assert fleet.look_for_news("lobby") == 12 and fleet.look_for_news("hall") == 12
    assert fleet.look_for_news("canary") == 12
    folder = fleet["lobby"].path("/var/lib/porchlight/content/current/content.sqlite")
    assert folder.stat().st_mode & 0o004

    # A number that must go at once.
    fleet["ada"].run("rsync -rc --delete web.example.org:/srv/porchlight/ releases/\n" + GUIDE.said("porchlight-content withdraw"))
    put = GUIDE.commands("4. Then to all").split("\n", 1)[1]
    fleet["ada"].run(put)
    fleet["ben"].run("rsync -rc --delete web.example.org:/srv/porchlight/ releases/\n" + GUIDE.said("porchlight-content sign") + "\n" + put)
    assert fleet.look_for_news("lobby") == 12
    assert "number 18005550199" in fleet["lobby"].path("/var/lib/porchlight/content/withdrawn").read_text()

    # A relay; then the origin is switched off.
    fleet.machines.give_address("192.168.1.5")
    fleet.machines.answer_names()
    fleet["relay"].run(GUIDE.commands("6. A relay"))
    for name in ("lobby", "hall"):
        fleet[name].run(GUIDE.commands("6. A relay", 1))
    fleet.publish("ada", "ben", 13, new_keys=False)
    fleet.promote("ben")
    assert fleet.look_for_news("hall") == 13
    fleet["web.example.org"].run("nginx -s stop")
    assert fleet.look_for_news("lobby") == 13
    assert fleet.look_for_news("canary", status=1) == 12  # it has no relay
    fleet["relay"].run("nginx -s stop")
    fleet["web.example.org"].run("nginx")
    assert fleet.look_for_news("lobby") == 13  # the second place to ask

    # Ada's key is stolen.
    fleet["ben"].run("rm /media/stick1/*")
    for file in fleet["ada"].path("/media/stick1").iterdir():
        shutil.copy(file, fleet["ben"].path("/media/stick1"))
    fleet["ben"].run(GUIDE.commands("8. A key is lost or stolen"))
    fleet.publish("ben", "cay", 14)
    fleet.promote("cay")
    for name in ("lobby", "hall"):
        assert fleet.look_for_news(name) == 14
    assert [key["revoked"] for key in fleet.status("lobby")["keys"]].count(True) == 1
    fleet.publish("ada", "ben", 2_000_000_000, new_keys=False)
    fleet.promote("ben")
    assert fleet.look_for_news("lobby", status=WAITS) == 14

    # A kiosk without a line, set up after that, gets all of it by stick.
    fleet["cay"].run(GUIDE.commands("8. A key is lost or stolen", 1) + GUIDE.commands("8. A key is lost or stolen", 2) + put)
    fleet.publish("ben", "cay", 15)
    fleet.promote("cay")
    fleet["cay"].run("mkdir /media/stick3\n" + GUIDE.commands("7. By stick"))
    fleet.carry("keys.gpg", "ben", "far")
    fleet.set_kiosk_up("far")
    shutil.copytree(fleet["cay"].path("/media/stick3"), fleet["far"].path("/run/porchlight-stick/%i"))
    environment = fleet["far"].path("/etc/porchlight/sync.env").read_text()
    said = fleet["far"].run("runuser -u porchlight-sync -- " + unit_command(STICK, "ExecStart", environment))
    assert fleet.shown("far") == 15
    assert "This stick holds news 15 for the site demo, signed by 2 people. It has been taken in" in said
    assert said.strip() in fleet["far"].path("/run/porchlight/sync/stick").read_text()
    assert "number 18005550199" in fleet["far"].path("/var/lib/porchlight/content/withdrawn").read_text()

    # A computer broke: the key comes from its other stick.
    fleet["cay"].run("gpgconf --kill all; rm -rf .gnupg/private-keys-v1.d .gnupg/pubring.kbx .gnupg/trustdb.gpg\n"
                     + GUIDE.commands("8. A key is lost or stolen", 3))
    assert "cay@example.org" in fleet["cay"].run("gpg --list-secret-keys")


HEADERS = {"objects/{commit}.commit": "immutable", "objects/{commit}.commitmeta": "no-cache", "summary": "no-cache", "summary.sig": "no-cache",
           "config": "no-cache"}


def test_the_web_server_says_what_may_be_kept(fleet):
    web = fleet["web.example.org"]
    root = web.path("/srv/porchlight")
    if not root.exists():  # run alone: the other test has served it already
        fleet.make_keys()
        fleet.start_web()
        for number in (1, 2):
            fleet.publish("ada", None, number)
    commit = next(path.relative_to(root / "objects").with_suffix("") for path in root.glob("objects/*/*.commitmeta"))

    def ask(path, *words):
        return web.run(f"curl -sS -D - -o /dev/null --max-time 20 {' '.join(words)} https://content.example.org/{path}").replace("\r", "")

    for path, kept in HEADERS.items():
        told = ask(path.format(commit=commit))
        assert told.startswith("HTTP/2 200") and kept in told, told
        etag = next(line.split(": ", 1)[1] for line in told.splitlines() if line.startswith("etag: "))
        assert ask(path.format(commit=commit), "-H", f"'If-None-Match: {etag}'").startswith("HTTP/2 304")
    head = next(root.glob("deltas/*/*/superblock"))
    head.with_name("0").write_bytes(b"a part, as larger updates have them")
    assert "no-cache" in ask(head.relative_to(root)) and "immutable" in ask(head.with_name("0").relative_to(root))
    # Nothing else is there, whatever lies in the folder; no list, no other method, no way out of it, no old protocol.
    (root / "secret").write_text("x")
    (root / "objects/00").mkdir(exist_ok=True)
    (root / f"objects/00/{'0' * 62}.commit").symlink_to("/etc/passwd")
    for path in ("", "objects/", "refs/heads/", "secret", "tmp/", "objects/../secret", "objects/%2e%2e/%2e%2e/%2e%2e/etc/passwd"):
        assert ask(path, "--path-as-is").split()[1] in ("404", "400"), path
    assert ask(f"objects/00/{'0' * 62}.commit").split()[1] in ("403", "404")
    assert ask("summary", "-X", "POST").startswith("HTTP/2 405")
    web.run("curl -sS --tls-max 1.1 https://content.example.org/summary", status=35)
    assert not web.path("/var/log/nginx/access.log").exists() or "summary" not in web.path("/var/log/nginx/access.log").read_text()
