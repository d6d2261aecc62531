"""How the web server runs, as gunicorn reads it."""

import gc
import runpy

from tests.support.house import ROOT


def test_what_stays_is_left_out_of_later_searches_for_garbage():
    settings = runpy.run_path(str(ROOT / "gunicorn.conf.py"))
    frozen = gc.get_freeze_count()
    try:
        settings["post_worker_init"](None)
        assert gc.get_freeze_count() > frozen
    finally:
        gc.unfreeze()
