"""What an office's rules file says, judged piece by piece; what is not understood is told and left out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from gzgoals.core.checks.offices.lined_json import Lined, Member, Members
from gzgoals.core.checks.rules.rulebook import RULES
from gzgoals.core.checks.terms.finding import Severity
from gzgoals.core.checks.terms.office import Office, built_in_office
from gzgoals.core.checks.terms.words import Words

_MOST_WORDS = 500
_LONGEST_WORD = 40

_KEYS = {
    "severities": "级别",
    "placeholders": "占位词",
    "vague": "模糊词",
    "measures": "计量单位",
    "limits": "限值",
}
_SEVERITIES: dict[str, Severity | None] = {
    "off": None,
    "关闭": None,
    **{each.json: each for each in Severity},
    **{each.word: each for each in Severity},
}


class _Range(NamedTuple):
    word: str
    least: int
    most: int


_LIMITS = {
    "tiny": _Range("最小金额", 0, 10_000),
    "project_name": _Range("项目名称字数", 1, 1_000),
    "objective_long": _Range("绩效目标字节数", 1, 100_000),
    "objective_longest": _Range("绩效目标最多字节数", 1, 100_000),
    "few": _Range("最少指标数", 0, 1_000),
    "many": _Range("最多指标数", 1, 1_000),
    "indicator_name": _Range("指标名称字数", 1, 1_000),
    "satisfaction": _Range("满意度上限", 1, 100),
}
"""Each limit's Chinese name, and the numbers that make sense for it."""

_IN_ORDER = (("objective_long", "objective_longest"), ("few", "many"))


class OfficeRules(NamedTuple):
    """What a rules file says: the office, complaints as whole sentences, and how many settings were understood."""

    office: Office
    complaints: tuple[str, ...] = ()
    used: int = 0


@dataclass
class _Reading:
    """What has been understood of a file so far."""

    words: Words
    severities: dict[str, Severity] = field(default_factory=dict)
    off: set[str] = field(default_factory=set)
    complaints: list[tuple[int, str]] = field(default_factory=list)
    used: int = 0

    def complain(self, line: int, fault: str, way_out: str) -> None:
        self.complaints.append((line, f"第 {line} 行：{fault}，已忽略；{way_out}。"))


def understood(whole: Members) -> OfficeRules:
    """Return the rules that the members of a file say, with what is wrong in them, line by line."""
    reading = _Reading(built_in_office().words)
    for member in _each_once(whole, reading):
        key = _key(member.name)
        if take := _TAKES.get(key):
            take(member, reading)
        else:
            reading.complain(member.line, f"不认识“{_short(member.name)}”", f"可写的有：{'、'.join(_KEYS.values())}")
    complaints = tuple(sentence for _, sentence in sorted(reading.complaints, key=itemgetter(0)))
    if not reading.used:
        return OfficeRules(built_in_office(), complaints)
    office = Office(MappingProxyType(reading.severities), frozenset(reading.off), reading.words)
    return OfficeRules(office, complaints, reading.used)


def _each_once(members: Members, reading: _Reading, key: Callable[[str], str] = lambda name: name) -> Iterator[Member]:
    """Yield the members; of those that say the same the last one, the others being complained about."""
    last = {key(member.name): member for member in members}
    for member in members:
        if last[key(member.name)] is member:
            yield member
        else:
            reading.complain(member.line, f"“{_short(member.name)}”写了不止一次", "请只留一处，现以最后一处为准")


def _key(name: str) -> str:
    return next((key for key, word in _KEYS.items() if name.strip() in {key, word}), "")


def _members(member: Member, reading: _Reading, example: str) -> Members:
    members = member.value.value
    if isinstance(members, Members):
        if len(members) > _MOST_WORDS:
            _complain_length(members[_MOST_WORDS].line, member, reading)
        return Members(members[:_MOST_WORDS])
    reading.complain(member.line, f"“{member.name}”后面应是花括号", f"如 {example}")
    return Members()


def _take_severities(member: Member, reading: _Reading) -> None:
    known = {rule.id for rule in RULES}
    members = _members(member, reading, '{"S05": "关闭"}')
    for each in _each_once(members, reading, lambda name: name.strip().upper()):
        rule, word = each.name.strip().upper(), each.value.value
        if rule not in known:
            reading.complain(each.line, f"没有编号为“{_short(each.name)}”的规则", "编号见检查报告的“规则”一栏")
        elif not isinstance(word, str) or word.strip().lower() not in _SEVERITIES:
            reading.complain(each.line, f"“{rule}”的级别“{_shown(each.value)}”不可用", "请写 关闭、提示、警告 或 错误")
        else:
            severity = _SEVERITIES[word.strip().lower()]
            if severity is None:
                reading.off.add(rule)
            else:
                reading.severities[rule] = severity
            reading.used += 1


def _words(member: Member, reading: _Reading) -> Iterator[tuple[str, int]]:
    """Yield the good words of a list, each with its line."""
    items = member.value.value
    if isinstance(items, str):
        items = (member.value,)
    if not isinstance(items, tuple) or isinstance(items, Members):
        reading.complain(member.line, f"“{member.name}”后面应是方括号里的词", '如 ["待定", "-维持"]')
        return
    if len(items) > _MOST_WORDS:
        _complain_length(items[_MOST_WORDS].line, member, reading)
    for item in items[:_MOST_WORDS]:
        word = item.value.strip() if isinstance(item.value, str) else ""
        if _is_word(word.removeprefix("-")):
            yield word, item.line
        else:
            way_out = f"请写加引号的词，不超过 {_LONGEST_WORD} 字"
            reading.complain(item.line, f"“{member.name}”中的“{_shown(item)}”不可用", way_out)


