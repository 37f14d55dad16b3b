"""The English that page furniture is made of. A second language adds its own words here."""

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


HEADER = {  # label of a header line -> field of Provenance
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "outlet": "outlet",
    "publisher": "outlet",
    "source": "outlet",
    "url": "url",
    "link": "url",
    "author": "author",
    "byline": "author",
}

CLOCK = (
    r"(?:[01]?\d|2[0-3])(?:[:.h]?[0-5]\d)?\s*(?:[ap]\.?m\.?)?(?:\s*(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|PT"
    r"|local(?: time)?)\b)?"
)
# A clock that nothing announces must look like one: "14:05", "9.30 p.m.", "1530 GMT", not "2015".
BARE = (
    r"(?:(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s*[ap]\.?m\.?)?(?:\s*(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET))?|(?:[01]\d"
    r"|2[0-3])[0-5]\d\s*(?:GMT|UTC)|1?\d\s*[ap]\.?m\.?)"
)

# What stands before the text of a timed entry: "UPDATE 1530 GMT: ", "14:05 - ", "[9.30 p.m.] "
UPDATE = re.compile(
    rf"(?:(?:LATEST\s+)?(?:UPDATED?"
    rf"|Updated?)(?:\s+\d{{1,2}}(?=[:,]))?[\s,:–—-]*(?:\(?(?:at\s+)?(?P<clock>{CLOCK})\)?)?\s*[:–—|-]\s*)"
    rf"|(?:\[(?P<boxed>{CLOCK})\]\s*[:–—|-]?\s*)"
    rf"|(?:(?P<bare>{BARE})\s*[:–—|-]\s+(?=[\"“‘A-Z]))"
)
UPDATE_LINE = re.compile(rf"(?:UPDATED?|Updated?)[\s,:–—-]*(?P<clock>{CLOCK})?\s*:?")
CLOCK_LINE = re.compile(rf"{BARE}\s*[:–—-]?")
ORIGINAL = re.compile(
    r"(?:ORIGINAL (?:ENTRY|POST|STORY|REPORT)|Original (?:entry|Entry|post|story|report))\s*[:–—-]\s*"
)

# Whole lines that are furniture of the page.
NOISE = re.compile(
    r"(?:LATEST|BREAKING|LIVE|ADVERTISEMENT|SPONSORED|TRENDING|TOP STORIES|MOST READ|COMMENTS?|SHARE|TAGS?:.*)"
    r"|(?:Jump|Skip|Back|Return) to .{1,40}"
    r"|(?:Share|Tweet|Print|Email|Save|Follow|Like|Pin)(?: (?:this|it|on|via|us|article|story|page|with).{0,60})?"
    r"|Share this[:.]?.*|Click (?:here|to) .{1,60}|Tap (?:here|to) .{1,60}|Sign up .{1,80}|Subscribe .{1,80}"
    r"|Log in .{1,60}"
    r"|(?:Photo|Image|Video|Advertisement(?: .{1,60})?|Loading\.*|Continue reading(?: the main story)?"
    r"|Story continues(?: below)?.{0,40}|Scroll (?:down|for) .{1,40})"
    r"|\(?Cross-posted (?:from|at) .{1,60}\)?|Leave a (?:reply|comment).{0,40}|Post navigation|Filed under:? .{1,80}"
    r"|(?:Copyright|©|\(c\)|&copy;) .{0,160}|All rights reserved\.?|.{0,60}\bAll rights reserved\b.{0,80}"
    r"|(?:This (?:article|story|post|material) (?:was|has been|may not be|originally) .{1,160})"
    r"|(?:(?:First|Last) )?(?:published|updated|modified)(?: (?:on|at|by))? ?:? [^.]{4,60}"
    r"|\d+ (?:shares?|comments?|min(?:ute)?s? (?:read|ago)|hours? ago)|[-–—*_=~#•.\s]{3,}",
    re.IGNORECASE,
)

# Lines that point to other pages.
LINK = re.compile(
    r"(?:(?:Read|See|Watch|Listen|Also|More)(?: (?:more|also|next|on|here|it))*|Related(?: \w+)?|Further reading"
    r"|Recommended|Don.t miss"
    r"|In pictures|Editors?[’'] picks?|You (?:may|might) also like|Explainer|(?:See|Read"
    r"|Watch) (?:[A-Z]\w+ ){0,4}(?:Feature|Video|Analysis|Interview|Audio|Gallery))"
    r"\s*(?:[:|>»]|–|-\s).*|https?://\S+|www\.\S+",
)

