# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Office printers: their own word reaches the queue, where the kiosk reads it; a queue that stopped is started again.

The scheduler runs on the files of deploy/printers/office, and the watch as a user without rights of its own."""

import os
import shutil
import socket
import subprocess
import threading
import time
import urllib.request
from pathlib import Path
from types import SimpleNamespace

import pytest
from support import ipp, repo
from support.cups import ENVIRONMENT, wait_for
from support.office import IDLE, MARK, PROCESSING, SHIPPED, STOPPED, STRANGER, WATCH, WATCHER, Watch
from support.slip_run import office_printing

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="rights are told by users")
ADMIN = "/printers/slip"


@pytest.fixture(scope="module")
def made():
    with office_printing(retry=2) as all_of_it:
        yield all_of_it


@pytest.fixture
def office(made):
    """Everything in order; `watch()` starts the watch."""
    made.printer.clear_fault()
    if made.printer.process is None:
        made.printer.start()
    made.printer.wait_until_free()
    trays(made.printer, paper=250, envelopes=25)
    watches = []

    def watch(*arguments, **options):
        watches.append(Watch(made.cups, *arguments, **options))
        return watches[-1]

    made.watch = watch
    yield made
    for running in watches:
        running.close()
    made.cups.run("cancel", "-a")
    ipp.ask(made.cups.socket, ADMIN, "CUPS-Add-Modify-Printer", {"printer-state-reasons": (ipp.KEYWORD, ["none"])},
            post_to="/admin/")
    for name in made.cups.run("lpstat", "-e").split():
        if name != "slip":
            made.cups.remove_queue(name)
    made.cups.run("lpadmin", "-p", "slip", "-E", "-v", made.printer.uri, "-o", "printer-error-policy=retry-current-job")
    made.cups.run("cupsenable", "slip")


def trays(printer, paper, envelopes=0):
    """Fills its trays as a person would, on the printer's own page."""
    answer = urllib.request.urlopen(
        f"http://localhost:{printer.port}/media?size1=iso_a4_210x297mm&type1=stationery&level1={paper}"
        f"&size3=na_number-10_4.125x9.5in&type3=stationery&level3={envelopes}", timeout=10)
    answer.read()


def until(office, words, name="slip"):
    wait_for(lambda: office.cups.reasons(name) == words, what=f"{words} in the queue")


def send_job(office):
    """Somebody's page, which is no matter here."""
    text = office.base / "page.txt"
    text.write_text("page\n")
    office.cups.run("lp", "-d", "slip", str(text))


def raise_cover(office):
    """Cover open, of which the printer tells although nothing prints: a job raises it and is cancelled."""
    office.printer.set_fault("cover-open")
    send_job(office)
    office.printer.wait_until_busy()
    wait_for(lambda: any(word.startswith("cover-open") for word in office.cups.queue()["printer-state-reasons"]),
             what="the cover in the queue")


def test_paper_out_is_seen_while_nothing_prints(office):
    office.watch()
    until(office, set())
    trays(office.printer, paper=0)
    until(office, {"media-empty"})
    trays(office.printer, paper=250, envelopes=25)
    until(office, set())


def test_reasons_of_a_cancelled_job_do_not_stay(office):
    raise_cover(office)
    office.cups.run("cancel", "-a")
    wait_for(lambda: office.cups.queue()["printer-state"] == [IDLE], what="an idle queue")
    assert office.cups.reasons() is None and "cover-open" in str(office.cups.queue()["printer-state-reasons"])
    office.watch()
    until(office, {"cover-open"})  # it still is
    office.printer.clear_fault()
    until(office, set())


def test_queue_is_left_alone_while_it_prints(office):
    office.watch()
    until(office, set())
    raise_cover(office)
    trays(office.printer, paper=0)
    time.sleep(2.5)  # ticks
    seen = office.cups.queue()["printer-state-reasons"]
    assert office.cups.queue()["printer-state"] == [PROCESSING]
    assert MARK not in seen and "media-empty" not in seen


def test_printer_off_and_on(office):
    watch = office.watch()
    until(office, set())
    office.printer.kill()
    until(office, {"offline"})
    office.printer.start()
    until(office, set())
    assert watch.said() == ["porchlight-printer-watch: queue slip: its printer does not answer"]


def test_writes_only_what_changed(office):
    """cupsd writes all its queues to disk after each change."""
    office.watch()
    until(office, set())
    changed = office.cups.queue()["printer-config-change-time"]
    time.sleep(2.2)  # ticks
    assert office.cups.queue()["printer-config-change-time"] == changed


def stop_by_itself(office):
    """A printer that is off, and CUPS's own way of meeting that."""
    office.cups.run("lpadmin", "-p", "slip", "-v", office.printer.uri + "?contimeout=1", "-o",
                    "printer-error-policy=stop-printer")
    office.printer.kill()
    send_job(office)
    wait_for(lambda: office.cups.queue()["printer-state"] == [STOPPED], what="a queue that stops")


