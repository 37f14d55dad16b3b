"""One pass of the language model: words in; a Doc with tags, tree and names out, the other heads beside it."""

from rashomon.language.reading import Reading, read_language, read_tokens

__all__ = ["Reading", "read_language", "read_tokens"]
