"""The one root of every error that a user may see."""


class SyrinxError(Exception):
    """An error whose text is one sentence that the user can act on.

    Every layer raises this class or a subclass of it; the command line prints the
    sentence and exits with a non-zero code, the window shows it in its message bar.
    """
