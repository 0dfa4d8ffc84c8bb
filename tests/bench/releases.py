# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole release against the least that a safe copy of it takes; what moves for a small change; memory while a gigabyte comes;
what a look costs when there is nothing new. Part of tests/run bench; alone: releases.py [--quick]

The limit is `cp` + `sha256sum` of the same files with all of it on the disk at the end, in the same folder and by turns. It is
given twice: with one sync of the whole disk, which is the fastest that is safe, and with one for each file.
"""

import argparse
import contextlib
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support import releases, repo  # noqa: E402

CONTENT = repo.RELEASE / "share/porchlight/content"
TWICE = 2.0                 # so much longer than the limit may a full pull take
MORE, BESIDE = 1.2, 65536   # so many times what changed may move, and so many bytes
MEMORY = 64                 # MB while pulling
LOOK = 1024                 # bytes of request and answer when there is nothing new


def seconds(work):
    os.sync()
    begin = time.monotonic()
    work()
    return time.monotonic() - begin


def shell(line, *arguments):
    subprocess.run(["bash", "-ec", line, "bash", *map(str, arguments)], check=True, capture_output=True)


def copy_and_sync(target):
    shell('cp -r "$1" "$2"; find "$2" -type f -print0 | xargs -0 sha256sum >/dev/null; sync -f "$2"', CONTENT, target)


def copy_and_sync_each(target):
    shell('cp -r "$1" "$2"; find "$2" -type f -print0 | xargs -0 sha256sum >/dev/null; '
          'find "$2" -print0 | xargs -0 sync', CONTENT, target)


class House:
    def __init__(self, folder):
        self.folder, self.signers = folder, releases.gpg_home()
        self.keys = self.signers.public(folder / "keys.gpg", "editor")

    def publish(self, archive, release):
        releases.publish(archive, release, self.signers)
        return archive

    def pull(self, root, source):
        done = releases.pull(root, self.keys, source, timeout=1200)
        if done.status != 0:
            raise AssertionError(done.err)
        return root


@contextlib.contextmanager
def house():
    with tempfile.TemporaryDirectory(prefix=f"porchlight-bench-{os.getpid()}-") as folder:
        Path(folder).chmod(0o755)
        made = House(Path(folder))
        try:
            yield made
        finally:
            made.signers.close()


def full_pulls(house, rounds):
    """Medians in seconds, each way by turns."""
    archive, fresh = house.publish(house.folder / "full", CONTENT), house.folder / "target"
    with releases.nginx(archive) as web:
        ways = {"cp + sha256sum + one sync": lambda: copy_and_sync(fresh),
                "cp + sha256sum + a sync of each": lambda: copy_and_sync_each(fresh),
                "full pull from a folder": lambda: house.pull(fresh, archive),
                "full pull from the web": lambda: house.pull(fresh, web.url)}
        times = {name: [] for name in ways}
        for _ in range(rounds):
            for name, work in ways.items():
                times[name].append(seconds(work))
                shutil.rmtree(fresh)
        asked = web.requests()
    figures = [(f"{name}, median of {rounds}", median(values), "s") for name, values in times.items()]
    for way in ("a folder", "the web"):
        for limit in ("one sync", "a sync of each"):
            pairs = zip(times[f"full pull from {way}"], times[f"cp + sha256sum + {limit}"])
            figures.append((f"full pull from {way} : the limit with {limit}", median(a / b for a, b in pairs), ""))
    figures += [("full pull, requests", len(asked) / rounds, ""),
                ("full pull, answers", sum(one.sent for one in asked) / rounds / 1e6, "MB")]
    return figures


# --- What moves for a small change ------------------------------------------------------------------------------------------------


def rebuilt(house, name, sequence, change=None):
    """The real release, with its store built anew from changed sources; recordings and films are those that were built."""
    folder = house.folder / name
    sources = folder / "content"
    shutil.copytree(repo.TOP / "content", sources)
    if (repo.TOP / "media").exists():
        (folder / "media").symlink_to(repo.TOP / "media")
    if change:
        change(sources)
    made = subprocess.run([repo.PROGRAMS / "porchlight-content", "build", "content", "-o", "out", "--sequence", str(sequence),
                           "--today", "2026-11-22"], cwd=folder, capture_output=True, text=True, timeout=300)
    if made.returncode != 0:
        raise AssertionError(made.stdout + made.stderr)
    for part in ("sound", "films"):
        if (CONTENT / part).exists() and not (folder / "out" / part).exists():
            shutil.copytree(CONTENT / part, folder / "out" / part)
    releases.readable(folder / "out")
    return folder / "out"


OLD, NEW = 'text: "Welcome"', 'text: "Come in, and welcome"'


def other_text(sources):
    file = sources / "interface.yaml"
    text = file.read_text()
    if OLD not in text:
        raise AssertionError(f"{OLD} is not there")
    file.write_text(text.replace(OLD, NEW, 1))


def other_clip(release):
    """A clip as long as it was, with other sound in it: nothing of the old one is of use. Returns its bytes."""
    clip = sorted((release / "sound/en").glob("*.opus"), key=lambda file: file.stat().st_size)[-1]
    begin, size = clip.read_bytes()[:256], clip.stat().st_size  # it still begins as a clip does
    clip.unlink()  # it may be shared with others
    clip.write_bytes(begin + random.Random(7).randbytes(size - len(begin)))
    clip.chmod(0o644)
    return size


def moved(house, name, before, after):
    """(bytes both ways, requests) of the pull after the first."""
    archive, root = house.folder / f"{name}-archive", house.folder / f"{name}-root"
    house.publish(archive, before)
    with releases.nginx(archive) as web:
        house.pull(root, web.url)
        web.requests(new=True)
        house.publish(archive, after)
        house.pull(root, web.url)
        asked = web.requests(new=True)
    return sum(one.sent + one.received for one in asked), len(asked)


def updates(house):
    figures = []
    first, text = rebuilt(house, "first", 1), rebuilt(house, "text", 2, other_text)
    clip = rebuilt(house, "clip", 2)
    sizes = {"text": len(NEW.encode()), "clip": other_clip(clip)}
    for name, release in (("text", text), ("clip", clip)):
        total, requests = moved(house, name, first, release)
        limit = MORE * sizes[name] + BESIDE
        figures += [(f"one changed {name}: its size", sizes[name] / 1024, "KiB"),
                    (f"one changed {name}: moved, both ways", total / 1024, "KiB"),
                    (f"one changed {name}: requests", requests, ""),
                    (f"one changed {name}: moved : limit (1.2 x + 64 KiB)", total / limit, "")]
    return figures


# --- Memory -----------------------------------------------------------------------------------------------------------------------


def watched(command):
    """(peak of VmHWM, peak of PSS) in megabytes, until it ends."""
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    high = shared = 0.0
    while process.poll() is None:
        with contextlib.suppress(OSError, TypeError):  # it has just ended
            of = Path(f"/proc/{process.pid}")
            high = max(high, int(re.search(r"^VmHWM:\s+(\d+)", (of / "status").read_text(), re.MULTILINE)[1]) / 1024)
            shared = max(shared, int(re.search(r"^Pss:\s+(\d+)", (of / "smaps_rollup").read_text(), re.MULTILINE)[1]) / 1024)
        time.sleep(0.02)
    if process.returncode != 0:
        raise AssertionError(process.stderr.read())
    process.stderr.close()
    return high, shared


def memory(house, megabytes, film=5):
    release, root = house.folder / "large", house.folder / "large-root"
    shutil.copytree(releases.small_release(1), release)
    (release / "filling").mkdir()
    some = random.Random(1)
    for number in range(megabytes // film):
        (release / "filling" / str(number)).write_bytes(some.randbytes(film << 20))
    archive = house.publish(house.folder / "large-archive", release)
    shutil.rmtree(release)
    figures = []
    with releases.nginx(archive) as web:
        for way, source in (("the web", web.url), ("a folder", archive)):
            begin = time.monotonic()
            high, shared = watched(releases.sync_command(root, house.keys, "pull", "--from", source))
            figures += [(f"{megabytes} MB from {way}: peak memory (VmHWM)", high, "MB"),
                        (f"{megabytes} MB from {way}: peak memory (PSS)", shared, "MB"),
                        (f"{megabytes} MB from {way}: time", time.monotonic() - begin, "s")]
            shutil.rmtree(root)
    return figures


def look(house):
    archive, root = house.publish(house.folder / "look", releases.small_release(1)), house.folder / "look-root"
    with releases.nginx(archive) as web:
        house.pull(root, web.url)
        web.requests(new=True)
        house.pull(root, web.url)
        asked = web.requests(new=True)
    return [("nothing new: requests", len(asked), ""),
            ("nothing new: request and answer", sum(one.sent + one.received for one in asked), "bytes")]


GOALS = {"full pull from a folder : the limit with one sync": TWICE, "full pull from the web : the limit with one sync": TWICE,
         "one changed text: moved : limit (1.2 x + 64 KiB)": 1, "one changed clip: moved : limit (1.2 x + 64 KiB)": 1,
         "1000 MB from the web: peak memory (VmHWM)": MEMORY, "1000 MB from a folder: peak memory (VmHWM)": MEMORY,
         "nothing new: requests": 1, "nothing new: request and answer": LOOK}


def measure(quick=False):
    with house() as made:
        figures = look(made) + full_pulls(made, 1 if quick else 5) + updates(made) + memory(made, 100 if quick else 1000)
    goals = [(f"goal missed: {name}, at most", GOALS[name], unit) for name, value, unit in figures
             if name in GOALS and value > GOALS[name]]
    return figures + goals


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="one round, and 100 MB instead of 1000")
    arguments = parser.parse_args()
    for name, value, unit in measure(arguments.quick):
        print(f"{name:70} {value:10.2f} {unit}")
    print(f"(load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)")


if __name__ == "__main__":
    main()
