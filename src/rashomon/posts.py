"""Posts of social media, as pages embed them: their words, a dash, who posted them under which name, and when."""

import re

SIGNATURE = re.compile(  # "— Ana Moreno (@amoreno) March 6, 2031"
    r"(?:^|(?<=\s))[—–-] (?P<name>[^()\n]{1,50}) \(@\w{1,15}\)"
    r"(?:\s+\w+ \d{1,2}, \d{4}|\s+\d{1,2} \w+ \d{4}.{0,4})?$"
)
PICTURE = re.compile(r"(?:\s*(?:pic\.twitter\.com/|https?://t\.co/)\w+)+\s*$")  # an address that ends the words