def _complain_length(line: int, member: Member, reading: _Reading) -> None:
    reading.complain(line, f"“{member.name}”从这里起超过 {_MOST_WORDS} 项", "请删去一些")


def _is_word(word: str) -> bool:
    return 0 < len(word) <= _LONGEST_WORD and word.isprintable()


def _take_placeholders(member: Member, reading: _Reading) -> None:
    for word, line in _words(member, reading):
        words = reading.words
        if not word.startswith("-"):
            reading.words = _with_placeholder(words, word)
        else:
            reading.words = _without_placeholder(words, word[1:])
            if reading.words is words:
                _complain_absent(reading, member, word, line)
                continue
        reading.used += 1


def _with_placeholder(words: Words, word: str) -> Words:
    """Return the words with one more; a single character is too common to be looked for inside a sentence."""
    if len(word) == 1:
        return replace(words, placeholders_whole=tuple(dict.fromkeys((*words.placeholders_whole, word))))
    return replace(words, placeholders=tuple(dict.fromkeys((*words.placeholders, word))))


def _without_placeholder(words: Words, word: str) -> Words:
    """Return the words without one; itself where it is not among them. `-XX` takes the letter that stands for X."""
    letter = word[0] if set(word) == {word[0]} else ""
    if word in words.placeholders or word in words.placeholders_whole:
        anywhere = tuple(each for each in words.placeholders if each != word)
        whole = tuple(each for each in words.placeholders_whole if each != word)
        return replace(words, placeholders=anywhere, placeholders_whole=whole)
    if letter and letter in words.placeholder_letters:
        return replace(words, placeholder_letters=words.placeholder_letters.replace(letter, ""))
    return words


def _take_vague(member: Member, reading: _Reading) -> None:
    for word, line in _words(member, reading):
        vague = reading.words.vague
        if word.startswith("-") and word[1:] not in vague:
            _complain_absent(reading, member, word, line)
            continue
        kept = tuple(each for each in vague if each != word.removeprefix("-"))
        reading.words = replace(reading.words, vague=kept if word.startswith("-") else (*kept, word))
        reading.used += 1


def _complain_absent(reading: _Reading, member: Member, word: str, line: int) -> None:
    reading.complain(line, f"“{member.name}”中没有“{word[1:]}”", "不必减去，可删去此词")


def _take_measures(member: Member, reading: _Reading) -> None:
    for each in _each_once(_members(member, reading, '{"车次": "次"}'), reading):
        word, measure = each.name.strip(), each.value.value
        away = word.startswith("-") or measure in ("", None)
        name = word.removeprefix("-")
        measures = dict(reading.words.measures_by_name)
        if away and name not in measures:
            _complain_absent(reading, member, f"-{_short(name)}", each.line)
            continue
        if away:
            del measures[name]
        elif isinstance(measure, str) and _is_word(name) and _is_word(measure.strip()):
            measures[name] = measure.strip()
        else:
            way_out = '请写名称中的词和它的单位，如 "车次": "次"'
            reading.complain(each.line, f"“{_short(each.name)}”的单位“{_shown(each.value)}”不可用", way_out)
            continue
        reading.words = replace(reading.words, measures_by_name=MappingProxyType(measures))
        reading.used += 1


def _take_limits(member: Member, reading: _Reading) -> None:
    taken: dict[str, tuple[int, int]] = {}
    members = _members(member, reading, '{"指标名称字数": 25}')
    for each in _each_once(members, reading, _limit):
        name, number = _limit(each.name), each.value.value
        if not name:
            words = "、".join(limit.word for limit in _LIMITS.values())
            reading.complain(each.line, f"没有名为“{_short(each.name)}”的限值", f"可写的有：{words}")
            continue
        _, least, most = _LIMITS[name]
        if isinstance(number, int) and not isinstance(number, bool) and least <= number <= most:
            taken[name] = number, each.line
        else:
            reading.complain(each.line, f"“{each.name}”不可用", f"请写 {least} 至 {most} 的整数，不加引号")
    _put_limits(taken, reading)


def _put_limits(taken: dict[str, tuple[int, int]], reading: _Reading) -> None:
    """Put the limits in, but for a pair of which the lower would be above the upper one."""
    for low, high in _IN_ORDER:
        limits = replace(reading.words.limits, **{name: number for name, (number, _) in taken.items()})
        if getattr(limits, low) > getattr(limits, high):
            line = max(taken.pop(name)[1] for name in (low, high) if name in taken)
            fault = f"“{_LIMITS[low].word}”大于“{_LIMITS[high].word}”"
            reading.complain(line, fault, "请把两个数一并写上，前者不大于后者")
    changes = {name: number for name, (number, _) in taken.items()}
    reading.words = replace(reading.words, limits=replace(reading.words.limits, **changes))
    reading.used += len(changes)


def _limit(name: str) -> str:
    """Return the name of a limit in `Limits`, from that or from its Chinese one; nothing for any other."""
    return next((key for key, limit in _LIMITS.items() if name.strip() in {key, limit.word}), "")


def _shown(item: Lined) -> str:
    if isinstance(item.value, tuple):
        return "{…}" if isinstance(item.value, Members) else "[…]"
    return _short(str(item.value))


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:20]}…"


_TAKES: dict[str, Callable[[Member, _Reading], None]] = {
    "severities": _take_severities,
    "placeholders": _take_placeholders,
    "vague": _take_vague,
    "measures": _take_measures,
    "limits": _take_limits,
}
