"""The canonical text of an account, with the address of every code point in the raw bytes.

A reader decodes the raw bytes once (`decode`), then lays the text out on a `Canvas`: stretches kept as they are,
single characters that stand for something longer (an entity, a CRLF, collapsed space), and separators. What comes
out is the text and its *origin*, a tuple of runs (text begin, raw begin, raw end):

* a run covers the text from its begin to the begin of the next run; the last run is empty and marks the end;
* all code points of one run take the same number of raw bytes, (raw end - raw begin) / length, so that an offset
  is found by arithmetic, without the raw bytes;
* the raw bytes of a run, decoded, are its text, or are an HTML or JSON escape of it; white space may stand for any
  markup and white space, or for nothing.

No character is normalised, and nothing invisible is dropped: zero-width and bidirectional controls stay where they are.
"""

from rashomon.text.addresses import Run, pieces, to_raw, verify
from rashomon.text.canvas import Canvas
from rashomon.text.decoding import Source, decode, given, readable

__all__ = ["Canvas", "Run", "Source", "decode", "given", "pieces", "readable", "to_raw", "verify"]
