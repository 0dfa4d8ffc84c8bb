# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a process asked the kernel for, read from strace's own lines."""

import re
from pathlib import Path

WRITING = "O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND"
FILE_CALLS = ("open,openat,openat2,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,symlink,symlinkat,"
              "link,linkat,truncate,ftruncate,mknod,mknodat,utimensat,setxattr,fallocate,"
              "write,writev,pwrite64,pwritev,pwritev2,sendfile,copy_file_range,msync")
SOCKET_CALLS = "socket,connect,bind,listen"

CALL = re.compile(r"^(?:\d+\s+)?(?:\d+:\d+:\d+\.\d+\s+)?(\w+)\((.*)\)\s*=\s*(-?\d+)")
# strace splits a call that another thread interrupts.
UNFINISHED = re.compile(r"^(\d+)\s+(.*?)\s*<unfinished \.\.\.>$")
RESUMED = re.compile(r"^(\d+)\s+<\.\.\. \w+ resumed>(.*)$")
DESCRIPTOR = re.compile(r"^\d+<([^>]*)>")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


def strace(calls, output):
    return ["strace", "-f", "-qq", "-y", "-s", "200", "-e", f"trace={calls}", "-e", "signal=none", "-o", str(output)]


def calls(output):
    """(name, arguments, result) of each call, in order."""
    waiting = {}
    for line in Path(output).read_text(errors="replace").splitlines():
        begun, ended = UNFINISHED.match(line), RESUMED.match(line)
        if begun:
            waiting[begun.group(1)] = line[:line.rindex("<unfinished")].rstrip()
            continue
        if ended:
            line = waiting.pop(ended.group(1), "") + ended.group(2)
        found = CALL.match(line)
        if found:
            yield found.group(1), found.group(2), int(found.group(3))


# Not places where anything stays: sockets, pipes, memory, the null device, a process's own names for its threads.
PASSING = re.compile(r"^(socket|pipe|anon_inode|UNIX|TCP|NETLINK)|^/memfd:|^/dev/(null|zero|ptmx)|^/proc/\d+/|^/proc/self/|\(deleted\)$")


def written(output):
    """Every file that was opened for writing, written to, made, renamed or removed; what is only passing is left out."""
    places = set()
    for name, arguments, result in calls(output):
        if result < 0:
            continue
        if name.startswith("open") and not re.search(WRITING, arguments):
            continue
        descriptor = DESCRIPTOR.match(arguments)
        if name in ("write", "writev", "pwrite64", "pwritev", "pwritev2", "ftruncate", "fallocate", "sendfile", "copy_file_range"):
            names = [descriptor.group(1)] if descriptor else []
        elif name == "msync":
            names = ["msync"] if "MS_SYNC" in arguments else []
        else:
            names = QUOTED.findall(arguments)
        places.update((name, place) for place in names if not PASSING.search(place))
    return places


def sockets(output):
    """(families of all sockets made, addresses connected or bound to)"""
    families, addresses = set(), set()
    for name, arguments, _ in calls(output):
        if name == "socket":
            families.add(arguments.split(",")[0].strip())
        elif family := re.search(r"sa_family=(\w+)", arguments):
            families.add(family.group(1))
            addresses.update(re.findall(r'sun_path=@?"([^"]*)"', arguments))
    return families, addresses
