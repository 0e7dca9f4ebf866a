"""The words that names of indicators are made of, and what is typed of a name completed from them word by word."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, product
from math import log
from operator import itemgetter

from gzgoals.core.lookup import readings

Way = tuple[float, tuple[str, ...]]
"""Words that what is typed may mean, and how far-fetched that is."""

_NONE: Mapping[str, int] = {}

_LONGEST_TYPED = 48
"""Letters that are read as words; a name has fewer."""
_LONGEST_WORD = 16
"""Characters; what is longer is a whole name."""
_LONGEST_STUB = 6
"""Characters of a word begun in Chinese that are looked at."""
_MOST_WAYS = 12
"""Ways of reading what is typed so far that are kept while going on."""
_MOST_SPELLINGS = 8
"""Ways of spelling a word whose characters have several readings."""

_WORD, _ALONE, _RARELY_READ, _UNFINISHED = 8.0, 2.0, 3.0, 1.5
"""What a word costs; what one of a single character costs more, and each character that is rarely read so, or that is
still to be typed."""
_MOST_UNFINISHED = 2
"""Characters still to be typed that count: long words are typed to be completed."""
_SEEN_OFTEN, _NEIGHBOUR, _TOGETHER, _FIRST = 3.0, 2.0, 2.0, 1.0
"""What a word is spared for being seen often, behind the word before, in a name with one before, and first as there."""
_PAST_THE_END = 3.0
"""What a word costs more behind one with which names end and never go on."""
_FAR_FETCHED = 9.0
"""How much more than the likeliest reading one may cost that is still told."""
_MOST_ENDINGS = 4
"""Endings that are put behind what is no name yet."""


class Wording:
    """Words by how they are spelt and how they begin, and which follow each other."""

    def __init__(self, names: Iterable[Sequence[str]] = (), words: Mapping[str, int] = _NONE) -> None:
        """Take the words of `names`, which come in their words, and further ones with how often they are used."""
        self._count: Counter[str] = Counter()
        self._following: dict[str, Counter[str]] = {}
        self._together: dict[str, set[str]] = {}
        self._endings: Counter[str] = Counter()
        self._beginnings: set[str] = set()
        self._spelt: dict[str, tuple[tuple[str, int], ...]] = {}
        self._sorted: list[str] = []
        self._initials: list[tuple[str, str]] = []
        self._take(names, words)

    def grown(self, names: Iterable[Sequence[str]], words: Mapping[str, int]) -> "Wording":
        """Return these words with those of more names, and further ones."""
        new = Wording()
        new._count, new._endings, new._spelt = self._count.copy(), self._endings.copy(), self._spelt.copy()
        new._following = {word: following.copy() for word, following in self._following.items()}
        new._together = {word: later.copy() for word, later in self._together.items()}
        new._beginnings = self._beginnings.copy()
        new._sorted, new._initials = self._sorted.copy(), self._initials.copy()
        new._take(names, words)
        return new

    def _take(self, names: Iterable[Sequence[str]], words: Mapping[str, int]) -> None:
        known = set(self._count)
        for name in names:
            self._count.update(name)
            self._beginnings.add(name[0])
            self._endings[name[-1]] += 1
            for at, word in enumerate(name[:-1], 1):
                self._following.setdefault(word, Counter())[name[at]] += 1
                self._together.setdefault(word, set()).update(name[at:])
        self._count.update(words)
        for word in sorted(self._count.keys() - known):
            short, whole = _spellings(word)
            for spelling, rare in (whole | short).items():
                self._spelt[spelling] = (*self._spelt.get(spelling, ()), (word, rare))
            self._initials += ((spelling, word) for spelling, rare in short.items() if not rare)
        self._sorted = sorted(self._count)
        self._initials.sort()

    def parted(self, name: str) -> tuple[str, ...]:
        """Return a name parted before the longest ending that is known, whole where it has none."""
        for length in range(min(_LONGEST_STUB, len(name) - 2), 1, -1):
            if name[-length:] in self._endings:
                return name[:-length], name[-length:]
        return (name,)

    def completed(self, typed: str, most: int) -> tuple[str, ...]:
        """Return at most so many texts that `typed` may become, the likeliest first.

        Letters at its end are read as words, each typed by its initials or in full. Else the word that is begun there
        in Chinese is completed, or one put behind that mostly follows.
        """
        tail = len(typed)
        while tail and "a" <= typed[tail - 1] <= "z":
            tail -= 1
        head, letters = typed[:tail], typed[tail:]
        read = self._read(letters, self._last_word(head)) if 0 < len(letters) <= _LONGEST_TYPED else ()
        texts = self._gone_on(head) if not letters else (head + "".join(words) for words in read)
        return tuple(islice(dict.fromkeys(texts), most))

    def _read(self, letters: str, before: str) -> Iterator[tuple[str, ...]]:
        """Yield the words that all `letters` may be, the likeliest first."""
        reached: list[list[Way]] = [[(0.0, ())], *([] for _ in letters)]
        for begin in range(len(letters)):
            ways = sorted(reached[begin], key=itemgetter(0))[:_MOST_WAYS]
            for end in range(begin + 1, len(letters) + 1) if ways else ():
                for word, rare in self._spelt.get(letters[begin:end], ()):
                    reached[end] += self._with(ways, word, before, rare * _RARELY_READ)
            rest = letters[begin:]
            for word, missing in self._begun(rest) if ways and len(rest) > 1 else ():
                reached[-1] += self._with(ways, word, before, min(missing, _MOST_UNFINISHED) * _UNFINISHED)
        ends = sorted(reached[-1], key=itemgetter(0))
        yield from (words for cost, words in ends if cost <= ends[0][0] + _FAR_FETCHED)

    def _begun(self, letters: str) -> Iterator[tuple[str, int]]:
        """Yield the words whose initials only begin with `letters`, and how many are missing."""
        for spelling, word in islice(self._initials, bisect_left(self._initials, (letters, "")), None):
            if not spelling.startswith(letters):
                return
            if len(spelling) > len(letters):
                yield word, len(spelling) - len(letters)

    def _with(self, ways: Sequence[Way], word: str, before: str, more: float = 0) -> Iterator[Way]:
        own = _WORD - min(log(self._count[word]), _SEEN_OFTEN) + (_ALONE if len(word) == 1 else 0) + more
        for cost, words in ways:
            yield cost + own - self._spared(word, (before, *words)), (*words, word)

    def _spared(self, word: str, before: Sequence[str]) -> float:
        """Return how much more likely a word is behind those before it, of which the first may be empty."""
        previous = before[-1]
        if not previous:
            return _FIRST * (word in self._beginnings)
        together = _TOGETHER * any(word in self._together.get(each, ()) for each in before)
        if following := self._following.get(previous):
            return together + _NEIGHBOUR * (word in following)
        return together - _PAST_THE_END * (previous in self._endings)

    def _gone_on(self, head: str) -> Iterator[str]:
        """Yield what Chinese text may become: its last word completed, or another one behind."""
        for length in range(min(_LONGEST_STUB, len(head)), 1, -1):
            yield from self._finished(head, length)
        last = self._last_word(head)
        following = self._following.get(last, Counter())
        yield from (head + word for word, _ in following.most_common(_MOST_ENDINGS))
        if not last and head:
            yield from self._finished(head, 1)
        elif following or last not in self._endings:
            yield from (head + word for word, _ in self._endings.most_common(_MOST_ENDINGS) if head)

    def _finished(self, head: str, length: int) -> Iterator[str]:
        """Yield `head` with the word finished that its last characters begin, the most frequent first."""
        stub = head[-length:]
        begins = bisect_left(self._sorted, stub)
        fitting = []
        for word in islice(self._sorted, begins, None):
            if not word.startswith(stub):
                break
            if word != stub:
                fitting.append(word)
        fitting.sort(key=self._count.__getitem__, reverse=True)
        for word in fitting:
            yield head[:-length] + word
            follows = self._following.get(word, Counter()).most_common(1)
            yield from (head[:-length] + word + ending for ending, _ in follows if ending in self._endings)

    def _last_word(self, head: str) -> str:
        """Return the longest word with which a text ends, nothing where there is none."""
        lengths = range(min(_LONGEST_WORD, len(head)), 1, -1)
        return next((head[-length:] for length in lengths if head[-length:] in self._count), "")


@lru_cache(maxsize=20_000)
def _spellings(word: str) -> tuple[dict[str, int], dict[str, int]]:
    """Return how a word is typed by its initials, and in full, and how many characters are rarely read so in each.

    There is nothing where it has other characters than Chinese.
    """
    spoken = [readings(letter) for letter in word]
    if not all(spoken) or not 0 < len(word) <= _LONGEST_WORD:
        return {}, {}
    firsts = [tuple(dict.fromkeys(reading[0] for reading in each)) for each in spoken]
    return _products(firsts), _products(spoken)


def _products(choices: Sequence[tuple[str, ...]]) -> dict[str, int]:
    """Return the texts made of a choice each, and how many choices in each are not the first; of many, only some."""
    texts: dict[str, int] = {}
    for picked in islice(product(*choices), _MOST_SPELLINGS):
        rare = sum(each != first for each, (first, *_) in zip(picked, choices, strict=True))
        text = "".join(picked)
        texts[text] = min(rare, texts.get(text, rare))
    return texts
