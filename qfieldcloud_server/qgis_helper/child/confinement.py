# SPDX-License-Identifier: GPL-2.0-or-later
"""Takes from this process what it does not need: other people's files, endless time, memory and life.

Projects and their layers come from outside, and GDAL and QGIS open whatever those name. Where the kernel has
Landlock, the process can read the system's programs and the job's folders, and nothing else of this server's user.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import stat
import sys
from typing import Iterable, Iterator, List

_READ_FILE, _READ_DIR, _EXECUTE = 1 << 2, 1 << 3, 1 << 0
_ALL_OF_FIRST_VERSION, _REFER, _TRUNCATE = (1 << 13) - 1, 1 << 13, 1 << 14
_FOR_FILES = _EXECUTE | 1 << 1 | _READ_FILE | _TRUNCATE
_READ = _READ_FILE | _READ_DIR | _EXECUTE
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_PATH_BENEATH = 1
_SET_PARENT_DEATH_SIGNAL, _SET_NO_NEW_PRIVILEGES = 1, 38

# Programs, libraries and what name resolution, certificates and fonts are configured by: never all of /etc.
_SYSTEM = (
    "/usr", "/lib", "/lib32", "/lib64", "/bin", "/sbin", "/nix/store", "/var/cache/fontconfig",
    "/var/lib/ca-certificates", "/run/systemd/resolve", "/proc/self", "/proc/meminfo", "/proc/cpuinfo", "/dev/urandom",
    "/dev/random", "/sys/devices/system/cpu",
    *(f"/etc/{name}" for name in (
        "ssl", "ca-certificates", "pki", "crypto-policies", "fonts", "resolv.conf", "hosts", "host.conf", "gai.conf",
        "nsswitch.conf", "services", "protocols", "passwd", "group", "ld.so.cache", "ld.so.conf", "ld.so.conf.d",
        "localtime", "timezone", "alternatives", "qgis", "mime.types", "magic", "machine-id",
    )),
)  # fmt: skip


def limit(seconds: int, memory_mb: int) -> None:
    """The kernel ends the process after so many seconds, with its parent, or when it wants more memory."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    data = memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (data, data))
    # Left at its default the signal kills, also while a library holds Python's lock.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(seconds)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)


def confine(root: str, readable: Iterable[str], writable: Iterable[str]) -> bool:
    """From now on only these folders, the system's and this package's can be opened. False: not on this system."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(_CREATE_RULESET, None, 0, 1)
    if version < 1:
        return False
    everything = _ALL_OF_FIRST_VERSION | (_REFER if version > 1 else 0) | (_TRUNCATE if version > 2 else 0)
    rules = ctypes.c_uint64(everything)
    ruleset = libc.syscall(_CREATE_RULESET, ctypes.byref(rules), 8, 0)
    if ruleset < 0:
        return False
    try:
        for path in [*_SYSTEM, *_own_python(), *_own_packages(root), *readable]:
            _allow(libc, ruleset, path, _READ)
        for path in [*writable, "/dev/null"]:
            _allow(libc, ruleset, path, everything)
        # Finding modules lists the folder they are in; what else lies there stays closed.
        _allow(libc, ruleset, root, _READ_DIR)
        if libc.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0) or libc.syscall(_RESTRICT_SELF, ruleset, 0):
            return False
    finally:
        os.close(ruleset)
    return True


def _own_python() -> Iterator[str]:
    yield from {sys.prefix, sys.base_prefix, sys.exec_prefix}


def _own_packages(root: str) -> List[str]:
    return [f"{root}/{name}" for name in ("qfieldcloud_server", "qfieldcloud_plugin")]


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def _allow(libc: ctypes.CDLL, ruleset: int, path: str, access: int) -> None:
    try:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(opened).st_mode):
            access &= _FOR_FILES
        libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(_PathBeneath(access, opened)), 0)
    finally:
        os.close(opened)
