"""Whether a name is a man's or a woman's: by its titles, else by a common given name; unknown for most of the world.

Only what nearly always goes one way is listed ("Kim", "Jean" and "Andrea" are not). A second language adds its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from rashomon.grammar import people

FEMALE = frozenset(
    """abigail ada adele agnes aisha alexandra alexia alice alicia alina allison alyssa amanda amber amelia amina amy
    ana anastasia angela angelina anita anjali ann anna anne annette antonia anya april ariana arlene astrid audrey
    ava ayesha barbara beata beatrice beatriz becky belinda bella bernadette beth bethany betty beverly bianca bonnie
    brenda bridget brigitte britney brittany camila camilla carla carmen carol carole caroline carolyn carrie
    catherine cathy cecilia celeste celia charlotte chelsea cheryl chiara chloe christina christine cindy claire clara
    claudia colleen condoleezza connie constance courtney cristina crystal cynthia daisy daniela daniella danielle
    daphne dawn debbie deborah debra deirdre delia denise diana diane dolores donna doris dorothy edith eileen elaine
    eleanor elena elisa elisabeth elise eliza elizabeth ella ellen elsa emily emma erica erika esther ethel eugenia
    eunice eva evelyn fatema fatima fatma felicia fiona florence frances francesca frida gabriela gabriella gabrielle
    gail georgia geraldine gertrude gina giorgia gisele giulia gladys gloria grace greta gretchen gwen gwendolyn
    hannah harriet heather heidi helen helena helga henrietta hillary ida imogen indira ines ingrid irene irina
    iris isabel isabella isabelle ivana ivanka jacinda jacqueline jana jane janet janice janine jasmine jeanne jenna
    jennifer jenny jessica jill joan joanna joanne josephine joyce juanita judith judy julia juliana julie juliet june
    kamala karen karin karina kate katherine kathleen kathryn kathy katie katrina katya kayla keisha khadija kirsten
    kristen kristin kristina laila lara larisa latifa latisha laura lauren laurie leila lena leonora leticia lidia
    lila lilian lillian lily linda lisa liza lois lola lorena loretta lorraine louisa louise lucia lucille lucy
    ludmila luisa lydia mabel madeleine madison maggie malala marcia margaret margarita margot maria mariam mariana
    marie marilyn marina marjorie marlene marsha marta martha mary maryam matilda maureen maxine megan melania melanie
    melinda melissa mercedes meredith meryl mia michelle mildred miranda miriam mitzi molly mona monica monique muriel
    myra nadia nadine nancy naomi natalia natalie natasha nellie nicole nicolette nina nora norma oksana olga olivia
    ornella pamela patricia paula pauline penelope petra phoebe phyllis polina priscilla priya rachel ramona rebecca
    regina renata rhonda rita roberta rosa rosalind rosanna rose rosemary roxanne ruth sabrina sadie sally samantha
    sandra sara sarah selena serena shakira sharon sheila shelley sherry sheryl shirley silvia simone sofia sonia
    sophia sophie stella stephanie sue susan susanna susanne suzanne svetlana sylvia tamara tania tanya tara tatiana
    teresa theresa tiffany tina tracey uma ursula valentina valeria valerie vanessa vera veronica victoria viola
    virginia vivian viviana wendy whitney wilhelmina winifred winnie xiomara yasmin yasmine yelena yolanda yulia
    yvette yvonne zainab zara zoe zoë zsuzsanna ángela élise""".split()
)
MALE = frozenset(
    """aaron abdel abdul abdullah abraham adam adolf adrian ahmad ahmed alain alan albert alberto alejandro aleksandr
    alessandro alexander alexandre alexei alexey alfred alfredo ali allan allen alvin amir anatoly anders andrei
    andrew andré andy angus anthony antoine anton antonio antony antónio anwar archibald arjun armando arnold arthur
    artur arturo asif augustine aziz barack barry bashar basil ben benedict benjamin bernard bernie bertrand bilal
    bill billy björn bob bobby boris brad bradley brendan brett brian bruce bruno bryan burhan byron caleb calvin carl
    carlo carlos cedric cesar charles charlie chester christian christopher chuck clarence clark claude claudio
    clifford clint clive colin conor conrad corey craig curtis cyril damian dan daniel danny darren daryl dave david
    dean declan denis dennis derek desmond diego dieter dimitri dirk dmitri dmitry dominic don donald doug douglas
    duncan dwight earl ed eddie edgar edmund eduardo edward edwin egor elijah elliot elliott elon emil emmanuel
    enrique eric erik ernest ernesto ernst ethan eugene evan fabio faisal farid felipe felix ferdinand fernando fidel
    filip floyd francesco francisco franco frank franklin franz fred freddie frederick friedrich gareth gary gavin
    gene geoff geoffrey george georges georgy gerald gerard gerhard giancarlo gilbert giovanni giuseppe glen glenn
    gordon graham greg gregory guido guillermo gunther gustav hamid hamza hank hans harold harrison harry harvey
    hassan hector heinrich helmut henri henrik henry herbert herman homer horst howard hugh hugo humberto hussain
    hussein ian ibrahim igor ilham imran isaac ismail ivan jack jacob jacques jaime jake jakob jamal james jared
    jason javier jeff jeffrey jens jeremy jerome jerry jesus jesús jim jimmy joachim joaquin joe joel johan johann
    johannes john johnny jon jonas jonathan jorge jose josef joseph josh joshua josé juan jules julian julio julius
    jurgen justin jürgen kareem karl keith ken kenneth kevin khaled khalid kirk klaus konstantin kurt kyle lance larry
    lars laurent lawrence leo leon leonard leonardo leonid leopold lewis liam lionel lloyd lorenzo louis luc
    luca lucas luigi luis luiz lukas luke mahmoud malcolm manfred manuel marc marcel marco marcos marcus mario mark
    markus martin marvin mateo matt matteo matthew matthias maurice mauricio max maximilian mehmet melvin
    michael michel miguel mikael mike mikhail milan miles miroslav mitch mitchell mohamad mohamed mohammad mohammed
    mohsen moses muammar muhammad mustafa narendra nathan nathaniel ned neil nelson nicholas nick nicolas nicolás
    nigel nikolai nikos noah norman oleg oleksandr oliver olivier omar orlando osama oscar osman otto owen pablo
    paolo patrick paul pavel pedro percy peter petro phil philip philippe phillip pierre pietro prakash quentin rafael
    rafiq rahul rainer raj rajesh ralph ramon randall randy rashid raul ray raymond raúl recep reinhard reuben rex
    reza ricardo richard rick robert roberto rod roderick rodney rodrigo roger roland rolf roman ron ronald ross roy
    rudolf rudy rupert russell ryan saddam saeed salman salvador salvatore samir samuel sanjay santiago saul scott
    sean sebastian sergei sergey sergio seth shaun shinzo simon solomon stanislav stanley stefan stephen sterling
    steve steven stuart sven sylvester tariq ted terence thaddeus theodore thomas tim timothy toby todd tom tomas
    tommy tony travis trevor tyler umberto usman vaclav valery vasily vernon victor vijay vikram viktor vince vincent
    virgil vitali vitaly vladimir volodymyr wade walter warren wayne werner wesley wilhelm will willem william willy
    winston wolfgang xavier yasser yitzhak yousef youssef yuri yves zachary zbigniew ángel""".split()
)

GIVEN = FEMALE | MALE
_FEMALE, _MALE = people.FEMALE_WORDS | FEMALE, people.MALE_WORDS | MALE
ADDRESS = frozenset("mr mrs ms miss sir dame lord lady".split())


def gender(form: str, titles: Iterable[str] = ()) -> str:
    """ "f" or "m" by the form of address of a name, else by its first word, else by its other titles; "" where they
    leave it open.

    >>> gender("Oro", ["Ms.", "the mayor"]), gender("Pavel Drusk", ["her father"]), gender("Kim Oro")
    ('f', 'm', '')
    """
    plain = {people.plain(title) for title in titles}
    first = form.lower().split()[:1]
    every = {word for title in plain for word in title.split()}
    return _told(plain & ADDRESS) or _told(first) or _told(every)


def of_noun(noun: str) -> str:
    """ "f" or "m" by a noun for somebody, "" where it leaves it open.

    >>> of_noun("actress"), of_noun("boy"), of_noun("driver")
    ('f', 'm', '')
    """
    return "f" if noun in people.FEMALE_WORDS else "m" if noun in people.MALE_WORDS else ""


def _told(words: Iterable[str]) -> str:
    known = set(words)
    female, male = known & _FEMALE, known & _MALE
    return "" if bool(female) == bool(male) else "f" if female else "m"


def apart(
    addressed: Iterable[tuple[tuple[str, ...], str]], full: Collection[tuple[str, ...]]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """(surname, full name) of two people: nobody of that surname has the gender that it is *addressed* by.

    >>> list(apart([(("oro",), "f")], [("pavel", "oro")])), list(apart([(("oro",), "f")], [("kim", "oro")]))
    ([(('oro',), ('pavel', 'oro'))], [])
    """
    for surname, told in addressed:
        others = [name for name in full if name[-1:] == surname]
        if told and all(gender(name[0]) not in ("", told) for name in others):
            yield from ((surname, name) for name in others)
