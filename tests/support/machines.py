# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several machines on one: each sees this system's programs and writes to files of its own, all share a network of their own. So
commands of a guide are run as they stand, with the names, ports and places they name."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from support import repo
from support.waiting import wait_until

NAMES = ["content.example.org", "web.example.org"]  # 127.0.0.1: they are all in one network
NAME_SERVER = "192.168.1.1"
# systemd does not run there: what is asked of it is written down, and nginx is started by hand.
SYSTEMCTL = """#!/bin/sh
echo "$*" >>/run/asked-of-systemd
case "$*" in
    "reload nginx") if nginx -s reload 2>/dev/null; then :; else nginx; fi ;;
esac
"""
# What ssh is to rsync: the command of the other side, on the machine of that name.
SSH = """#!/bin/sh
name=$1; shift
exec chroot "/proc/1/root{base}/$name/root" "$@"
"""
# A person at a keyboard: knows one passphrase and gives it whenever asked.
PINENTRY = """#!/bin/bash
echo "OK"
while read -r verb rest; do
    case $verb in
        GETPIN) printf 'S PIN_REPEATED\\nD correct lamp battery porch 7\\nOK\\n' ;;
        BYE) echo OK; exit ;;
        *) echo OK ;;
    esac
done
"""
ANSWER_NAMES = """import socket, sys
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind((sys.argv[1], 53))
while True:
    question, asker = server.recvfrom(512)
    end = question.index(0, 12) + 5  # the name, its end, type and class
    server.sendto(question[:2] + b"\\x81\\x80\\0\\1\\0\\1\\0\\0\\0\\0" + question[12:end] + b"\\xc0\\x0c\\0\\1\\0\\1\\0\\0\\0\\x3c\\0\\4\\x7f\\0\\0\\1", asker)
"""


def why_not():
    """Why there can be no machines here; nothing when there can."""
    if os.geteuid() != 0:
        return "machines of a test take root"
    tried = subprocess.run(["unshare", "--net", "--mount", "--pid", "--fork", "sh", "-c", "mount -t tmpfs none /mnt && "
                            "mkdir /mnt/u /mnt/w /mnt/m && mount -t overlay none -o lowerdir=/,upperdir=/mnt/u,workdir=/mnt/w /mnt/m"],
                           capture_output=True, text=True)
    return f"no namespaces or no overlay here: {tried.stderr.strip()}" if tried.returncode else ""


class Machines:
    """`with Machines("web.example.org", "ada") as all:` all["ada"].run("gpg --version")."""

    def __init__(self, *names):
        self.base = Path(tempfile.mkdtemp(prefix=f"pl{os.getpid()}-m"))
        self._names = names
        self._process = None
        self._servers = []

    def __enter__(self):
        script = f"mount -t tmpfs none {self.base} && ip link set lo up && touch {self.base}/ready && exec sleep infinity"
        self._process = subprocess.Popen(["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "sh", "-c",
                                          script])
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        wait_until(lambda: children.read_text().strip(), what="the namespaces")
        self.inside = int(children.read_text())
        wait_until(lambda: self.seen("ready").exists(), what="the network of the machines")
        self._machines = {name: Machine(self, name) for name in self._names}
        return self

    def seen(self, path):
        """A path below `base`, as this process can reach it."""
        return Path(f"/proc/{self.inside}/root{self.base}") / path

    def __getitem__(self, name):
        return self._machines[name]

    def enter(self, *command):
        return ["nsenter", "--target", str(self.inside), "--net", "--mount", "--pid", *command]

    def give_address(self, address):
        subprocess.run(self.enter("ip", "address", "add", f"{address}/32", "dev", "lo"), check=True)

    def answer_names(self):
        self.give_address(NAME_SERVER)
        self._servers.append(subprocess.Popen(self.enter(sys.executable, "-c", ANSWER_NAMES, NAME_SERVER)))

    def __exit__(self, *_):
        self._process.kill()  # and with it all that runs on the machines
        self._process.wait()
        for server in self._servers:
            server.kill()
            server.wait()
        shutil.rmtree(self.base, ignore_errors=True)


class Machine:
    def __init__(self, machines, name):
        self._machines, self.name = machines, name
        self.root = machines.base / name / "root"
        parts = " ".join(f"{machines.base}/{name}/{part}" for part in ("root", "upper", "work"))
        options = f"lowerdir=/,upperdir={machines.base}/{name}/upper,workdir={machines.base}/{name}/work"
        top = repo.TOP
        subprocess.run(machines.enter("sh", "-ec", f"""mkdir -p {parts}
            mount -t overlay none -o {options} {self.root}
            mount -t proc none {self.root}/proc
            mount --rbind /dev {self.root}/dev
            mount -t tmpfs none {self.root}/run
            mkdir -p {self.root}{top} {self.root}{repo.RELEASE}
            mount --bind {top} {self.root}{top}
            mount --bind {repo.RELEASE} {self.root}{repo.RELEASE}"""), check=True)
        self.write("/etc/hosts", "127.0.0.1 localhost " + " ".join(NAMES) + "\n")
        self.write("/usr/local/bin/systemctl", SYSTEMCTL, 0o755)
        self.write("/usr/local/bin/other-machine", SSH.format(base=machines.base), 0o755)
        self.write("/usr/local/bin/pinentry", PINENTRY, 0o755)
        self.write("/home/me/.gnupg/gpg-agent.conf", "pinentry-program /usr/local/bin/pinentry\n")
        self.run("chmod 700 .gnupg; ln -s $1/porchlight-sync $1/porchlight-content /usr/bin/", repo.PROGRAMS)

    def path(self, path):
        """A file of this machine, for the test to read and write."""
        return self._machines.seen(f"{self.name}/root") / str(path).lstrip("/")

    def write(self, path, text, mode=0o644):
        self.path(path).parent.mkdir(parents=True, exist_ok=True)
        self.path(path).write_bytes(text if isinstance(text, bytes) else text.encode())
        self.path(path).chmod(mode)

    def run(self, script, *arguments, status=0, folder="/home/me"):
        """A script of bash, to its end; what it said, both ways. `status`: None allows any."""
        done = subprocess.run(
            self._machines.enter("chroot", self.root, "env", "-i", "HOME=/home/me", "LC_ALL=C.UTF-8", "USER=root", "RSYNC_RSH=other-machine",
                                 "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                                 "bash", "-ec", f"cd {folder}\n{script}", "guide", *map(str, arguments)),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=180)
        assert status is None or done.returncode == status, f"on {self.name}, {done.returncode}:\n{script}\n{done.stdout}"
        self.status = done.returncode
        return done.stdout
