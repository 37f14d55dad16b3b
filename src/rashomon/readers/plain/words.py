"""The English that page furniture is made of. A second language adds its own words here."""

import re

from rashomon.timex.words import ZONES, any_of


def _any(*patterns: str, flags: int = 0) -> re.Pattern[str]:
    """One of several patterns."""
    return re.compile("|".join(f"(?:{p})" for p in patterns), flags)


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

ZONE = rf"(?:{any_of([*ZONES, 'ET', 'PT', 'IST'])}|local(?: time)?)\b"
HALF = r"[ap]\.?m\.?"
CLOCK = rf"(?:[01]?\d|2[0-3])(?:[:.h]?[0-5]\d)?\s*(?:{HALF})?(?:\s*{ZONE})?"
# A clock that nothing announces must look like one: "14:05", "9.30 p.m.", "1530 GMT", not "2015".
BARE = (
    rf"(?:(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s*{HALF})?(?:\s*{ZONE})?"
    rf"|(?:[01]\d|2[0-3])[0-5]\d\s*(?:GMT|UTC)\b|1?\d\s*{HALF})"
)
TIME = re.compile(rf"\b{BARE}")
UPDATED = r"(?:LATEST\s+)?(?:UPDATED?|Updated?)"

# What stands before the words of a timed entry: "UPDATE 1530 GMT: ", "[9.30 p.m.] ", "14:05 - ".
UPDATE = _any(
    rf"{UPDATED}(?:\s+\d{{1,2}}(?=[:,]))?[\s,:–—-]*(?:\(?(?:at\s+)?(?P<clock>{CLOCK})\)?)?\s*[:–—|-](?!\d)\s*",
    rf"\[(?P<boxed>{CLOCK})\]\s*[:–—|-]?\s*",
    rf"(?P<bare>{BARE})\s*[:–—|-]\s+(?=[\"“‘A-Z])",
)
UPDATE_LINE = re.compile(rf"{UPDATED}[\s,:–—-]*\(?(?P<clock>{CLOCK})?\)?\s*:?")
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
CLOCK_LINE = re.compile(
    rf"(?:[Pp](?:ublished|osted) at )?{BARE}(?: [A-Z]\w+(?: [A-Z]\w+)? Time)?(?:\s?(?:\({BARE}\)|/\s?{BARE}))?"
    rf"(?:,? (?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH}),? \d{{4}})?\s*[:–—-]?"
)
ORIGINAL = re.compile(r"(?:ORIGINAL|Original) (?:ENTRY|POST|STORY|REPORT|[Ee]ntry|post|story|report)\s*[:–—-]\s*")

# Whole lines that are furniture of the page.
NOISE = _any(
    r"LATEST|BREAKING|LIVE|SPONSORED|TRENDING|TOP STORIES|MOST READ|COMMENTS?|SHARE|(?:TAG|TOPIC)S?:.*",
    r"(?:Jump|Skip|Back|Return) to .{1,40}",
    r"(?:Share|Tweet|Print|Email|Save|Follow|Like|Pin)"
    r"(?: (?:this|it|on|via|us|article|story|page|with)\b.{0,60}| .{1,40} (?:on|@).{1,40})?",
    r"Share this[:.]?.*|(?:Click|Tap) (?:here|to) .{1,60}|(?:Sign up|Subscribe|Log in) .{1,80}",
    r"(?:Save){2,}|[A-Z]\w+(?: \w+){0,3} \| (?:Updated|Published):? .{6,30}",
    r"(?:Please |You (?:need to|have to|must) )?(?:enable|activate|turn on) (?:your )?JavaScript.{0,100}",
    r"(?:Your browser|This (?:site|page|content|feature)) (?:does not support|requires|needs) .{3,60}",
    r"Advertisement(?: .{1,60})?|Loading\.*|Photo|Image|Video",
    r"(?:Read|See|Show|View|Watch|Load) (?:more|all|less)|(?:A (?:post|photo|video) shared|Posted) by .{3,80}",
    r"Continue reading(?: the main story)?[.…]*|Story continues(?: below)?.{0,40}|Scroll (?:down|for) .{1,40}",
    r"\(?Cross-posted (?:from|at) .{1,60}\)?|Filed under:? .{1,80}|Leave a (?:reply|comment).{0,40}|Post navigation",
    r"(?:Copyright|©(?! ?[A-Z][\w. ]{1,30}/)|\(c\)) .{0,160}|.{0,60}\bAll rights reserved\b.{0,80}",
    r"(?:Skip|End of) (?:Twitter|X|Facebook|Instagram|YouTube|TikTok) (?:post|video|content)(?: \d+)?(?: by .{1,60})?",
    r"Now playing|(?:Video )?Ad Feedback|Link Copied!|(?:(?:\d{1,2}:)?\d{1,2}:\d\d )?- Source: .{2,40}",
    r"(?:You can )?(?:Follow|Contact|Reach|Write to|E-?mail):? .{0,60}"
    r"(?:\bon (?:Facebook|Twitter|Instagram|X)\b|\S@\S).{0,160}",
    r"Report|[-–—#* ]*ENDS[-–—#* ]*|(?:Press|Media) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office):?",
    r"(?:E-?mail:? )?[\w.+-]+@[\w-]+\.[\w.-]+(?:[,; ]+(?:Tel\.?:?|Phone:?)?[ +()\d-]{6,30})?",
    r"This (?:article|story|post|material) (?:was|has been|may not be|originally) .{1,160}",
    r"(?:(?:First|Last) )?(?:published|updated|modified)(?: (?:on|at|by))? ?:? (?:[^.]|[ap]\.m\.){4,60}",
    r".{10,120} \d{1,2}:\d\d [AP]M \w{2,3} .{3,30} \| \d{1,2}:\d\d",
    r"\d+ (?:shares?|comments?|min(?:ute)?s? (?:read|ago)|hours? ago)|[-–—*_=~#•.\s]{3,}",
    flags=re.IGNORECASE,
)

