"""Nouns to JSON and back, from the type hints of the dataclasses alone: a new field needs no line here.

A dataclass is an object of its fields, a Span is `[begin, end]`, bytes are base64, a datetime is ISO 8601,
infinities are "inf" and "-inf", and `Document.layers` is an object keyed by the name of the annotation class.

A document can also be packed: its layers compressed, each by itself, and read again only when somebody asks for them.
So can other nouns: see `rashomon.packed`.
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from enum import Enum, EnumType
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from rashomon import types
from rashomon.errors import DamageError
from rashomon.types import Annotation, Document, Layer, Span

T = TypeVar("T")
Convert = Callable[[Any], Any]

SCHEMA = 1
"""Version of the JSON form. Raise it whenever `schema_hash()` changes; tests/test_codec.py holds the two together."""


def dumps(noun: object) -> str:
    """A noun as one line of ASCII JSON; equal nouns give equal lines.

    >>> dumps(Span(3, 8))
    '[3, 8]'
    """
    kind: Any = type(noun)
    return json.dumps(_encoder(kind)(noun), allow_nan=False)


def loads(kind: type[T], line: str | bytes) -> T:
    """The noun of class *kind* that `dumps` wrote. Raises DamageError for anything else.

    >>> loads(Span, "[3, 8]")
    Span(begin=3, end=8)
    """
    hint: Any = kind
    try:
        noun: T = _decoder(hint)(json.loads(line))
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise _damage(f"a {kind.__name__}", error) from error
    return noun


def squeeze(value: object) -> bytes:
    """A plain value (texts, numbers, lists and mappings of these) as compressed JSON."""
    return zlib.compress(json.dumps(value, allow_nan=False).encode())


def squeezed(data: bytes) -> Any:
    """The value that `squeeze` compressed. Raises DamageError for anything else."""
    try:
        return json.loads(zlib.decompress(data))
    except (zlib.error, TypeError, ValueError, RecursionError) as error:
        raise _damage("a plain value", error) from error


def press(kind: type[T], nouns: Iterable[T]) -> bytes:
    """Nouns of class *kind* as compressed JSON; equal nouns give equal bytes."""
    hint: Any = kind
    encode = _encoder(hint)
    return squeeze([encode(noun) for noun in nouns])


def pressed(kind: type[T], data: bytes) -> list[T]:
    """The nouns that `press` compressed. Raises DamageError for anything else."""
    hint: Any = kind
    try:
        return list(map(_decoder(hint), squeezed(data)))
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise _damage(f"a list of {kind.__name__}", error) from error


def _damage(what: str, error: Exception) -> DamageError:
    reason = f"not {what} of schema {SCHEMA} ({type(error).__name__}: {error})"
    return DamageError(f"{reason}; if a case holds it, delete its case.db and build again: nothing is lost")


def schema_hash() -> str:
    """12 hexadecimal digits over the names, fields and field types of every noun of `rashomon.types`."""
    nouns = sorted(
        (name, *(f"{f.name}: {f.type}" for f in fields(noun))) if is_dataclass(noun) else (name, *map(str, noun))
        for name, noun in ((name, getattr(types, name)) for name in types.__all__)
        if is_dataclass(noun) or isinstance(noun, EnumType)
    )
    return hashlib.sha256(json.dumps(nouns).encode()).hexdigest()[:12]


# -- documents whose layers are read when they are asked for ---------------------------------------------------------

READ_LAYERS = 1024
"""Layers that are kept as read: those of more than 100 accounts."""


def pack(document: Document) -> tuple[str, dict[str, bytes]]:
    """A document as JSON without its layers, and the name and compressed JSON of each layer."""
    packs = {_layer_name(kind): press(kind, items) for kind, items in document.layers.items()}
    return dumps(replace(document, layers={})), packs


def unpack(line: str, packs: Mapping[str, bytes]) -> Document:
    """The document that `pack` wrote. A layer is read when it is asked for; damage is a DamageError only then."""
    return replace(loads(Document, line), layers=_Packed(packs))


class _Packed(Mapping[type[Annotation], Layer[Annotation]]):
    """The layers of one document, compressed."""

    __slots__ = ("_packs",)

    def __init__(self, packs: Mapping[str, bytes]):
        self._packs = packs

    def __getitem__(self, kind: type[Annotation]) -> Layer[Annotation]:
        name = _layer_name(kind)
        return _unpacked(name, self._packs[name])

    def __iter__(self) -> Iterator[type[Annotation]]:
        return map(_layer_class, self._packs)

    def __len__(self) -> int:
        return len(self._packs)

    def __contains__(self, kind: object) -> bool:
        return isinstance(kind, type) and _layer_name(kind) in self._packs


@lru_cache(READ_LAYERS)
def _unpacked(name: str, packed: bytes) -> Layer[Annotation]:
    return Layer(pressed(_layer_class(name), packed))


# -- one converter for each type hint, made once -------------------------------------------------------------------


def _same(value: Any) -> Any:
    return value


def _annotations(base: type[Annotation] = Annotation) -> Iterator[type[Annotation]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _annotations(kind)


def _layer_name(kind: type[Annotation]) -> str:
    """Its bare name for a noun of ours, with its module for a layer that someone added elsewhere."""
    ours = getattr(types, kind.__name__, None) is kind
    return kind.__name__ if ours else f"{kind.__module__}.{kind.__qualname__}"


def _layer_class(name: str) -> type[Annotation]:
    """The loaded annotation class of that name: a stored name never imports anything."""
    # the last of a name wins: slots=True makes its class twice, and the first has no use
    loaded = {_layer_name(kind): kind for kind in _annotations()}
    if name not in loaded:
        raise ValueError(f"no annotation class {name} is loaded")
    return loaded[name]


def _float_out(value: float) -> float | str:
    return float(value) if math.isfinite(value) else str(value)


def _optional(hint: Any) -> Any:
    """X for `X | None`. Unions of anything else are not part of the nouns."""
    rest = [a for a in get_args(hint) if a is not NoneType]
    if len(rest) != 1:
        raise TypeError(f"{hint} has no JSON form; give the field one type, or one type and None")
    return rest[0]


def _fields(kind: type) -> list[tuple[str, Any]]:
    hints = get_type_hints(kind)
    return [(f.name, hints[f.name]) for f in fields(kind)]


@cache
def _encoder(hint: Any) -> Convert:
    origin, args = get_origin(hint), get_args(hint)
    if hint is Span:
        return lambda s: [s.begin, s.end]
    if hint is float:
        return _float_out
    if hint is bytes:
        return lambda b: base64.b64encode(b).decode("ascii")
    if hint is datetime:
        return datetime.isoformat
    if origin in (Union, UnionType):
        some = _encoder(_optional(hint))
        return _same if some is _same else lambda v: None if v is None else some(v)
    if origin is Sequence or (origin is tuple and args[-1] is Ellipsis):
        item = _encoder(args[0])
        return list if item is _same else lambda v: [item(x) for x in v]
    if origin is tuple:
        each = [_encoder(a) for a in args]
        return lambda v: [encode(x) for encode, x in zip(each, v, strict=True)]
    if origin is Mapping and args[0] is str:
        of = _encoder(args[1])
        return lambda v: {k: of(v[k]) for k in sorted(v)}
    if origin is Mapping:
        return lambda v: {_layer_name(k): [_encoder(k)(a) for a in v[k]] for k in sorted(v, key=_layer_name)}
    if is_dataclass(hint):
        plan = [(name, _encoder(of)) for name, of in _fields(hint)]  # type: ignore[arg-type]  # a class, not an instance
        return lambda v: {name: encode(getattr(v, name)) for name, encode in plan}
    if isinstance(hint, type) and issubclass(hint, (str, int, NoneType)):
        return _same
    raise TypeError(f"{hint} has no JSON form")


@cache
def _decoder(hint: Any) -> Convert:
    origin, args = get_origin(hint), get_args(hint)
    if hint is Span:
        return lambda v: Span(*v)
    if hint is bytes:
        return base64.b64decode
    if hint is datetime:
        return datetime.fromisoformat
    if origin in (Union, UnionType):
        some = _decoder(_optional(hint))
        return lambda v: None if v is None else some(v)
    if origin is Sequence or (origin is tuple and args[-1] is Ellipsis):
        item = _decoder(args[0])
        return tuple if item is _same else lambda v: tuple([item(x) for x in v])
    if origin is tuple:
        each = [_decoder(a) for a in args]
        return lambda v: tuple([decode(x) for decode, x in zip(each, v, strict=True)])
    if origin is Mapping and args[0] is str:
        of = _decoder(args[1])
        return lambda v: {k: of(x) for k, x in v.items()}
    if origin is Mapping:
        return _layers_in
    if is_dataclass(hint):
        plan = [(name, _decoder(of)) for name, of in _fields(hint)]  # type: ignore[arg-type]  # a class, not an instance
        make: Any = hint
        return lambda v: make(*[decode(v[name]) for name, decode in plan])
    if hint is float or (isinstance(hint, type) and issubclass(hint, Enum)):
        return hint  # float("inf"), and an Enum by its value
    return sys.intern if hint is str else _same  # ids, holders and slots stand thousands of times in a record


def _layers_in(value: Mapping[str, list[Any]]) -> dict[type[Annotation], tuple[Annotation, ...]]:
    layers: dict[type[Annotation], tuple[Annotation, ...]] = {}
    for name, items in value.items():
        kind: Any = _layer_class(name)
        decode = _decoder(kind)
        layers[kind] = Layer([decode(a) for a in items])
    return layers