def test_queue_that_stopped_by_itself_is_started_again(office):
    stop_by_itself(office)
    office.watch()
    time.sleep(1.5)  # a tick
    assert office.cups.queue()["printer-state"] == [STOPPED], "the printer is still off"
    office.printer.start()
    time.sleep(1.5)
    assert office.cups.queue()["printer-state"] == [STOPPED], "nothing old may come out: the job is still there"
    office.cups.run("cancel", "-a")
    wait_for(lambda: office.cups.queue()["printer-state"] == [IDLE], what="a queue that works again")
    until(office, set())
    assert not office.printer.arrived()


def test_queue_that_a_person_paused_stays_paused(office):
    for name in ("idle", "told"):
        office.cups.add_queue(name, office.printer)
    office.watch()
    until(office, set())
    office.printer.set_fault("slow")
    send_job(office)
    office.printer.wait_until_busy()
    office.cups.run("cupsdisable", "slip", "idle")  # one while it prints
    office.cups.run("cupsdisable", "-r", "being mended", "told")
    office.cups.run("cancel", "-a")
    wait_for(lambda: office.cups.queue()["queued-job-count"] == [0], what="an empty queue")
    time.sleep(2.5)  # ticks
    assert [office.cups.queue(name)["printer-state"] for name in ("slip", "idle", "told")] == [[STOPPED]] * 3


def test_backend_still_says_what_we_know_it_by():
    listed = (repo.TOP / "app/print/office/queue_rules.cpp").read_text().split("backendSentences{")[1].split("};")[0]
    sentences = [part.split('"')[0] for part in listed.split('std::string_view{"')[1:]]
    backend = Path("/usr/lib/cups/backend/ipp").read_bytes()
    assert len(sentences) > 5 and not [said for said in sentences if said.encode() not in backend]


