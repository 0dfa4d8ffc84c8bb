# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""People with OpenPGP keys: editors, a reviewer, a stranger. Keys as the house makes them: dated 2000-01-01, without an end."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

PARAMETERS = """%no-protection
Key-Type: eddsa
Key-Curve: ed25519
Key-Usage: sign
Name-Real: {name}
Name-Email: {name}@example.org
Expire-Date: 0
%commit
"""


class Signers:
    """Keys are made when somebody is first named: `signers["editor"]` is a fingerprint."""

    def __init__(self):
        self.home = Path(tempfile.mkdtemp(prefix=f"pl{os.getpid()}-"))  # short: gpg-agent's socket lies there
        self._keys = {}

    def gpg(self, *arguments, home=None, **more):
        made = subprocess.run(["gpg", "--homedir", home or self.home, "--batch", "--quiet", "--no-tty", *arguments],
                              capture_output=True, timeout=60, **more)
        assert made.returncode == 0, f"gpg {arguments}: {made.stderr.decode()}"
        return made.stdout

    def __getitem__(self, name):
        if name not in self._keys:
            self.gpg("--faked-system-time", "20000101T000000!", "--gen-key", input=PARAMETERS.format(name=name).encode())
            listing = self.gpg("--with-colons", "--list-keys", f"{name}@example.org").decode().splitlines()
            self._keys[name] = next(line.split(":")[9] for line in listing if line.startswith("fpr:"))
        return self._keys[name]

    def add_subkey(self, name):
        """A second key of the same person, for signing; returns its fingerprint."""
        self.gpg("--faked-system-time", "20000101T000000!", "--pinentry-mode", "loopback", "--passphrase", "", "--quick-add-key",
                 self[name], "ed25519", "sign", "never")
        listing = self.gpg("--with-colons", "--list-keys", f"{name}@example.org").decode().splitlines()
        return [line.split(":")[9] for line in listing if line.startswith("fpr:")][-1]

    def sign(self, name, data):
        """A detached signature, binary."""
        return self.gpg("--local-user", self._signing_key(name), "--detach-sign", input=data)

    def _signing_key(self, name):
        return name if name.endswith("!") else self[name] + "!"

    def public(self, file, *names, revoked=()):
        """Writes the public keys of these people; those in `revoked` with their revocation."""
        for name in (*names, *revoked):
            self[name]
        file.write_bytes(b"".join(self.gpg("--export", self[name]) for name in names)
                         + b"".join(self._revoked(name) for name in revoked))
        return file

    def _revoked(self, name):
        """The key with its revocation, made apart, so that its owner can go on signing as a thief would."""
        with tempfile.TemporaryDirectory(prefix=f"pl{os.getpid()}-") as apart:
            os.chmod(apart, 0o700)
            self.gpg("--import", home=apart, input=self.gpg("--export", self[name]))
            # gpg keeps it with a colon before its first line, so that nobody takes it by accident.
            certificate = (self.home / f"openpgp-revocs.d/{self[name]}.rev").read_text().replace(":-----BEGIN", "-----BEGIN")
            self.gpg("--import", home=apart, input=certificate.encode())
            return self.gpg("--export", self[name], home=apart)

    def close(self):
        subprocess.run(["gpgconf", "--homedir", str(self.home), "--kill", "all"], capture_output=True)
        shutil.rmtree(self.home, ignore_errors=True)