CAPTION = re.compile(
    r"(?:(?:FILE )?(?:PHOTOS?|IMAGES?|PICTURES?|VIDEO|AUDIO|MAP|GRAPHIC)|(?:File )?(?:Photos?|Images?|Pictures?|Video"
    r"|Audio|Map|Graphic|Caption))"
    r"(?: (?:by|credit|of|from) [^:]{1,40})?\s*[:|–—]\s*\S.*"
    r"|(?:Image (?:copyright|caption|source)|Media (?:caption|playback)|Enlarge this image|toggle caption"
    r"|Play [Vv]ideo)\b.*",
    re.DOTALL,
)
CREDIT = re.compile(
    r"(?:\((?:[A-Z][\w.’' -]+/)?(?:AP|AFP|Reuters|REUTERS|EPA|Getty(?: Images)?"
    r"|[\w.’' -]{2,40}/[\w.’' -]{2,40})(?: Photo)?(?:/[^()]{2,40})?\)"
    r"|(?:Photo(?:graph)?|Picture|Image|Credit)\s*(?:by|:)\s*[^.]{3,60}|REUTERS/[^.]{3,40}|[\w’' -]+ ?/ ?(?:AFP|AP|EPA"
    r"|Agence France-?[Pp]resse|Getty(?: Images)?)"
    r"|[;,(–—-]\s*(?:from )?file(?: photo| picture)?(?:, \d{4})?\)?)\.?$"
)

BYLINE = re.compile(
    r"(?:By|BY|Words by|Reported by|Written by|Text by|Story by)\s+(?:the\s+)?[A-Z][\w.’'-]*(?:[ ,]+(?:and|&|in|at|of"
    r"|for|the|de|van|von|al|el|bin|ben|la|[A-Z][\w.’'-]*)){0,14}"
    r"|(?:Reporting|Editing|Writing|Additional reporting|Compiled|Contributed) (?:by|from|to) .{3,200}"
    r"|.{3,80} contributed to this (?:report|story|article)\.?"
    r"|(?:(?:Reuters|REUTERS|A[Pp]|A[Ff][Pp]|EPA|UPI|DPA|TASS|Xinhua|Associated Press"
    r"|Agence France-?Presse)(?:\s*[-/,&]\s*|$))+"
    r"|\((?:Additional )?(?:Reporting|Editing|Writing) (?:by|from) .{3,200}\)"
    r"|(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+MONTH\.?,?(?:\s+\d{4})?|MONTH\.?\s+\d{1,2}(?:st|nd|rd|th)?,?(?:\s+\d{4})?)"
    r"(?:\s*[,|–—-]?\s*(?:at\s+)?\d{1,2}[:.]\d{2}.{0,16})?"
    r"|\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d\S*)?".replace(
        "MONTH", r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
    )
)

# A picture's file name that pasting has glued to the words after it.
GLUED = re.compile(
    r"(?:(?:IMAGE|IMG|DSC[FN]?|PHOTO|Photo|image|img|Screen ?[Ss]hot)[-_ ]?\d{3,}[\d_-]*(?:\[\d+\])?(?:\.(?:jpe?g|png"
    r"|gif|webp))?"
    r"|\S{1,80}\.(?:jpe?g|png|gif|webp))\s*"
)

COMMENTS = re.compile(
    r"\d+ (?:responses?|comments?|replies|thoughts?)(?: (?:to|on) .{1,200}|:)"
    r"|(?:One|No) (?:response|comment|reply|thought) (?:to|on) .{1,200}|(?:Readers?[’'] )?Comments? ?(?:\(\d+\)|:)"
    r"|User comments:?|Reader comments:?",
    re.IGNORECASE,
)
VOICE = re.compile(  # before the words of a comment
    r"(?:Comment by|Comment from|Posted by|Reply by|Reply from)\s+(?P<by>[^:,|]{1,40}?)(?:\s+(?:on"
    r"|at)\s+[^:]*(?:\d:\d\d[^:]*)?)?\s*(?:[:|]\s*|$)"
    r"|(?P<says>[\w.’'@-]+(?: [\w.’'@-]+){0,3})\s+(?:says|said|writes|wrote|replied|replies|commented)(?:\s+(?:on"
    r"|at)\s[^:]{4,40}(?:\d:\d\d[^:]{0,12})?)?\s*:\s*"
)
FORM = re.compile(
    r"(?:Leave a (?:reply|comment)|Post a comment|Add (?:a|your) comment|Post navigation)\b.*", re.IGNORECASE
)
COMMENT_META = re.compile(
    r"(?:Reply|Report|Like|Permalink|Edit|Upvote|Downvote|Quote|\d+ likes?|.{0,30}\b\d{4} at \d.{0,12})", re.IGNORECASE
)
NUMBERED = re.compile(r"(?P<number>\d{1,4})[.)]\s+")
BULLET = re.compile(r"[•◦‣▪–*-]\s+")
FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|us|my|My|me)\b")
SMALL = _set("a an and as at but by for from in into of on or over the to up via with vs is are not no")
