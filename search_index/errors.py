"""Why an index cannot be used; each is mended by building it anew."""


class IndexUnusable(Exception):
    """The index cannot answer: build it anew from the source of the entries."""


class IndexMissing(IndexUnusable):
    """No index has been built in this folder yet."""


class IndexOutdated(IndexUnusable):
    """The index was built by other rules of cutting text than those in force."""


class IndexDamaged(IndexUnusable):
    """The files of the index are broken or gone."""
