# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines that are slow, lose packets, or break again and again: a release arrives, goes on where it was, and is never begun anew.

In a network of its own (tests/support/bad_network.py). What was fetched is counted by the web server, as far as it went out.
"""

import contextlib
import os
import random
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path

import pytest
from support import bad_network, releases
from support.bad_network import BadNetwork

FILM = "filling/film"
# What waits to be sent has been counted already: little may wait.
LISTEN = "sndbuf=32k"


@pytest.fixture(scope="module", autouse=True)
def possible():
    if why := bad_network.missing():
        pytest.skip(why)


class House:
    """Who publishes, and archives that were made once."""

    def __init__(self, folder):
        self.folder, self.signers = folder, releases.gpg_home()
        self.keys = self.signers.public(folder / "keys.gpg", "editor")
        self._archives = {}

    def archive(self, film=0, files=0, size=12_000):
        """A release with a film of so many bytes, and so many files beside it; none of it gets smaller by compression."""
        name = f"{film}-{files}-{size}"
        if name not in self._archives:
            release = self.folder / f"release-{name}"
            shutil.copytree(releases.small_release(1), release)
            some = random.Random(name)
            for path, count in [(FILM, film), *((f"filling/{number}", size) for number in range(files))]:
                if count:
                    (release / path).parent.mkdir(parents=True, exist_ok=True)
                    (release / path).write_bytes(some.randbytes(count))
            archive = self.folder / f"archive-{name}"
            releases.publish(archive, release, self.signers)
            self._archives[name] = archive
        return self._archives[name]


@pytest.fixture(scope="module")
def house():
    with tempfile.TemporaryDirectory(prefix=f"porchlight-lines-{os.getpid()}-") as folder:
        made = House(Path(folder))
        yield made
        made.signers.close()


def stored(root):
    """Bytes that were brought so far, wherever they lie; a file that is there twice counts once."""
    found = {}
    for path in Path(root, ".sync").rglob("*"):
        with contextlib.suppress(FileNotFoundError):
            status = path.lstat()
            if path.is_file() and not path.name.endswith((".lock", ".sqlite-journal")):
                found[status.st_ino] = status.st_size
    return sum(found.values())


def needed(archive, house, folder):
    """Bytes of answers that the release takes on a good line."""
    with releases.nginx(archive) as web:
        done = releases.pull(folder / "undisturbed", house.keys, web.url)
        assert done.status == 0, done.err
        return sum(request.sent for request in web.requests())


class Pulled:
    def __init__(self):
        self.runs, self.words, self.kept = 0, [], []


def pull_until_there(network, root, keys, url, seconds, pause=0.5):
    """porchlight-sync pull, again and again as its timer would, but sooner; returns how often."""
    pulled, end = Pulled(), time.monotonic() + seconds
    while time.monotonic() < end:
        pulled.runs += 1
        command = [*network.command, *releases.sync_command(root, keys, "pull", "--from", url)]
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=seconds + 60)
        pulled.kept.append(stored(root))
        if done.returncode == 0:
            return pulled
        pulled.words.append(done.stderr)
        assert done.returncode == 1 and "[source-" in done.stderr, done.stderr
        time.sleep(pause)
    raise AssertionError(f"not there after {seconds} s and {pulled.runs} runs: {pulled.words}")


def arrives(network, archive, house, folder, seconds, cuts=None):
    root = folder / "kiosk"
    root.mkdir()
    with releases.nginx(archive, around=network.command, listen=LISTEN) as web:
        begin = time.monotonic()
        with cuts or contextlib.nullcontext():
            pulled = pull_until_there(network, root, house.keys, web.url, seconds)
        took = time.monotonic() - begin
        requests = web.requests()
    assert releases.shown(root) == 1
    wanted, sent = needed(archive, house, folder), sum(request.sent for request in requests)
    print(f"{took:.1f} s, {pulled.runs} runs, {network.cuts} cuts, {len(requests)} requests, "
          f"{sent} bytes for {wanted}: {sent / wanted:.2f}")
    assert pulled.kept == sorted(pulled.kept), "a run lost what an earlier one had brought"
    return pulled, requests, sent / wanted


def whole_answers(requests):
    """How often each object went out whole and from its beginning; its signatures may change, and are asked for each time."""
    sizes = {request.path: 0 for request in requests}
    for request in requests:
        sizes[request.path] = max(sizes[request.path], request.body)
    return Counter(request.path for request in requests
                   if request.status == 200 and request.path.endswith((".filez", ".dirtree", ".dirmeta", ".commit"))
                   and request.body == sizes[request.path] and not request.range)


def test_a_slow_line_brings_it_in_one_run(house, tmp_path):
    with BadNetwork(rate="2mbit") as network:
        pulled, requests, ratio = arrives(network, house.archive(film=300_000), house, tmp_path, 60)
    assert pulled.runs == 1 and ratio < 1.02
    assert set(whole_answers(requests).values()) <= {1}


def test_a_film_larger_than_what_the_line_holds_comes_in_pieces(house, tmp_path):
    """Every connection dies after 1.2 s, in which 8 Mbit bring 1.2 MB at most; the film has 2 MB."""
    with BadNetwork(rate="8mbit") as network:
        cuts = network.cut(every=1.2, seconds=0.2, forgotten=True)
        pulled, requests, ratio = arrives(network, house.archive(film=2_000_000, files=40), house, tmp_path, 60, cuts)
    assert network.cuts >= 2 and pulled.runs >= 2, "it was not cut"
    assert any(request.range for request in requests), "nothing went on where it was"
    assert ratio < 1.3
    assert max(whole_answers(requests).values()) <= 2


def test_a_line_that_loses_every_fifth_packet_brings_it(house, tmp_path):
    with BadNetwork(loss=0.2) as network:
        _, requests, ratio = arrives(network, house.archive(), house, tmp_path, 90)
    assert ratio < 1.3 and max(whole_answers(requests).values()) <= 2


@pytest.mark.slow
def test_two_megabits_cut_every_ten_seconds(house, tmp_path):
    """With a film as large as the largest of the real release, which takes 23 s."""
    with BadNetwork(rate="2mbit") as network:
        cuts = network.cut(every=10, seconds=1, forgotten=True)
        pulled, _, ratio = arrives(network, house.archive(film=5_500_000, files=40), house, tmp_path, 120, cuts)
    assert network.cuts >= 2 and pulled.runs >= 2
    assert ratio < 1.3


@pytest.mark.slow
def test_slow_losing_and_cut_at_once(house, tmp_path):
    with BadNetwork(rate="2mbit", loss=0.1) as network:
        cuts = network.cut(every=4, seconds=1, forgotten=True)
        _, requests, ratio = arrives(network, house.archive(film=1_000_000, files=10), house, tmp_path, 180, cuts)
    assert network.cuts >= 1 and ratio < 1.3 and max(whole_answers(requests).values()) <= 2


@pytest.mark.slow
def test_connections_that_outlive_a_cut_go_on(house, tmp_path):
    """The device goes down and comes back, the connections stay: no run fails."""
    with BadNetwork(rate="8mbit") as network:
        pulled, _, ratio = arrives(network, house.archive(film=1_000_000, files=40), house, tmp_path, 60,
                                   network.cut(every=1, seconds=0.3))
    assert network.cuts >= 1 and pulled.runs == 1 and ratio < 1.02


@pytest.mark.slow
def test_what_comes_over_a_slow_line_stays_even_if_the_power_fails(house, tmp_path):
    """What a pull has brought counts for this run of the machine only, until its end; but not when it takes long. After a minute
    each object is in its place for good, while the same pull goes on, and little is asked for again."""
    archive, root = house.archive(files=200, size=12_000), tmp_path / "kiosk"
    places = root / ".sync/repo/objects"
    with BadNetwork(rate="256kbit") as network, releases.nginx(archive, around=network.command, listen=LISTEN) as web:
        command = [*network.command, *releases.sync_command(root, house.keys, "pull", "--from", web.url)]
        with subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pull:
            begin, in_place = time.monotonic(), {}
            while pull.poll() is None and time.monotonic() - begin < 200:
                in_place[int(time.monotonic() - begin)] = len(list(places.glob("*/*.file")))
                time.sleep(0.5)
            pull.kill()
            assert pull.wait() == 0, pull.stdout.read()
        sent = sum(request.sent for request in web.requests())
    took = max(in_place)
    print(f"{took} s, in place: {in_place.get(50)} after 50 s, {in_place.get(64)} after 64 s, {in_place.get(70)} after 70 s")
    assert took > 70, "the line was not slow enough"
    assert in_place[50] < 10 and in_place[64] > 100 and in_place[70] > in_place[64]
    assert sent < 1.1 * needed(archive, house, tmp_path) and releases.shown(root) == 1


def test_a_look_that_finds_nothing_is_one_small_request(house, tmp_path):
    archive, root = house.archive(), tmp_path / "kiosk"
    with BadNetwork() as network, releases.nginx(archive, around=network.command) as web:
        pull_until_there(network, root, house.keys, web.url, 60)
        web.requests(new=True)
        before = network.bytes_carried()
        pull_until_there(network, root, house.keys, web.url, 60)
        carried, asked = network.bytes_carried() - before, web.requests(new=True)
    print(f"a look: {asked[0].received} + {asked[0].sent} bytes, {carried} with TCP and IP")
    assert [request.status for request in asked] == [304] and asked[0].condition
    assert asked[0].received + asked[0].sent < 1024
    assert carried < 2048


def test_what_a_look_costs_over_tls(house, tmp_path):
    """The same question by curl: porchlight-sync trusts the machine's own authorities only, and a test adds none to them."""
    key, certificate = tmp_path / "key", tmp_path / "certificate"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key,
                    "-out", certificate, "-days", "30", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
                   check=True, capture_output=True)
    with BadNetwork() as network, releases.nginx(house.archive(), around=network.command, tls=(certificate, key)) as web:
        def curl(*words):
            return subprocess.run([*network.command, "curl", "-s", "--cacert", certificate, *words, web.url + "/summary.sig"],
                                  check=True, capture_output=True, text=True).stdout
        tag = next(line.split(": ")[1] for line in curl("-I").splitlines() if line.lower().startswith("etag"))
        before = network.bytes_carried()
        assert curl("-o", os.devnull, "-w", "%{http_code}", "-H", f"If-None-Match: {tag}") == "304"
        carried = network.bytes_carried() - before
    print(f"a look over TLS: {carried} bytes with TCP and IP")
    assert carried < 4096
