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
from rashomon.views.report import report

SPANISH = "La policía dijo que la grúa cayó sobre el muelle y que no hubo heridos en la ciudad de Karsa ese día. "


def test_the_sides_of_a_dispute_come_before_versions_that_more_witnesses_hold() -> None:
    made = record(("A", ""), ("B", ""))
    claims = made.events[0].slots[0].positions[0].claims
    held = [Position(Value("number", n, n), (replace(claims[0], words=str(n)),), ("A", "B")) for n in range(7)]
    held += [Position(Value("number", n, n), (replace(claims[1], words=str(n)),), ("A",)) for n in (20, 30)]
    slot = Slot("how many", "killed people", tuple(held), (Relation(7, 8, Agreement.CONFLICTS, "x"),))
    assert [name for name, _ in laid_out(slot, 6)][:3] == ["20", "30", "0"]
    assert [name for name, _ in laid_out(slot, 9)][-2:] == ["20", "30"]  # where all fit, in their order


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
