"""Writes readings.txt from Unihan, read from an SQLite copy of its database: python3 make-readings.py unihan.db > readings.txt"""
import collections, re, sqlite3, sys, unicodedata

EVERYDAY = 150  # times seen, in kHanyuPinlu's counts
HETERONYM = 20  # times seen in each of two readings
current, archaic, variants = (collections.defaultdict(set) for _ in range(3))
counts = {}
fields = "character, kMandarin, kXHC1983, kHanyuPinlu, kHanyuPinyin, kSimplifiedVariant, kTraditionalVariant"
for char, mandarin, xhc, pinlu, hanyu, simplified, traditional in sqlite3.connect(sys.argv[1]).execute(f"select {fields} from unihan"):
    if len(char) != 1 or not "\u4e00" <= char <= "\u9fff":
        continue
    syllables = lambda text: re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", re.sub(r"[\d.*]+:|\(\d+\)", " ", text or "")))
    current[char].update(syllables(mandarin) + syllables(xhc) + syllables(pinlu))
    archaic[char].update(syllables(hanyu))
    counts[char] = [(syllable, int(n)) for syllable, n in re.findall(r"(\w+)\((\d+)\)", unicodedata.normalize("NFC", pinlu or ""))]
    variants[char].update(chr(int(code, 16)) for code in re.findall(r"U\+([0-9A-F]{4})\b", f"{simplified} {traditional}"))

table = collections.defaultdict(set)
for char in list(current):
    for syllable in current[char].union(archaic[char], *(current.get(v, ()) for v in variants[char])):
        table[syllable].add(char)
everyday = sorted(c for c, found in counts.items() if sum(n for _, n in found) >= EVERYDAY)
print("*", "".join(everyday))
print("^", "".join(c for c in everyday if sum(n >= HETERONYM and not s.isascii() for s, n in counts[c]) > 1))
for syllable in sorted(table):
    print(syllable, "".join(sorted(table[syllable])))
