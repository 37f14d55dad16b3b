"""The case: a folder that keeps the accounts, and a cache of what was computed from them."""

from rashomon.store.cache import Cache
from rashomon.store.case import Account, Case

__all__ = ["Account", "Cache", "Case"]
