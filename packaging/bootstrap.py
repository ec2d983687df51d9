# -*- coding: utf-8 -*-
"""What quizapp.pyz begins with: unpack once into this person's cache, then run from there.

The program reads its style sheets and banks as files, and Python keeps what it compiled only beside files: unpacked
it starts five times as fast. Any Python reads this far, to say in words that it is too old.
"""

from __future__ import unicode_literals

import os
import sys

BUILD = "@BUILD@"
"""The digest of what is packed."""
LEAST = (3, 11)
TOO_OLD = """\
这台机器的 Python 是 %s，太旧了，考试程序需要 3.11 或更新的版本。
请改用随盘带的“开始考试”，或请管理员安装新的 Python。
Python %s is too old: quizapp needs 3.11 or newer.
"""
NO_ROOM = """\
考试程序没有地方展开：%s
请腾出 50 MB 磁盘空间，或换一个能写文件的账户。
quizapp found nowhere to unpack itself: %s
"""


def complain(text):  # type: ignore[no-untyped-def]  # any Python reads this
    """Say something on a console whose encoding may not have it."""
    out = getattr(sys.stderr, "buffer", sys.stderr)
    out.write(text.encode(getattr(sys.stderr, "encoding", None) or "utf-8", "replace"))


def caches():  # type: ignore[no-untyped-def]  # any Python reads this
    """Return the folders to try, the best first."""
    import tempfile

    own = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME")
    own = own or os.path.join(os.path.expanduser("~"), ".cache")
    shared = "quizapp-unpacked-%s" % (os.getuid() if hasattr(os, "getuid") else "")
    return [os.path.join(own, "quizapp", "unpacked"), os.path.join(tempfile.gettempdir(), shared.rstrip("-"))]


def unpacked(archive, cache):  # type: ignore[no-untyped-def]  # any Python reads this
    """Return the folder of what is packed, unpacked whole: several programs may begin at once. Raises OSError."""
    import shutil
    import tempfile
    import zipfile

    place = os.path.join(cache, BUILD)
    os.makedirs(cache, mode=0o700, exist_ok=True)
    if hasattr(os, "getuid") and os.lstat(cache).st_uid != os.getuid():
        # In a folder that all write to anybody could have put a program in its place.
        raise OSError("somebody else's: " + cache)
    if not os.path.isdir(place):
        unfinished = tempfile.mkdtemp(prefix="unfinished-", dir=cache)
        try:
            with zipfile.ZipFile(archive) as packed:
                packed.extractall(unfinished)
            try:
                os.rename(unfinished, place)
            except OSError:
                if not os.path.isdir(place):
                    raise
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    return place


def run():  # type: ignore[no-untyped-def]  # any Python reads this
    """Run the program and return its exit status."""
    archive, trouble = os.path.dirname(os.path.abspath(__file__)), None
    for cache in caches():
        try:
            place = unpacked(archive, cache)
            break
        except OSError as error:
            trouble = error
    else:
        complain(NO_ROOM % (trouble, trouble))
        return 3
    sys.path[0] = place
    from quizapp.__main__ import main

    return main()


if sys.version_info < LEAST:
    version = "%d.%d" % sys.version_info[:2]
    complain(TOO_OLD % (version, version))
    sys.exit(2)
if __name__ == "__main__":
    sys.exit(run())
