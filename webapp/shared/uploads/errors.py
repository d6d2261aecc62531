"""Why a file that a person sent is not kept."""

from webapp.shared.errors import Refused


class FileHarmful(Refused):
    """The scanner finds malware in the file `name`."""

    def __init__(self, name: str) -> None:
        super().__init__("malware")
        self.name = name
