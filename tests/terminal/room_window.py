"""One of the monkey's rooms in a real terminal, with a window into it: asked by SIGUSR1, it writes into a file what a
full repaint would show. It paints nothing by that, so that an old cell stays where it is.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from pathlib import Path

from textual.pilot import Pilot

from tests.instruments.painted_terminal import repainted
from tests.proofs.monkey import STARTS, Start


def tell(start: Start, file: Path) -> None:
    """Write what all cells should show, as one piece; nothing while another screen comes."""
    with start.app._context():
        wanted = repainted(start.app) if start.app.screen.is_mounted else None
    new = file.with_suffix(".new")
    new.write_text(json.dumps(None if wanted is None else wanted.plain()), "utf-8")
    new.replace(file)


async def main(name: str, folder: Path) -> None:
    """Run a room until it is left."""
    start = STARTS[name](folder)

    async def open_room(_: Pilot[object]) -> None:
        if start.visit is not None:
            start.app.run_worker(start.visit(start.app), group="visit")

    file = folder / "wanted.json"
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, tell, start, file)
    (folder / "pid").write_text(str(os.getpid()), "utf-8")
    await start.app.run_async(auto_pilot=open_room)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