AFTER_POST = re.compile(r"\s+(?:Report|End of \w+ post.{0,60}|View on \w+)$")  # buttons below an embedded one
BUTTON = re.compile(rf"(?:{NOISE.pattern}|[\d:./ ]+|(?:Hide|Show|Toggle) caption)", re.IGNORECASE)  # beside a picture

# What stands only in furniture, in lines of any words.
FURNITURE = _any(
    r"\bverify you.re not a robot by\b|\bReplay More Videos\b|\b(?:[Ee]mail|[Cc]ontact|[Ww]rite to) us at \S+@",
    r"\bcan be (?:reached|contacted) (?:at|on|via) \S+@|^Read the original article on\b",
    r"\bstory suggestion e-?mail\b|\bSign up for (?:our|the) .{3,60}\bnewsletter",
    r"^(?:M(?:OST READ|ost Read)|TRENDING|RECOMMENDED|ALSO READ|Skip in Skip|Order Reprints)\b|^Read or Share this\b",
    r"\bA version of this article appear|^Interested in .{3,40}\? Add\b|^CNN Special\b",
)

# Lines that point to other pages.
LINK = _any(
    r"\[[^\[\]]{12,}[^\[\].!]\]|.{20,} Read (?:[Mm]ore|MORE)",
    r"(?:(?:Read|See|Watch|Listen|Also|More)(?: (?:more|also|next|on|here|it))*|(?:READ|SEE|WATCH) (?:MORE|ALSO)"
    r"|Related(?: \w+)?|Further reading|Recommended|Don.t miss|In pictures|Editors?[’'] picks?"
    r"|You (?:may|might) also like|Explainer"
    r"|(?:See|Read|Watch) (?:[A-Z]\w+ ){0,4}(?:Feature|Video|Analysis|Interview|Audio|Gallery))\s*(?:[:|>»–]|-\s).*",
    r"https?://\S+|www\.\S+",
)

# Ends the teaser of another page.
CUT = re.compile(r"\s(?:\[(?:…|\.\.\.)\]|(?:…|\.\.\.)\s*(?:[Rr]ead|[Cc]ontinue)[^.!?]{0,30})$")

# What stands over a list of other pages.
_PAGES = r"reading|stories|articles|topics|coverage|content|links|posts|news"
_MORE = r"(?:Read|See|Watch|Also|More|Related|Further|Recommended)"
LINKS = re.compile(
    rf"{_MORE}(?: (?:more|also|next|on|here|this|it|from|the|{_PAGES})){{1,3}}:|{_MORE} (?:{_PAGES})"
    r"|(?:Related|Recommended|More):"
    r"|More (?:Must-?[Rr]eads |[Ss]tories |[Nn]ews |[Cc]overage )?(?:[Ff]rom|[Oo]n|[Ii]n|[Bb]y|[Aa]bout)"
    r"(?: (?:this (?:story|topic)|[A-Z][\w.’'&-]*)){1,5}:?"
    r"|(?:You (?:may|might) (?:also )?like|Editors?[’'] picks?|What to [Rr]ead|Don.t miss|In case you missed it):?"
    r"|(?:[A-Z]\w+ )?(?:Most|Top|Trending|Latest|Popular|Featured)"
    r"(?: (?:[Pp]opular|[Rr]ead|[Vv]iewed|[Ss]hared|[Ss]tories|[Nn]ews|[Pp]osts|[Aa]rticles|[Dd]eals|[Rr]ight|[Nn]ow))+"
    r":?"
)

