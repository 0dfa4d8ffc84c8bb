# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""IPP requests to whoever listens on a UNIX socket, byte by byte: what no tool would send can be sent too.

As another user:  setpriv --reuid nobody ... python3 ipp.py SOCKET RESOURCE OPERATION [NAME=KEYWORD...]
"""

import getpass
import http.client
import socket
import struct
import sys

OPERATION = {"Get-Jobs": 0x0A, "Get-Printer-Attributes": 0x0B, "Pause-Printer": 0x10, "Resume-Printer": 0x11,
             "Purge-Jobs": 0x12, "CUPS-Get-Printers": 0x4002, "CUPS-Add-Modify-Printer": 0x4003,
             "CUPS-Delete-Printer": 0x4004, "CUPS-Get-Devices": 0x400B, "CUPS-Accept-Jobs": 0x4008,
             "CUPS-Reject-Jobs": 0x4009, "Get-Subscriptions": 0x19, "CUPS-Move-Job": 0x400D}
GROUP_OPERATION, GROUP_END, GROUP_PRINTER = 1, 3, 4
INTEGER, BOOLEAN, ENUM, URI, KEYWORD, CHARSET, LANGUAGE, NAME, BEGIN, END = (
    0x21, 0x22, 0x23, 0x45, 0x44, 0x47, 0x48, 0x42, 0x34, 0x37)


class _UnixConnection(http.client.HTTPConnection):
    def __init__(self, path, seconds):
        super().__init__("localhost", timeout=seconds)
        self._path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


def _attribute(tag, name, values):
    out = b""
    for index, value in enumerate(values):
        data = struct.pack(">i", value) if tag in (INTEGER, ENUM) else bytes([value]) if tag == BOOLEAN else value.encode()
        key = name.encode() if index == 0 else b""
        out += struct.pack(f">BH{len(key)}sH", tag, len(key), key, len(data)) + data
    return out


def _request(operation, resource, user, attributes, asked):
    uri = "ipp://localhost" + resource
    body = struct.pack(">BBHI", 2, 0, OPERATION[operation], 1) + bytes([GROUP_OPERATION])
    body += _attribute(CHARSET, "attributes-charset", ["utf-8"])
    body += _attribute(LANGUAGE, "attributes-natural-language", ["en"])
    body += _attribute(URI, "printer-uri", [uri]) + _attribute(NAME, "requesting-user-name", [user])
    for name, value in asked.items():
        body += _attribute(BOOLEAN if isinstance(value, bool) else KEYWORD, name, [value])
    if attributes:
        body += bytes([GROUP_PRINTER])
        for name, (tag, values) in attributes.items():
            body += _attribute(tag, name, values)
    return body + bytes([GROUP_END])


def _answer(data):
    """Status and groups, each a dictionary; what stands inside collections is left out."""
    status, at, groups, name, depth = struct.unpack(">H", data[2:4])[0], 8, [], None, 0
    while at < len(data) and data[at] != GROUP_END:
        tag = data[at]
        if tag < 0x10:
            groups.append({})
            at += 1
            continue
        length = struct.unpack(">H", data[at + 1:at + 3])[0]
        key = data[at + 3:at + 3 + length].decode()
        at += 3 + length
        length = struct.unpack(">H", data[at:at + 2])[0]
        value = data[at + 2:at + 2 + length]
        at += 2 + length
        depth += (tag == BEGIN) - (tag == END)
        if depth or tag == END:
            continue
        name = key or name
        value = struct.unpack(">i", value)[0] if tag in (INTEGER, ENUM) else bool(value[0]) if tag == BOOLEAN else (
            value.decode(errors="replace"))
        groups[-1].setdefault(name, []).append(value)
    return status, groups


def ask(path, resource, operation, attributes=None, user=None, post_to=None, seconds=10, **asked):
    """(IPP status or None, groups, HTTP status). `user` claims a name, which the scheduler checks against the socket's."""
    user = user or getpass.getuser()
    connection = _UnixConnection(path, seconds)
    try:
        connection.request("POST", post_to or resource,
                           _request(operation, resource, user, attributes or {},
                                    {key.replace("_", "-"): value for key, value in asked.items()}),
                           {"Content-Type": "application/ipp", "Authorization": "PeerCred " + user})
        answer = connection.getresponse()
        data = answer.read()
        if answer.status != 200:
            return None, [], answer.status
        return *_answer(data), 200
    finally:
        connection.close()


def printer(path, queue, **options):
    """What the queue says of itself; nothing when there is none."""
    status, groups, _ = ask(path, f"/printers/{queue}", "Get-Printer-Attributes", **options)
    return groups[1] if status is not None and status < 0x400 and len(groups) > 1 else {}


def jobs(path, which="all"):
    """Every job a scheduler still knows."""
    _, groups, _ = ask(path, "/", "Get-Jobs", which_jobs=which)
    return [group["job-id"][0] for group in groups[1:] if "job-id" in group]


if __name__ == "__main__":
    socket_path, target, verb, *pairs = sys.argv[1:]
    keywords = {key: (KEYWORD, [value]) for key, value in (pair.split("=", 1) for pair in pairs if "@" not in pair)}
    to = "/admin/" if verb not in ("Get-Printer-Attributes", "Get-Jobs") else None
    claimed = next((pair[1:] for pair in pairs if pair.startswith("@")), None)
    status_code, _, http_status = ask(socket_path, target, verb, keywords, user=claimed, post_to=to)
    print(http_status if status_code is None else f"0x{status_code:04x}")
