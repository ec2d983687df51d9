"""This machine's clocks: the wall clock, and the one that counts from its start whatever is set."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from quizapp.domain.moment import Moment


class SystemClock:
    """Reads the machine. The boot clock counts suspended time where the system offers that."""

    def read(self) -> Moment:
        """Return the wall time in UTC, whole milliseconds, and the seconds since this boot."""
        now = datetime.now(UTC)
        at = now.replace(microsecond=now.microsecond // 1000 * 1000)
        return Moment(at=at, boot=self._boot, clock=round(seconds_since_boot(), 3))

    @cached_property
    def _boot(self) -> str:
        return boot_id()


def seconds_since_boot() -> float:
    """Return the boot clock in seconds: it never goes back, and no one can set it."""
    if sys.platform == "linux":
        seconds = time.clock_gettime(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":
        # Unlike time.monotonic() there, this one counts sleep.
        seconds = time.clock_gettime(time.CLOCK_MONOTONIC)
    else:
        seconds = time.monotonic()
    return seconds


def boot_id() -> str:
    """Return which start of which machine this is; "" where the system does not tell."""
    try:
        return _boot_id()
    except (OSError, ValueError):
        # Without it an attempt's time is the wall clock's, as after a reboot: worse, but no reason to stop.
        return ""


if sys.platform == "win32":

    def _boot_id() -> str:
        """Return a digest of the machine's id and its count of boots: setting the clock changes neither."""
        import winreg
        from hashlib import sha256

        memory = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, memory) as key:
            boots = winreg.QueryValueEx(key, "BootId")[0]
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            machine = winreg.QueryValueEx(key, "MachineGuid")[0]
        return sha256(f"{machine} {boots}".encode()).hexdigest()[:32]

elif sys.platform == "darwin":

    def _boot_id() -> str:
        import subprocess

        asked = ["/usr/sbin/sysctl", "-n", "kern.bootsessionuuid"]
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip().lower()

else:

    def _boot_id() -> str:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
