"""What the list of findings shows of each row: level, project, where in it, what is wrong, and what can be done."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum, auto

from gzgoals.core.checks import Checked, Finding, Severity, family_name, fixes, rule_name, why
from gzgoals.core.errors import PlaceGoneError
from gzgoals.gui.models.cells import Badge, Cell
from gzgoals.gui.models.finding_choice import Grouping
from gzgoals.gui.models.finding_pieces import Piece, Row, Tally
from gzgoals.gui.models.finding_words import LAPSED, level_word, told
from gzgoals.gui.models.rows_model import Column

ANSWERED = "✓ 已说明"


class Deed(Enum):
    """What a link at the end of a row does."""

    FIX = auto()
    MEND_ALL = auto()
    EXPLAIN = auto()
    GO = auto()
    MORE = auto()


@dataclass(frozen=True, slots=True)
class Link:
    """Something to be done about a finding; `subject` is the label of a fix, or the kind of many fixes."""

    deed: Deed
    label: str
    subject: str = ""


MORE = Link(Deed.MORE, "⋯")


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A row as it is shown; `opened` tells whether what it stands for is listed below it, None where it is one."""

    key: Hashable
    badge: Badge
    spoken: str
    owner: str = ""
    where: str = ""
    message: str = ""
    tip: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    links: tuple[Link, ...] = ()
    opened: bool | None = None
    inner: bool = False
    head: bool = False
    muted: bool = False


def finding_row(row: Row, finding: Finding, checked: Checked, grouping: Grouping) -> FindingRow:
    """Return what is shown of one finding."""
    message = finding.message
    if finding.lapsed:
        message = f"{LAPSED} · {message}（原理由：{finding.reason}）"
    elif finding.is_answered:
        message = f"{message}（理由：{finding.reason}）"
    return FindingRow(
        row.key,
        badge_of(finding),
        level_word(finding),
        "" if grouping is Grouping.PROJECT else _owner(row),
        row.piece.where(finding) if row.piece else "",
        " ".join(message.split("\n")),
        told(finding),
        ((0, len(LAPSED)),) if finding.lapsed else (),
        (*_links(finding, checked), MORE),
        inner=row.inner,
        muted=finding.is_answered,
    )


def fold_row(row: Row, checked: Checked, grouping: Grouping, *, opened: bool) -> FindingRow:
    """Return what is shown of several findings of one family in a project."""
    tally = Tally()
    tally.add(row.findings)
    badge = tally_badge(tally)
    first = row.findings[0]
    messages = "；".join(dict.fromkeys(finding.message for finding in row.findings))
    return FindingRow(
        row.key,
        badge,
        badge.words,
        "" if grouping is Grouping.PROJECT else _owner(row),
        family_name(first.rule),
        f"{len(row.findings)} 处：{messages}",
        "\n".join(f"{level_word(finding)}：{finding.message}" for finding in row.findings),
        links=(*_links_of_all(row.findings, checked), MORE),
        opened=opened,
        muted=tally.worst is None,
    )


def head_row(row: Row, tally: Tally, *, opened: bool) -> FindingRow:
    """Return what is shown at the head of a group whose findings are counted by `tally`."""
    badge, group = tally_badge(tally), row.group
    owner, message, tip = "", "", ""
    if isinstance(group, Piece):
        owner, message = group.owner, f"{tally.total} 处"
    elif isinstance(group, str):
        owner, message, tip = group, rule_name(group), why(group)
    elif isinstance(group, int):
        severity = Severity(-group)
        owner, message = severity.word, _ADVICE[severity]
    return FindingRow(row.key, badge, badge.words, owner, "", message, tip, opened=opened, head=True)


_ADVICE = {
    Severity.ERROR: "请逐条改正后再付印",
    Severity.WARNING: "请改正，或说明理由",
    Severity.HINT: "供参考，可说明理由或不再提示",
}


def badge_of(finding: Finding) -> Badge:
    """Return the badge of one finding."""
    return Badge(label=ANSWERED) if finding.is_answered else Badge(finding.severity)


def tally_badge(tally: Tally) -> Badge:
    """Return the badge of several findings."""
    return Badge(label=ANSWERED, count=tally.answered) if tally.worst is None else Badge(tally.worst, tally.open)


def fix_labels(checked: Checked, finding: Finding) -> tuple[tuple[str, str], ...]:
    """Return label and kind of each fix of a finding; none where its place has just gone."""
    try:
        return tuple((fix.label, fix.kind) for fix in fixes(checked, finding))
    except PlaceGoneError:
        return ()


def explain_label(finding: Finding) -> str:
    """Return what the link says that opens a finding's explanation."""
    return "修改理由…" if finding.is_answered else "重新说明…" if finding.lapsed else "说明理由…"


def _owner(row: Row) -> str:
    return row.piece.owner if row.piece else ""


def _links(finding: Finding, checked: Checked) -> tuple[Link, ...]:
    explain = Link(Deed.EXPLAIN, explain_label(finding))
    if finding.is_answered:
        return (explain,)
    labels = fix_labels(checked, finding)
    fix = (Link(Deed.FIX, labels[0][0], labels[0][0]),) if labels else ()
    if finding.severity is Severity.ERROR:
        return fix or (Link(Deed.GO, "定位"),)
    return (*fix, explain)


def _links_of_all(findings: tuple[Finding, ...], checked: Checked) -> tuple[Link, ...]:
    kinds = Counter(
        (finding.rule, kind)
        for finding in findings
        if not finding.is_answered
        for kind in dict.fromkeys(kind for _, kind in fix_labels(checked, finding))
    )
    if not kinds or (most := kinds.most_common(1)[0])[1] < 2:
        return ()
    kind = most[0][1]
    return (Link(Deed.MEND_ALL, f"全部{kind}…", kind),)


def _links_cell(row: FindingRow) -> Cell:
    said = "、".join(link.label.rstrip("…") for link in row.links if link.deed is not Deed.MORE)
    return Cell(links=row.links, spoken=f"可做：{said}，按回车键打开菜单" if said else "按回车键打开菜单")


COLUMNS = (
    Column[FindingRow](
        "severity",
        "级别",
        lambda row: Cell(badge=row.badge, spoken=row.spoken, opened=row.opened, depth=int(row.inner)),
    ),
    Column[FindingRow](
        "owner",
        "项目",
        lambda row: Cell(row.owner, tip=row.owner, strong=row.head, muted=row.muted or row.inner),
    ),
    Column[FindingRow]("where", "位置", lambda row: Cell(row.where, tip=row.where, muted=row.muted)),
    Column[FindingRow](
        "message",
        "问题",
        lambda row: Cell(row.message, tip=row.tip, spans=row.spans, muted=row.muted or row.head),
    ),
    Column[FindingRow]("links", "处理", _links_cell),
)
