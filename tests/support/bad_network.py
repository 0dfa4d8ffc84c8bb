# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A bad line, in a network of its own: slow, losing packets, cut again and again.

The network is a namespace in which there is nothing but its own loopback device; that is the line. Server and client
both live in it, nothing in it reaches the machine or the world outside, and it ends with its last process, whatever
happens to the test: a holder that dies with its parent.
"""

import os
import shutil
import subprocess
import threading
import time

from support.waiting import wait_until

LINE = "lo"
# On a real line a packet is a packet: loopback's large ones would all get through or all be lost.
SET_UP = f"ip link set {LINE} mtu 1500 gso_max_segs 1 up"
# What Debian takes, or else the nearest to it: the host's may be one that hardly minds a loss.
CONTROLS = ("cubic", "reno")


def missing():
    """Why no such network can be made here, in words for a skip; None when it can."""
    for program in ("unshare", "nsenter", "setpriv", "ip", "tc", "iptables"):
        if not shutil.which(program):
            return f"{program} is not there (deploy/dependencies test)"
    try:
        with BadNetwork(rate="2mbit", loss=0.2) as network:
            network.run("ip", "link", "set", LINE, "down")
    except (subprocess.CalledProcessError, AssertionError) as problem:
        return f"no network of our own can be made here: {getattr(problem, 'stderr', '') or problem}".strip()
    return None


class BadNetwork:
    """rate: of the line, as tc says it; loss: of every packet in either direction, 0 to 1.

    cut(every, seconds, forgotten) in a `with` block cuts the line again and again: the device goes down. `forgotten`: the
    connections do not outlive it, as when a router has forgotten them; otherwise TCP goes on where it stood.
    """

    def __init__(self, rate=None, loss=0.0, burst="16kb", latency="300ms"):
        as_other = [] if os.getuid() == 0 else ["--user", "--map-root-user"]
        # The pipe ends with us, however we end; then the holder does, and the network with it.
        self._holder = subprocess.Popen(["unshare", "--net", *as_other, "setpriv", "--pdeathsig", "KILL", "cat"],
                                        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.cuts = 0
        try:
            own = os.readlink("/proc/self/ns/net")
            wait_until(lambda: self._holder.poll() is not None or self._link() not in (None, own), every=0.005,
                       what="a network")
            assert self._holder.poll() is None, self._holder.stderr.read()
            self.command = ["nsenter", "-t", str(self._holder.pid), "-n", *(["-U", "--preserve-credentials"] if as_other else [])]
            self.run(*SET_UP.split())
            for control in CONTROLS:
                if self._try("sysctl", "-q", f"net.ipv4.tcp_congestion_control={control}"):
                    break
            if rate:
                self.run("tc", "qdisc", "add", "dev", LINE, "root", "tbf", "rate", rate, "burst", burst, "latency", latency)
            if loss:
                self.run("iptables", "-A", "INPUT", "-m", "statistic", "--mode", "random", "--probability", str(loss), "-j", "DROP")
        except BaseException:
            self.close()
            raise

    def _link(self):
        try:
            return os.readlink(f"/proc/{self._holder.pid}/ns/net")
        except OSError:
            return None

    def run(self, *words):
        subprocess.run([*self.command, *words], check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL)

    def _try(self, *words):
        try:
            self.run(*words)
            return True
        except subprocess.CalledProcessError:
            return False

    def bytes_carried(self):
        """Of both directions, with the headers of TCP and IP; what was sent again counts again."""
        said = subprocess.run([*self.command, "cat", "/proc/net/dev"], check=True, capture_output=True, text=True).stdout
        return next(int(line.split()[9]) for line in said.splitlines() if line.strip().startswith(f"{LINE}:"))

    def cut(self, every=10.0, seconds=1.0, forgotten=False, told=lambda: None):
        return _Cuts(self, every, seconds, forgotten, told)

    def cut_once(self, seconds, forgotten=False):
        # All but the refusals themselves, which come in by the same way.
        refuse = ("INPUT", "-p", "tcp", "--tcp-flags", "RST", "NONE", "-j", "REJECT", "--reject-with", "tcp-reset")
        try:
            if forgotten:
                # Whoever says a word on it now hears that there is no such connection.
                self.run("iptables", "-I", *refuse)
                time.sleep(0.3)
            self.run("ip", "link", "set", LINE, "down")
            time.sleep(seconds)
        finally:
            self.run("ip", "link", "set", LINE, "up")
            if forgotten:
                self.run("iptables", "-D", *refuse)
        self.cuts += 1

    def close(self):
        self._holder.stdin.close()
        self._holder.kill()
        self._holder.wait()
        self._holder.stderr.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class _Cuts:
    def __init__(self, network, every, seconds, forgotten, told):
        self._network, self._every, self._seconds, self._forgotten = network, every, seconds, forgotten
        self._told, self._over = told, threading.Event()
        self.problem = None
        self._thread = threading.Thread(target=self._work)

    def _work(self):
        try:
            while not self._over.wait(self._every):
                self._network.cut_once(self._seconds, self._forgotten)
                self._told()
        except Exception as problem:  # told at the end of the block: a thread cannot fail a test
            self.problem = problem

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, kind, *_):
        self._over.set()
        self._thread.join()
        if self.problem and not kind:
            raise self.problem