SOURCES = re.compile(  # over the sources of an encyclopedia or a report, which end it
    r"(?:notes(?: and references)?|references|citations|footnotes|endnotes|bibliography|works cited|external links)"
    r"(?:\s*\[edit\])?:?",
    re.IGNORECASE,
)
MORE = re.compile(r"(?:Read|See|Also|More|Watch) (?:more|also|next)", re.IGNORECASE)  # over a list, or a button

CAPTION = _any(
    r"© ?[A-Z][\w. ]{1,30}/ ?\S.*|FILE ?[–—:-] ?.*",
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3} ?/ ?[A-Z]\w+(?: [A-Z]\w+){0,3}$",
    r"(?:(?:FILE )?(?:PHOTOS?|IMAGES?|PICTURES?|VIDEO|AUDIO|MAP|GRAPHIC)"
    r"|(?:File )?(?:Photos?|Images?|Pictures?|Video|Audio|Map|Graphic|Caption))"
    r"(?: (?:by|credit|of|from) [^:]{1,40})?\s*[:|–—]\s*\S.*",
    r"(?:Image (?:copyright|caption|source)|Media (?:caption|playback)|Enlarge (?:this )?[Ii]mage|toggle caption)\b.*",
    r"(?:In (?:this|these)|This|These|A|An) (?:[\w.,-]+ ){0,5}?(?:file|undated|handout) (?:photo|image|picture).*",
    r"(?:In (?:this|these)|This|These) (?:[\w.,-]+ ){0,6}?(?:photo(?:graph)?|image|picture|frame grab)s?\b"
    r"[^.]{0,30}?(?:,|\b(?:released|provided|taken|made available|shows?|showing)\b).*",
    flags=re.DOTALL,
)
AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA|UPI|DPA|TASS|Xinhua|Associated Press|Agence France-?[Pp]resse|Getty(?: Images)?)"
)
# What is glued before a caption: the buttons of a video, the labels of a picture, its number in a gallery.
LABELLED = re.compile(
    r"(?:CLOSE|Image (?:copyright|source) .{2,40}? Image caption|Facebook Twitter Pinterest|\d{1,3}/\d{1,3}) (?=[A-Z])"
)
CREDITED = re.compile(  # who took it, before the words of a caption that ends without a stop
    rf"(?:(?:[A-Z][A-Z&.’' ]{{1,40}}[•/|] ?)*(?:{AGENCY}|GETTY)|Splash News|Barcroft Media|Handout|Alamy|Rex Features)"
    rf"(?: or licensors|\s*[-:/–]\s*(?:{AGENCY}|Contributor|Handout))?\s+(?=[A-Z\"'“‘])"
)
CREDIT = re.compile(  # at the end of a caption
    rf"(?:\((?:[\w.’' -]+/)?{AGENCY}(?: Photo)?(?:/[^()]{{2,40}})?\)|\([\w.’' -]{{2,40}}/[\w.’' -]{{2,40}}\)"
    r"|(?:Photo(?:graph(?:er)?)?|Picture|Image|Credit|Source)\s*(?:by|:)\s*[^.]{3,60}|REUTERS/[^.]{3,40}"
    r"|\bCredit [A-Z][\w.’'-]+(?: [\w.’'-]+){0,5}(?:/[A-Z][\w .’'-]+| for The [A-Z][\w ]+)"
    r"|in this (?:undated |file |handout )?(?:photo(?:graph)?|picture|image)\b.{0,120}"
    r"|\b\d{1,2} (?:/|of) \d{1,2}(?: [A-Z][A-Z .•/-]+\w*)?"  # its place in a gallery
    rf"|[\w’' -]+ ?/ ?{AGENCY}|[;,(–—-]\s*(?:from )?file(?: photo| picture)?(?:, \d{{4}})?\)?)\.?$"
)

