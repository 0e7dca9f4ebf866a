"""Counting keys as fingers strike them: each key counts, the modifiers held as well, Chinese as its pinyin.

A word typed with an input method costs the letters of its full pinyin and one blank that takes the first candidate,
wherever it is typed. The input method stands in the way of Latin letters, and is needed for full-width signs: each turn
from the one to the other costs a key, Shift; figures and all other signs are typed either way. The count is the same
for every program.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_letters

PINYIN = {
    "办公": "bangong", "办案": "banan", "用品": "yongpin", "需求": "xuqiu", "满足": "manzu", "率": "lv",
    "司法": "sifa", "经验": "jingyan", "推广": "tuiguang", "交流": "jiaoliu", "活动": "huodong",
    "档案": "dangan", "数字化": "shuzihua", "法治": "fazhi", "宣传片": "xuanchuanpian", "数量": "shuliang",
    "在": "zai", "省级": "shengji", "含": "han", "以上": "yishang", "媒体": "meiti", "发布": "fabu",
    "广州": "guangzhou", "互联网": "hulianwang", "法院": "fayuan", "相关": "xiangguan", "新闻": "xinwen",
    "稿件": "gaojian", "故障": "guzhang", "投诉": "tousu", "检验": "jianyan", "完成": "wancheng",
    "法律": "falv", "文书": "wenshu", "及时": "jishi", "送达": "songda", "安全": "anquan",
    "与": "yu", "人民": "renmin", "群众": "qunzhong", "间": "jian", "的": "de", "沟通": "goutong", "渠道": "qudao",
    "用户": "yonghu", "满意度": "manyidu", "次": "ci", "篇": "pian", "进一步": "jinyibu", "畅通": "changtong",
    "审判": "shenpan", "执行": "zhixing", "专项": "zhuanxiang", "经费": "jingfei",
}  # fmt: skip
"""The words of the project, as an input method knows them."""

_LONGEST = max(map(len, PINYIN))
_WIDE = set("（）：？！《》％，、。")
"""Signs that only an input method makes."""
_SHIFTED = set('~!@#$%^&*()_+{}|:"<>?（）：？！《》％')
"""Signs for which Shift is held, by an input method's full-width ones as well."""


@dataclass(frozen=True)
class Word:
    """A Chinese word with the keys an input method needs for it."""

    text: str
    keys: int


def words(text: str) -> tuple[Word | str, ...]:
    """Return a text as it is typed: Chinese words, and every other sign by itself."""
    found: list[Word | str] = []
    at = 0
    while at < len(text):
        lengths = range(min(_LONGEST, len(text) - at), 0, -1)
        word = next((text[at : at + length] for length in lengths if text[at : at + length] in PINYIN), "")
        if not word and "\u4e00" <= text[at] <= "\u9fff":
            raise KeyError(f"the pinyin of {text[at:]} is not known")
        found.append(Word(word, len(PINYIN[word]) + 1) if word else text[at])
        at += max(1, len(word))
    return tuple(found)


def keys_of_chord(chord: str) -> int:
    """Return how many keys a chord takes, `Ctrl+Shift+N` three."""
    return len(chord.split("+"))


@dataclass
class Tally:
    """How many keys were struck, of which how many are Chinese words that any program takes alike."""

    keys: int = 0
    chinese: int = 0
    composing: bool = True
    """Whether the input method is on, as it is to begin with."""

    def text(self, text: str) -> None:
        """Count a text."""
        for part in words(text):
            if isinstance(part, Word):
                self._turn(composing=True)
                self.keys += part.keys
                self.chinese += part.keys
                continue
            if part in _WIDE or part in ascii_letters:
                self._turn(composing=part in _WIDE)
            self.keys += 1 + (part in _SHIFTED)

    def _turn(self, *, composing: bool) -> None:
        self.keys += composing is not self.composing
        self.composing = composing

    def chords(self, chords: Iterable[str]) -> None:
        """Count chords."""
        self.keys += sum(map(keys_of_chord, chords))
