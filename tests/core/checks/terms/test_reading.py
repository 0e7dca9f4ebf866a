"""How a target is read, whichever way it is written."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gzgoals.core.checks.terms.reading import Reading, close_quantity, contradict, plain_quantity, read, same_measure
from gzgoals.core.table import Target, split_target

NUMBERS = st.one_of(
    st.integers(0, 10**7).map(str),
    st.integers(1000, 10**9).map("{:,}".format),
    st.decimals(0, 10**6, places=2).map(str),
)
MEASURES = st.sampled_from(["%", "％", "件", "万元", "平方米", "个工作日", "次/月", "小时"])
SIGNS = st.sampled_from(["", "≥", "≤", "＞", "＜", "＝"])
WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
TEXTS = st.one_of(st.text(max_size=12), st.text("0123456789%％≥≤以上内约达到（含）-~至.,年月日。 /", max_size=12))


def reading(text: str) -> Reading:
    return read(split_target(text))


def said(text: str) -> tuple[object, ...]:
    """Return what a printed target says, however it is written."""
    each = reading(text)
    return (*each[1:4], each.direction, each.low, each.high, each.is_percent, each.exceeds_whole)


@given(SIGNS, NUMBERS, MEASURES)
def test_a_quantity_is_read_into_its_parts(sign: str, number: str, measure: str) -> None:
    read_back = reading(sign + number + measure)
    assert (read_back.sign, read_back.number, read_back.measure) == (sign, number, measure)
    assert read_back.low == read_back.high == Decimal(number.replace(",", ""))
    assert read_back.is_percent is (measure in "%％")


@given(SIGNS, NUMBERS, MEASURES)
def test_it_does_not_matter_into_which_cell_a_quantity_is_typed(sign: str, number: str, measure: str) -> None:
    whole = reading(sign + number + measure)
    assert read(Target(value=sign + number + measure)) == whole
    assert read(Target(measure=sign + number + measure)) == whole
    assert read(Target(operator=sign, value=number + measure)) == whole  # type: ignore[arg-type]


@given(SIGNS, NUMBERS, MEASURES)
def test_wide_digits_blanks_and_a_full_stop_change_nothing(sign: str, number: str, measure: str) -> None:
    assume("," not in number)
    plain = said(sign + number + measure)
    assert said(sign + number.translate(WIDE) + measure) == plain
    assert said(f" {sign} {number} {measure} ") == plain
    assert said(f"{sign}{number}{measure}。") == plain


@given(NUMBERS, MEASURES, st.sampled_from(["以上", "及以上", "（含）以上"]))
def test_words_behind_a_quantity_are_a_bound(number: str, measure: str, words: str) -> None:
    assert said(number + measure + words) == said(f"≥{number}{measure}")


@given(NUMBERS, MEASURES, st.sampled_from([("至少", "≥"), ("不得超过", "≤"), ("最多", "≤"), ("不少于", "≥")]))
def test_words_before_a_quantity_are_a_bound(number: str, measure: str, bound: tuple[str, str]) -> None:
    word, sign = bound
    assert said(word + number + measure) == said(f"{sign}{number}{measure}")


@given(st.integers(0, 1000), st.integers(0, 1000), st.sampled_from("-~～—至到"), MEASURES)
def test_a_range_has_its_smaller_and_its_larger_end(one: int, other: int, between: str, measure: str) -> None:
    read_back = reading(f"{one}{between}{other}{measure}")
    assert (read_back.low, read_back.high) == (Decimal(min(one, other)), Decimal(max(one, other)))
    assert (read_back.number, read_back.measure, read_back.is_quantity) == ("", measure, True)


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["{0}年{1}月{2}日前", "{0}年{1}月底前", "{0}-{1}-{2}", "{0}/{1}/{2}", "{0}年", "{1}月"]),
)
def test_a_date_is_a_wording(day: date, form: str) -> None:
    assert reading(form.format(*day.isoformat().split("-"))).is_wording


@given(TEXTS, TEXTS, TEXTS)
def test_any_target_is_of_one_kind(operator: str, value: str, measure: str) -> None:
    each = read(Target(value=operator + value, measure=measure))
    assert [each.is_blank, each.is_quantity, each.is_wording, each.is_filler].count(True) == 1
    assert each.low <= each.high
    assert each.text == operator + value + measure
    assert not contradict(each, each)


@pytest.mark.parametrize("text", ["-", "——", "_", "/", "- -", "*-"])
def test_strokes_are_a_filler(text: str) -> None:
    assert reading(text).is_filler


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("20次（每月2次）", "20", "次"),
        ("60台（套）", "60", "台"),
        ("12（个）", "12", "个"),
        ("≥95%（应退尽退）", "95", "%"),
        ("100（%）", "100", "%"),
    ],
)
def test_a_note_in_brackets_may_follow_a_quantity(text: str, number: str, measure: str) -> None:
    assert (reading(text).number, reading(text).measure) == (number, measure)


@pytest.mark.parametrize("text", ["20（每月2次）", "达标（≥90分）", "夏装230套、冬装230套", "≥95%且≤98%", "第3名"])
def test_what_is_no_lone_quantity_stays_a_wording(text: str) -> None:
    assert reading(text).is_wording


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("％", "%"),
        ("㎡", "平方米"),
        ("m2", "平方米"),
        ("日", "天"),
        ("个月", "月"),
        ("次/年", "次"),
        ("宗", "件"),
        ("名", "人"),
    ],
)
def test_measures_are_the_same_however_they_are_written(one: str, other: str) -> None:
    assert same_measure(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("人", "人次"), ("元", "万元"), ("%", "‰"), ("天", "工作日"), ("次/月", "次/年")]
)
def test_measures_that_mean_another_amount_differ(one: str, other: str) -> None:
    assert not same_measure(one, other)


@given(
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["", "≥", "＜", "＝", "=", "≥≥", "不低于", "约", " "]),
        st.sampled_from(["0", "95", "95.50", "1,000", "-5", "2025", "９", "1.2.3", "007"]),
        st.one_of(
            st.sampled_from(
                ["", "%", "％", "个", "年", "年内", "日", "月底前", "以上", "次以上", "分左右", "人内", "m2"]
            ),
            st.text(alphabet="%个年日上以内约名.，（） -²ａx", max_size=4),
        ),
    )
)
def test_what_is_soon_told_of_a_number_is_what_a_closer_look_tells(text: str) -> None:
    plain = plain_quantity(text)
    assert plain is None or plain == close_quantity(text)


@pytest.mark.parametrize("text", ["≥95%", "0", "12个", "≤3.50万元"])
def test_usual_numbers_are_soon_told(text: str) -> None:
    assert plain_quantity(text) is not None
