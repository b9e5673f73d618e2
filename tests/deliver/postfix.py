"""A Postfix of the tests' own: its queue, its mailboxes and its port in a temporary folder, started and stopped by the test."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.deliver.servers import Certificates
from tests.programs import require, require_root

_POSTFIX = "/usr/sbin/postfix"
_SERVICES = """
127.0.0.1:{port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
local unix - n n - - local
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""
_SETTINGS = """
compatibility_level = 3.6
queue_directory = {folder}/spool
data_directory = {folder}/data
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
myhostname = mail.test.example
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
mydestination =
local_recipient_maps =
alias_maps =
virtual_mailbox_domains = example.org
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = inline:{{ {mailboxes} }}
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_mailbox_limit = 0
smtpd_tls_security_level = may
smtpd_tls_cert_file = {folder}/server.pem
smtpd_tls_key_file = {folder}/server.pem
smtpd_recipient_restrictions = permit_mynetworks, reject
smtpd_reject_unlisted_recipient = yes
"""


@dataclass(frozen=True, kw_only=True)
class Postfix:
    port: int
    folder: Path

    def mailbox(self, name: str, *, wait_s: float = 60.0) -> list[bytes]:
        """Give the messages in a mailbox, once there is one; mail takes its way through the queue first."""
        new = self.folder / "mail" / name / "new"
        until = time.monotonic() + wait_s
        while time.monotonic() < until:
            found = sorted(new.iterdir()) if new.is_dir() else []
            if found:
                return [path.read_bytes() for path in found]
            time.sleep(0.05)
        raise AssertionError(f"nothing has arrived in {name}'s mailbox; the log says:\n{(self.folder / 'log').read_text()}")


@contextmanager
def run_postfix(names: Sequence[str], certificates: Certificates) -> Iterator[Postfix]:
    """Run it with a mailbox for each name at example.org. Skips, or fails where CI is set, without Postfix or without root."""
    require(_POSTFIX)
    require_root()
    folder = Path(tempfile.mkdtemp(prefix="briefing-postfix-"))
    try:
        # its processes give up root, and have to reach their queue
        folder.chmod(0o755)
        port = _free_port()
        owner = (folder / "mail", folder / "data")
        for path in (*owner, folder / "spool", folder / "etc"):
            path.mkdir()
        for path in owner:
            shutil.chown(path, "postfix", "postfix")
        uid, gid = owner[0].stat().st_uid, owner[0].stat().st_gid
        shutil.copy(certificates.good, folder / "server.pem")
        mailboxes = " ".join(f"{{ {name}@example.org = {name}/ }}" for name in names)
        (folder / "etc" / "main.cf").write_text(_SETTINGS.format(folder=folder, mailboxes=mailboxes, uid=uid, gid=gid))
        (folder / "etc" / "master.cf").write_text(_SERVICES.format(port=port))
        _call(folder, "start")
        try:
            yield Postfix(port=port, folder=folder)
        finally:
            _call(folder, "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _call(folder: Path, action: str) -> None:
    done = subprocess.run([_POSTFIX, "-c", str(folder / "etc"), action], capture_output=True, text=True, timeout=60, check=False)
    log = folder / "log"
    assert done.returncode == 0, f"postfix {action}: {done.stdout}{done.stderr}{log.read_text() if log.exists() else ''}"


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
