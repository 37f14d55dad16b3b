"""What a reader sees first, and whose word it is: the sides of a dispute, names that read alike, unread accounts."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from test_much import disputed
from test_parts import record
from written import Account

from rashomon.exporters.html import render
from rashomon.types import Agreement, Event, Position, Record, Relation, Slot, Span, Value
from rashomon.views.events import laid_out, thin, versions
from rashomon.views.index import Index
from rashomon.views.labels import ASIDE
from rashomon.views.relations import gathered
from rashomon.views.report import report

SPANISH = "La policía dijo que la grúa cayó sobre el muelle y que no hubo heridos en la ciudad de Karsa ese día. "


def test_the_sides_of_a_dispute_come_before_versions_that_more_witnesses_hold() -> None:
    made = record(("A", ""), ("B", ""))
    claims = made.events[0].slots[0].positions[0].claims
    held = [Position(Value("number", n, n), (replace(claims[0], words=str(n)),), ("A", "B")) for n in range(7)]
    held += [Position(Value("number", n, n), (replace(claims[1], words=str(n)),), ("A",)) for n in (20, 30)]
    slot = Slot("how many", "killed people", tuple(held), (Relation(7, 8, Agreement.CONFLICTS, "x"),))
    assert [name for name, _ in laid_out(slot, 6)][:3] == ["20", "30", "0"]
    assert [name for name, _ in laid_out(slot, 9)] == ["20", "30", *"0123456"]  # where all fit, in their order


def test_what_is_contested_is_listed_first_with_who_says_what(bridge: Record) -> None:
    listed = render(bridge).partition('<ol class="glance"')[2].partition("</ol>")[0]
    told = [unescape(re.sub(r"<[^>]+>", "", line)) for line in listed.split("</li>")[:-1]]
    assert len(told) == sum(e.contested for e in bridge.events) == 4
    assert "When: 06:52 Karsa State Agency, Ministry of Transport · 06:30–07:00 The Delta Herald · " in "".join(told)
    assert 'class="glance"' not in render(disputed("how many", Value("number", 1, 1), Value("number", 2, 2)))


def test_names_that_read_alike_are_one_version_with_the_witnesses_of_all() -> None:
    forms = "Oro’s boat", "Oro's boat", "their boats", "boats", "Vale"
    held = tuple(Position(Value("name", form=form), (), (f"w{n}",)) for n, form in enumerate(forms))
    told = versions(Slot("whom", "", held, ()))
    assert [(p.value.form, len(p.witnesses)) for p in told] == [("Oro’s boat", 2), ("their boats", 2), ("Vale", 1)]


def test_how_old_somebody_is_is_little_detail() -> None:
    who = Slot("who", "", (Position(Value("name", form="Oro"), (), ("A",)),), ())
    age = Slot("how many", "age of Oro", (Position(Value("number", 9, 9, "year"), (), ("A",)),), ())
    place = Slot("where", "", (Position(Value("place", form="Karsa"), (), ("A",)),), ())
    told = [Event("e", (), ("d", Span(0, 1)), slots, "s") for slots in ((who, age), (who, age, place), (who, place))]
    assert [thin(e) for e in told] == [True, True, False]


def test_it_is_said_whose_word_an_event_is_that_no_account_tells_in_its_own() -> None:
    def happened(made: Record) -> Record:
        claims = made.events[0].slots[0].positions[0].claims
        held = tuple(replace(c, slot="happened", value=Value("polarity", 3.0, 3.0)) for c in claims)
        slot = Slot("happened", "", (Position(held[0].value, held, ("x", "y")),), ())
        return replace(made, events=(replace(made.events[0], slots=(*made.events[0].slots, slot)),))

    told, stated = (report(happened(record(("A", "the mayor"), ("B", by)))) for by in ("unnamed", ""))
    assert "    on the word of: the mayor, nobody named\n" in told
    assert "    on the word of:" not in stated
    assert "over. (says the mayor)" in report(happened(record(("B", "the mayor"))))


def test_an_account_in_another_language_is_not_called_silent() -> None:
    made = record(("A", ""), ("B", ""))
    other = Account("El Correo", "", "2031-04-12").add(SPANISH * 4).document()
    quiet = Account("C", "", "2031-04-12").add("It rained.").document()
    documents = (*made.documents, other, quiet)
    told = Record(documents, made.events, (), (tuple(d.id for d in documents),))
    index = Index(told)
    assert index.silent(made.events[0]) == (quiet.id,) and index.unheard(made.events[0]) == (other.id,)
    rows = render(told).partition('<section id="matrix"')[2].partition("</section>")[0]
    assert rows.count('<td class="s-unread"></td>') == rows.count('<td class="s-silent"></td>') == 1
    assert "not read, not being in English" in rows
    assert "not read" not in render(made).partition('<section id="matrix"')[2].partition("</section>")[0]


def test_relations_of_one_kind_and_reason_are_said_once() -> None:
    pairs = ((0, 1), (0, 2), (1, 3), (2, 3))
    alike = tuple(Relation(left, right, Agreement.CONFLICTS, "x") for left, right in pairs)
    apart = Relation(1, 2, Agreement.MORE_PRECISE, "y"), Relation(2, 0, Agreement.MORE_PRECISE, "y")
    told = [(s.one, s.agreement, s.others) for s in gathered(Slot("how many", "", (), (*apart, *alike)))]
    assert told == [
        (0, Agreement.CONFLICTS, (1, 2)),
        (3, Agreement.CONFLICTS, (1, 2)),
        (1, Agreement.MORE_PRECISE, (2,)),
        (2, Agreement.MORE_PRECISE, (0,)),
    ]


def test_a_version_in_no_dispute_is_marked_so_and_stands_last() -> None:
    made = disputed("how many", *(Value("number", n, n) for n in (7, 8, 9)))
    slot = replace(made.events[0].slots[0], relations=(Relation(1, 2, Agreement.CONFLICTS, "x"),))
    beside = replace(made, events=(replace(made.events[0], slots=(slot,)),))
    assert [name for name, _ in laid_out(slot, 6)] == ["8", "9", "7"]
    assert report(beside).count(ASIDE) == render(beside).count(f"<small>{ASIDE}</small>") == 1
    assert f"7, {ASIDE}  [" in report(beside)


def test_an_account_is_given_with_its_day_where_days_tell_accounts_apart() -> None:
    one = record(("A", ""), ("B", ""))
    date = one.documents[1].date
    assert date is not None and Index(one).days == {}
    later = replace(one.documents[1], date=replace(date, value="2031-04-15"))
    assert [Index(replace(one, documents=(one.documents[0], later))).on(d.id) for d in one.documents] == [
        "A, 12 Apr 2031",
        "B, 15 Apr 2031",
    ]