# "HALMORA, March 6 (TNA) - ", "WASHINGTON (AP) — ": a city in capitals, or an agency in brackets, then a dash
_CITY = r"[A-Z][\w.'’/ -]{2,40}(?:, [A-Z][\w.]{1,15}(?: [A-Z][\w.]{1,15})?)?"
_DASH = r" ?(?:[—–-]|--)"
PLACED = _any(
    rf"(?:{_CITY} )?\((?:CNN(?: \w+)?|{AGENCY})\)(?:{_DASH})? ?(?=[A-Z\"'“‘])",
    r"(?!(?:FILE|UPDATED?|WATCH|VIDEO|PHOTOS?|BREAKING|LIVE|MORE|READ|NOTE)\b)"
    r"[A-Z][A-Z.'’/ -]{2,40}(?:, ?[A-Z][\w.]{1,15}(?: [A-Z][\w.]{1,15})?)?"
    rf"(?:, [A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:, \d{{4}})?)?(?: ?\([^()\n]{{2,30}}\))?{_DASH} ",
)
DATELINE = _any(  # of a first paragraph, which may bracket any agency
    PLACED.pattern,
    rf"[A-Z][\w.'’ -]{{2,30}}(?:, [^()\n]{{2,30}})? ?\([A-Z][^()\n]{{1,30}}\){_DASH} ",
)
_NAMED = r"[A-Z][\w.’'&-]*(?:\s+(?:and|&|in|at|of|for|the|de|van|[A-Z][\w.’'&-]*)){0,6}"
BYLINE = _any(
    r"(?:By:?|BY|(?:Words|Reported|Written|Text|Story) by:?)\s+(?:the\s+)?[A-Z][\w.’'-]*"
    r"(?:[ ,]+(?:and|&|in|at|of|for|the|de|van|von|al|el|bin|ben|la|[A-Z][\w.’'-]*)){0,14}",
    r"\(?(?:(?:Additional )?(?:[Rr]eporting|[Ee]diting|[Ww]riting)|Compiled|Contributed) (?:by|from|to) .{3,200}",
    r".{3,230} contributed to this (?:report|story|article|post)\.?",
    r"(?:[—–-]{1,2} ?)?With (?:assistance|reporting|files) (?:by|from) .{3,200}",
    rf"(?i:{AGENCY}(?:\s*[-/,&]\s*|$))+|(?:CNN|{AGENCY})\s+[—–-]",
    r".{10,230}\b(?:opinions|views) expressed (?:in|here|are)\b.{3,80}",
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?)(?:\s+\d{{4}})?"
    r"(?:\s*[,|–—-]?\s*(?:at\s+)?\d{1,2}[:.]\d{2}.{0,16})?",
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d\S*)?",
    # "The Courier, 6 May 2021", as people head what they copied
    rf"(?:By:?\s+)?(?:{_NAMED},\s+){{1,3}}(?:\d{{1,2}}\s+{MONTH},?|{MONTH}\s+\d{{1,2}},?)\s+\d{{4}}\.?",
)
# Who wrote it, below the last paragraph.
BIOGRAPHY = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){2,4}is (?:a|an|the)\b[^.\"“]{0,80}"
    r"\b(?:reporter|correspondent|columnist|writer|contributor|editor)\b"
    r" (?:for|at|with|of|in|to|based|covering|who covers)\b.*"
)

# A picture's file name, or the label of a box, that pasting has glued to the words after it.
GLUED = _any(
    r"Story highlights\s+(?=[A-Z])|Skip (?:Twitter|Facebook|Instagram|YouTube) post by \S+\s+",
    r"(?:IMAGE|IMG|DSC[FN]?|PHOTO|Photo|image|img|Screen ?[Ss]hot)[-_ ]?\d{3,}[\d_-]*(?:\[\d+\])?"
    r"(?:\.(?i:jpe?g|png|gif|webp))?\s*",
    r"[\w()\[\]%-]{1,80}\.(?i:jpe?g|png|gif|webp)\s*",
)