@pytest.fixture
def silent():
    """A printer that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0), backlog=16) as server:
        server.settimeout(0.2)
        taken, over = [], threading.Event()

        def take():
            while not over.is_set():
                try:
                    taken.append(server.accept()[0])
                except TimeoutError:
                    pass

        thread = threading.Thread(target=take)
        thread.start()
        yield SimpleNamespace(port=server.getsockname()[1], taken=taken)
        over.set()
        thread.join()
        for connection in taken:
            connection.close()


def test_silent_printer_hangs_nobody(office, silent):
    for scheme in ("ipp", "ipps"):
        office.cups.run("lpadmin", "-p", f"mute-{scheme}", "-E", "-v", f"{scheme}://127.0.0.1:{silent.port}/ipp/print")
    watch = office.watch()
    until(office, set())
    wait_for(lambda: len(silent.taken) > 1, what="a question to both silent ones")
    trays(office.printer, paper=0)
    until(office, {"media-empty"})
    for scheme in ("ipp", "ipps"):
        wait_for(lambda name=f"mute-{scheme}": office.cups.reasons(name) == {"offline"}, seconds=20, what="offline")
    trays(office.printer, paper=250, envelopes=25)
    until(office, set())
    assert watch.end() == 0
    assert MARK not in office.cups.queue()["printer-state-reasons"], "nobody asks any more"


def test_scheduler_that_goes_and_comes(office):
    watch = office.watch()
    until(office, set())
    office.cups.stop()
    wait_for(lambda: any("no answer from CUPS" in line for line in watch.said()), what="a word about it")
    time.sleep(1.2)  # a tick
    assert len(watch.said()) == 1
    office.cups.start()
    trays(office.printer, paper=0)
    until(office, {"media-empty"})


def test_what_other_users_may_not(office):
    write = (ADMIN, "CUPS-Add-Modify-Printer", "printer-state-reasons=cover-open")
    granted = "0x0000"
    refused = {"401", "403", "0x0401", "0x0402", "0x0403"}
    asked = office.cups.as_user
    def told():
        return {name: value for name, value in office.cups.queue().items() if "time" not in name}

    before = told()
    for words in (write, (ADMIN, "Pause-Printer"), (ADMIN, "Resume-Printer"), (ADMIN, "CUPS-Delete-Printer"),
                  (ADMIN, "Purge-Jobs"), (ADMIN, "CUPS-Reject-Jobs"), (ADMIN, "CUPS-Get-Devices")):
        assert asked(STRANGER, *words) in refused, words
        assert asked(STRANGER, *words, "@root") in refused, f"{words} in the name of root"
    for words in ((ADMIN, "Pause-Printer"), (ADMIN, "CUPS-Delete-Printer"), (ADMIN, "Purge-Jobs"),
                  (ADMIN, "CUPS-Reject-Jobs")):
        assert asked(WATCHER, *words) in refused, words
    assert told() == before
    assert asked(STRANGER, ADMIN, "Get-Printer-Attributes") == granted
    assert asked(WATCHER, *write) == granted and asked(WATCHER, ADMIN, "Resume-Printer") == granted


def test_watch_without_the_right_says_so_once(office):
    watch = office.watch(user=STRANGER)
    wait_for(watch.said, what="a word about it")
    time.sleep(1.2)  # a tick
    assert len(watch.said()) == 1 and "does not let this user" in watch.said()[0]
    assert MARK not in office.cups.queue()["printer-state-reasons"]


def network_sockets(process):
    """Of the network, whatever they are for."""
    known = {line.split()[9] for table in ("tcp", "tcp6", "udp", "udp6")
             for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]}
    mine = set()
    for descriptor in Path(f"/proc/{process.pid}/fd").iterdir():
        target = os.readlink(descriptor)
        if target.startswith("socket:["):
            mine.add(target[8:-1])
    return mine & known


def test_scheduler_listens_on_its_socket_alone(office):
    assert network_sockets(office.printer.process), "this is how one would look"
    assert not network_sockets(office.cups.process)


def run(*arguments):
    return subprocess.run([WATCH, *arguments], capture_output=True, text=True, timeout=60, env=ENVIRONMENT)


def test_once_is_for_people(office):
    at = ("--socket", office.cups.socket, "--once")
    asked = run(*at)
    assert (asked.returncode, asked.stdout) == (0, "slip: ready\n")
    trays(office.printer, paper=0)
    asked = run(*at, "--queue", "slip")
    assert (asked.returncode, asked.stdout) == (1, "slip: media-empty\n")
    trays(office.printer, paper=0, envelopes=25)
    asked = run(*at, "--queue", "slip")
    assert (asked.returncode, asked.stdout) == (0, "slip: media-low\n"), "another tray has paper"
    asked = run(*at, "--queue", "nosuch")
    assert asked.returncode == 1 and "no such queue" in asked.stderr
    assert run("--once", "--socket", "/nonexistent/cups.sock").returncode == 1
    assert MARK not in office.cups.queue()["printer-state-reasons"], "it only asks"


@pytest.mark.parametrize("arguments", [["--tick", "0"], ["--tick", "ten"], ["--tick", "3601"], ["--queue"], ["--socket", "x"],
                                       ["--nosuch"], ["more"]])
def test_wrong_use(arguments):
    asked = run(*arguments)
    assert asked.returncode == 2 and "--help" in asked.stderr and not asked.stdout


def test_help():
    asked = run("--help")
    assert asked.returncode == 0 and "--queue" in asked.stdout and not asked.stderr


def add_printer(office, *arguments):
    return subprocess.run([SHIPPED / "add-printer", *arguments], capture_output=True, text=True, timeout=90,
                          env={**ENVIRONMENT, "CUPS_SERVER": str(office.cups.socket),
                               "PORCHLIGHT_CUPS_LIVE": str(office.cups.base / "etc"),
                               "PORCHLIGHT_CUPS_KEPT": str(kept(office)), "PORCHLIGHT_PRINTER_WATCH": str(WATCH)})


def kept(office):
    folder = office.base / "kept"
    folder.mkdir(exist_ok=True)
    return folder


def test_add_printer(office):
    added = add_printer(office, "--default", "lobby", office.printer.uri)
    assert added.returncode == 0 and "Made queue lobby" in added.stdout and "lobby: ready" in added.stdout, added
    assert "lobby" in office.cups.run("lpstat", "-d")
    queue = office.cups.queue("lobby")
    assert queue["printer-is-accepting-jobs"] == [True] and queue["printer-state"] == [IDLE]
    assert queue["printer-error-policy"] == ["retry-current-job"] and queue["printer-is-shared"] == [False]
    # What stays on disk is enough for the next start, and says nothing of when it printed.
    assert "<DefaultPrinter lobby>" in (kept(office) / "printers.conf").read_text()
    assert "StateTime" not in (kept(office) / "printers.conf").read_text()
    assert (kept(office) / "ppd/lobby.ppd").is_file() and not list((kept(office) / "ppd").glob("*trial*"))
    office.cups.stop()
    for path in (office.cups.base / "etc").glob("printers.conf*"):
        path.unlink()
    shutil.copy(kept(office) / "printers.conf", office.cups.base / "etc")
    office.cups.start()
    assert office.cups.queue("lobby")["printer-state"] == [IDLE] and office.cups.queue("slip")
    driver = office.cups.base / "etc/ppd/lobby.ppd"
    before = driver.stat().st_ino
    assert "Changed queue lobby" in add_printer(office, "lobby", office.printer.uri).stdout
    # It has waited for CUPS to ask the printer again: a pause from now on holds, and what is kept is the new driver.
    assert driver.stat().st_ino != before and (kept(office) / "ppd/lobby.ppd").read_bytes() == driver.read_bytes()


def test_add_printer_that_is_off(office):
    office.printer.kill()
    added = add_printer(office, "lobby", office.printer.uri)
    assert added.returncode == 1 and added.stderr.startswith("add-printer: no queue for ")
    assert not office.cups.queue("lobby") and not office.cups.queue("lobby-trial")


@pytest.mark.parametrize("arguments", [[], ["lobby"], ["a b", "ipp://x/"], ["lobby", "socket://10.0.0.1"],
                                       ["--nosuch", "lobby", "ipp://x/"], ["--keep", "lobby"]])
def test_add_printer_wrong_use(office, arguments):
    added = add_printer(office, *arguments)
    assert added.returncode == 2 and "--help" in added.stderr
