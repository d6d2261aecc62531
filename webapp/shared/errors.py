"""Kinds of refusal a service may raise; error_pages alone knows their page."""


class ServiceError(Exception):
    """A request that we understand and cannot grant."""


class NotFound(ServiceError):
    """There is no such thing, or not for this person."""


class NotAllowed(ServiceError):
    """This person may not do this."""


class NotSignedIn(NotAllowed):
    """Nobody is signed in; after signing in it may be allowed."""


class Refused(ServiceError):
    """The rules forbid it in the present state."""


class NotReady(ServiceError):
    """It is being made; ask again later."""