# Readers' comments.
COMMENTS = _any(
    r"(?:\d+|One|No) (?:responses?|comments?|repl(?:y|ies)|thoughts?)(?: (?:to|on) .{1,200}|:)",
    r"(?:(?:User|Reader|Readers?[’']) )?Comments? ?(?:\(\d+\)|:)",
    flags=re.IGNORECASE,
)
WHEN = r"(?:\s+(?:on|at)\s+(?:[^:]{0,40}\d:\d\d[^:]{0,12}|[^:]{0,40}))?"
CLOCKED = r"(?:\s+(?:on|at)\s+[^:]{0,40}\d:\d\d[^:]{0,12})?"
VOICE = _any(  # who speaks, before the words of a comment or after them
    rf"(?:Comment (?:by|from)|Posted by|Reply (?:by|from)):?\s+(?P<by>[^:,|]{{1,40}}?){WHEN}\s*(?:[:|]\s*|$)",
    rf"(?P<says>[\w.’'@-]+(?: [\w.’'@-]+){{0,3}}){CLOCKED}\s+"
    rf"(?:says|said|writes|wrote|replied|replies|commented){WHEN}\s*:\s*",
)
FORM = re.compile(
    r"(?:Leave a (?:reply|comment)|Post a comment|Add (?:a|your) comment|Post navigation)\b.*", re.IGNORECASE
)
AGO = re.compile(
    r"(?:\d{1,3}|an?) ?(?:[smhdwy]|mo|(?:sec|min|h(?:ou)?r|day|week|month|year)\w*)\.?(?: ago)?", re.IGNORECASE
)
COMMENT_META = _any(
    r"\[(?:removed|deleted)\]|Reply|Report|Like|Permalink|Edit|Upvote|Downvote|Quote|\d+ likes?",
    r".{0,30}\b\d{4} at \d.{0,12}",
    flags=re.IGNORECASE,
)
POSTED = re.compile(  # below a comment: "Posted by: Florian, the cook, 27 Sep 2031 | 15:22"
    rf"(?:Comment|Posted|Submitted|Written) by:?\s+(?P<by>[^|]{{1,60}}?)\s*[,|–—-]\s*"
    rf"(?=(?:[A-Z][a-z]{{2,8}}[.,]? ){{0,2}}\d)[^|]{{0,30}}\d(?:\s*[|@]\s*{CLOCK})?.{{0,12}}"
)
POLICY = re.compile(  # what a site says over and under its readers' comments
    r"\b(?:comments? (?:on .{1,40} )?(?:are|is|will be) (?:now )?(?:moderated|monitored|closed|disabled|reviewed)"
    r"|uses Akismet|(?:commenting|comments?|discussion|community) (?:policy|rules|guidelines|standards)"
    r"|(?:log|sign)(?:ged)? in (?:or \w+ )?to (?:post|leave|add|make|join|comment|reply|view)"
    r"|(?:lively but|civil) (?:and \w+ )?(?:civil )?(?:forum|discussion|conversation)"
    r"|house rules|HTML tags|email address will not be|no longer accepting comments)\b",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"(?P<number>\d{1,4})[.)]\s+")
BULLET = re.compile(r"[•◦‣▪–*-]\s+")

# What a line says that leads to a quotation by its colon: "He continued:", "In a letter the union wrote:".
SPEECH = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|(?:re)?stat(?:ed?|es|ing)|t(?:old|ells?|elling)|w(?:rote|rites?|riting)|add(?:s|ed|ing)?"
    r"|continu(?:ed|es|ing)|repl(?:ied|ies|ying)|answer(?:s|ed)|ask(?:s|ed)|explain(?:s|ed"
    r")|declar(?:es|ed)|argu(?:es|ed)"
    r"|warn(?:s|ed)|insist(?:s|ed)|claim(?:s|ed)|conclud(?:es|ed)|announc(?:es|ed)|tweet(?"
    r":s|ed)|post(?:s|ed)|quot(?:es|ed|ing)"
    r"|comment(?:s|ed)|not(?:es|ed)|recall(?:s|ed)|describ(?:es|ed)|den(?:ies|ied)|blam(?:"
    r"es|ed)|prais(?:es|ed)|respond(?:s|ed)"
    r"|statement|letter|message|interview|speech|article|report|excerpt|words)\b",
    re.IGNORECASE,
)
TURN = re.compile(r"[A-Z][A-Z .’'-]{1,30}:|[A-Z]\w+(?: [A-Z]\w+)?: |[●•*–-]")  # of a transcript; an item of a list
TAGGED = re.compile(r"(?:\s+(?:#\w+|https?://\S+))+$")  # after the last sentence of a post
CROSSHEAD = re.compile(r"[-–—] ['\"‘’“”\w].{2,60} [-–—]")  # a heading as agencies set it
SIGNED = re.compile(r"[”\"’']\W*(?:\w+ \d{1,2}, \d{4})?$")  # a quotation
FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|us|my|My|me)\b")
SMALL = frozenset(
    ("a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "are", "no", "not", "of")
)
SMALL |= frozenset(("on", "or", "over", "the", "to", "up", "via", "vs", "with"))


def voice(said: str) -> str:
    """Who wrote a comment, by a line that says no more than that; "" for any other line."""
    if found := POSTED.fullmatch(said):
        return str(found["by"]).strip()
    found = VOICE.fullmatch(said)
    return (found["by"] or found["says"]).strip() if found else ""
