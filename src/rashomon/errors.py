"""Everything Rashomon raises on purpose. Each error says the file, the place and the next step."""


class RashomonError(Exception):
    """Base of every error that this package raises on purpose."""


class ReadError(RashomonError):
    """A file could not be read as accounts.

    `path` is the file as the caller named it, `reason` what is wrong with it and what to do next,
    `line` the 1-based line where one is known.
    """

    def __init__(self, path: str, reason: str, line: int | None = None):
        super().__init__(path, reason, line)
        self.path, self.reason, self.line = path, reason, line

    def __str__(self) -> str:
        # a file name may hold bytes of no encoding, and what a terminal would obey
        path = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in self.path)
        return f"{path}{f':{self.line}' if self.line else ''}: {self.reason}"


class MissingLayer(RashomonError):
    """A layer was asked for that no annotator has made: "not looked" is not "found none"."""


class ModelError(RashomonError):
    """The language model's weights are absent or do not match their manifest."""


class CaseError(RashomonError):
    """A case folder cannot be opened, or is not a case folder."""


class DamageError(RashomonError, ValueError):
    """What was stored is not what Rashomon writes: the file was damaged, or something else made it."""


class ExportError(RashomonError):
    """A record cannot be written as asked."""
