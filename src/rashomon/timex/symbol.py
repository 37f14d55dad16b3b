"""What a time expression says before anybody knows when it was said."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Symbol:
    """A time expression as written, still to be placed on the calendar.

    `type` is DATE, TIME, DURATION or SET. `form` is a TIMEX3 value, with X where an anchor must supply the rest
    ("XXXX-11-12", "XXXX-WXX-5", "P4Y", "PAST_REF"). `op` says how the anchor supplies it:

    ========  ==================================================================================
    fixed     it need not: `form` is the value
    shift     `amount` of `unit` from the anchor, at the granularity of the unit; a week or weekend on the side `toward`
    nearest   the instance of `form` nearest to the anchor, on the side `toward` (past, future, "")
              or strictly on it (last, next) or in the anchor's own year (this)
    year      `form` in the year `amount` years from the anchor's
    quarter   the quarter last named, in the year `form`
    stretch   the stretch `form` that ends (toward past) or begins (future) at the anchor
    ========  ==================================================================================

    `base` names the anchor: account (when it was published), date (the last day the text named), nearby (that
    day if it is within a week of the account), period (the last quarter, month or year it named). A day that has a name
    has the `unit` holiday. `weekday`, 1 to 7, restricts the years of a month and day, or is the day of a shifted
    week. `clock` is the time of day ("15:30", "NI"), `zone` the zone as written, `mod` a TIMEX3 modifier (START,
    APPROX, MORE_THAN ...).
    """

    type: str
    form: str = ""
    op: str = "fixed"
    base: str = "account"
    amount: int = 0
    unit: str = ""
    toward: str = ""
    weekday: int = 0
    clock: str = ""
    zone: str = ""
    mod: str = ""

    def __str__(self) -> str:
        """One line that `read` reads back: "DATE form=XXXX-11-12 op=nearest toward=past".

        >>> Symbol.read(str(Symbol("DATE", op="shift", amount=-1, unit="day"))).amount
        -1
        """
        said = ((f.name, getattr(self, f.name), f.default) for f in fields(self)[1:])
        return " ".join([self.type, *(f"{name}={value}" for name, value, default in said if value != default)])

    @classmethod
    def read(cls, line: str) -> "Symbol":
        """The symbol that `str` wrote. Raises ValueError for any other line."""
        kind, *pairs = line.split()
        given = dict(pair.split("=", 1) for pair in pairs)
        known = {f.name for f in fields(cls)}
        if not given.keys() <= known:
            raise ValueError(f"not a symbolic time: {line!r}")
        amount, weekday = int(given.pop("amount", "0")), int(given.pop("weekday", "0"))
        return cls(kind, amount=amount, weekday=weekday, **given)
