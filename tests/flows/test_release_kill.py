# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""porchlight-sync killed anywhere: `current` leads to the old release or the new one, whole, and the next pull finishes.

PORCHLIGHT_KILLS says how many times it is killed at random (30; the slow test: 1,000, or as many as 120 s allow), and
PORCHLIGHT_SEED from which number the moments come, so that a failure can be had again.
"""

import os
import random
import signal
import subprocess
import threading
import time

import pytest
from support import repo
from support.evil_server import EvilServer
from support.forge import WITHDRAWALS
from support.sync_lab import WITHDRAWN, Lab, Root, is_release

KILLS = int(os.environ.get("PORCHLIGHT_KILLS", "30"))
SEED = int(os.environ.get("PORCHLIGHT_SEED", random.SystemRandom().randrange(10**6)))
DIE_AT = repo.RELEASE / "lib/die_at.so"
MORE = sorted([*WITHDRAWN, "topic pay"])
RESULT = repo.TOP / "build/test-results/release_kills.md"


class Update(Lab):
    """The second release comes with a longer list of what was withdrawn, and with the keys that count from then on."""

    def __init__(self):
        super().__init__()
        self.update = self.base.copy(self.new("update"))
        self.update.point(WITHDRAWALS, self.update.withdrawals(MORE, 2))
        release = self.update.release(self.built(2), 2, keys=self.keys, serial=1)
        self.update.publish(release, delta_from=self.first)

    def stands(self, root):
        """1 or 2: which release is there, whole. Fails where it is neither, or where the list is cut."""
        for sequence in (1, 2):
            if is_release(root, self.built(sequence), sequence):
                break
        else:
            raise AssertionError(f"`current` leads to {root.current}, which is not whole")
        assert root.withdrawn() in (set(WITHDRAWN), set(MORE)), "the list of what was withdrawn is not whole"
        assert sequence == 1 or root.withdrawn() == set(MORE), "the release came before the list"
        return sequence

    def finishes(self, root, source):
        made = root.pull(source)
        assert made.status == 0, made.words
        assert self.stands(root) == 2
        left = [path.name for path in root.root.iterdir() if path.name.startswith(".") and path.name != ".sync"]
        assert not left, f"left behind: {left}"


@pytest.fixture(scope="module")
def lab():
    made = Update()
    yield made
    made.close()


def tell(line):
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    with open(RESULT, "a") as file:
        file.write(line + "\n")


class Killer:
    """Pulls and kills, again and again on the same kiosk until it gets through; then begins with another."""

    def __init__(self, lab, server, seed):
        self.lab, self.server, self.seed = lab, server, seed
        self.luck = random.Random(seed)
        self.kills = self.switched = self.finished = 0
        self.failure = None

    def full_time(self):
        return min(self.lab.installed().pull(self.server.url).seconds for _ in range(3))

    def work(self, kills, until):
        try:
            longest = self.full_time()
            while self.kills < kills and time.monotonic() < until:
                self.one_kiosk(kills, longest)
        except Exception as failure:
            self.failure = failure

    def one_kiosk(self, kills, longest):
        root = self.lab.installed()
        source = self.luck.choice([self.server.url, self.lab.update.folder])
        for _ in range(6):
            process = subprocess.Popen(root.command("pull", "--from", source), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       env=root.environment)
            try:
                # Half of them late, where the switch is.
                process.wait(longest * self.luck.uniform(self.luck.choice([0, 0.7]), 1))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            self.kills += process.returncode == -signal.SIGKILL
            assert process.returncode in (0, -signal.SIGKILL), f"after it was killed the next pull failed: {root.report()}"
            sequence = self.lab.stands(root)
            assert process.returncode != 0 or sequence == 2
            self.switched += process.returncode != 0 and sequence == 2
            if process.returncode == 0:
                break
        else:
            self.lab.finishes(root, source)
        self.finished += 1
        subprocess.run(["rm", "-rf", root.folder], check=True)


def kill_at_random(lab, kills, seconds, workers):
    with EvilServer(lab.update.folder) as server:
        lab.installed()  # the first one is made before others copy it
        until = time.monotonic() + seconds
        killers = [Killer(lab, server, SEED + number) for number in range(workers)]
        threads = [threading.Thread(target=killer.work, args=(-(-kills // workers), until)) for killer in killers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    done = sum(killer.kills for killer in killers)
    for killer in killers:
        assert not killer.failure, f"PORCHLIGHT_SEED={SEED} (worker {killer.seed - SEED}): {killer.failure}"
    switched, finished = (sum(getattr(killer, name) for killer in killers) for name in ("switched", "finished"))
    words = f"killed {done} times at random (seed {SEED}): {switched} times the new release was there, {finished} kiosks finished"
    print(words)
    tell(words)
    return done


def test_killed_at_random_moments(lab):
    assert kill_at_random(lab, KILLS, 25, workers=1) > 0


@pytest.mark.slow
def test_killed_a_thousand_times(lab):
    done = kill_at_random(lab, max(KILLS, 1000), 120, workers=2)
    assert done > 100, f"this machine is too slow to say anything: killed {done} times only"


# --- At every step ---------------------------------------------------------------------------------------------------------------------


def dies(root, step, *arguments):
    """False where the work was done before that step came."""
    made = subprocess.run(root.command(*arguments), capture_output=True, text=True, timeout=60,
                          env={**root.environment, "LD_PRELOAD": str(DIE_AT), "PORCHLIGHT_DIE_AT": str(step)})
    assert made.returncode in (0, -signal.SIGKILL), made.stdout + made.stderr
    return made.returncode != 0


def every_step(lab, what, ready, arguments, holds, finish, stride):
    """Kills at one step after the other, each time on a kiosk that is made ready; `holds` looks at it, `finish` goes on."""
    first = random.Random(SEED).randrange(stride) + 1
    seen, killed, step = [], 0, first
    while True:
        root = ready()
        if not dies(root, step, *arguments):
            break
        killed += 1
        try:
            seen.append(holds(root))
            finish(root)
        except AssertionError as failure:
            raise AssertionError(f"{what}, step {step}: {failure}") from None
        subprocess.run(["rm", "-rf", root.folder], check=True)
        step += stride
    words = f"{what}: killed at {killed} of about {step - 1} steps; " + ", ".join(
        f"{seen.count(sequence)} times release {sequence} stood there" for sequence in sorted(set(seen)))
    print(words)
    tell(words)
    return seen


STRIDES = [pytest.param(13, id="some steps"), pytest.param(1, id="every step", marks=pytest.mark.slow)]


@pytest.mark.parametrize("stride", STRIDES)
def test_killed_at_the_steps_of_an_update(lab, stride):
    source = lab.update.folder
    seen = every_step(lab, "update", lab.installed, ("pull", "--from", source), lab.stands,
                      lambda root: lab.finishes(root, source), stride)
    assert seen == sorted(seen), "the new release was there, and then the old one again"
    assert 1 in seen
    assert stride > 1 or 2 in seen, "never killed after the switch"


@pytest.mark.parametrize("stride", [pytest.param(29, id="some steps"), pytest.param(3, id="every third", marks=pytest.mark.slow)])
def test_killed_at_the_steps_of_a_first_pull(lab, stride):
    source = lab.base.folder

    def holds(root):
        assert root.current is None or is_release(root, lab.built(1), 1)
        return root.sequence

    def finish(root):
        made = root.pull(source)
        assert made.status == 0, made.words
        assert is_release(root, lab.built(1), 1)

    every_step(lab, "first pull", lab.fresh, ("pull", "--from", source), holds, finish, stride)


@pytest.fixture(scope="module")
def updated(lab):
    root = lab.installed()
    lab.finishes(root, lab.update.folder)
    return root


@pytest.mark.parametrize("stride", [pytest.param(3, id="some steps"), pytest.param(1, id="every step", marks=pytest.mark.slow)])
def test_killed_at_the_steps_of_a_rollback(lab, updated, stride):
    def holds(root):
        assert root.withdrawn() == set(MORE), "a withdrawal is never rolled back"
        sequence = root.sequence
        assert is_release(root, lab.built(sequence), sequence)
        return sequence

    def finish(root):
        made = root.does("rollback")  # once it was decided the next start finishes it, and nothing is left to go back to
        assert made.status == 0 or "no-previous" in made.words, made.words
        assert holds(root) == 1
        made = root.pull(lab.update.folder)  # nothing, or "given up": but never the release that was left
        assert root.sequence == 1, made.words

    seen = every_step(lab, "rollback", lambda: copy(lab, updated), ("rollback",), holds, finish, stride)
    assert seen == sorted(seen, reverse=True)


def copy(lab, root) -> Root:
    return root.copy(lab.new("kiosk"))


def test_two_at_once_do_not_meet(lab):
    """A second one says so and leaves; what the first one does is whole."""
    root = lab.installed()
    with EvilServer(lab.update.folder) as server:
        first = subprocess.Popen(root.command("pull", "--from", server.url), stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL, env=root.environment)
        statuses = set()
        while first.poll() is None:
            statuses.add(root.pull(server.url).status)
            lab.stands(root)
    assert first.returncode in (0, 4) and statuses <= {0, 4}
    assert lab.stands(root) == 2
