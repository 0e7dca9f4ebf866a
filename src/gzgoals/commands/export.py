"""`gzgoals export`: tables as PDF, Excel, Word, csv or text; one, several, or all that a folder holds."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from gzgoals.commands.arguments import BadArgumentsError, Parser
from gzgoals.commands.drawing import drawing
from gzgoals.commands.form_places import places_of
from gzgoals.commands.offices import add_rules_option
from gzgoals.commands.paperwork import Paperwork
from gzgoals.commands.saying import opened, say, say_over
from gzgoals.core.errors import FileTroubleError, GzgoalsError
from gzgoals.core.exchange.formats import FORMATS, no_report
from gzgoals.core.files import SUFFIX, replace_file
from gzgoals.core.naming import Export, export_name
from gzgoals.core.table import GoalTable
from gzgoals.core.visible import visible_line

_PDF = "pdf"
_KINDS = (_PDF, *FORMATS)
_BAD = 2

Writer = Callable[[GoalTable, Path], bytes]
"""Makes a file of a table that comes from another."""


def export_files(arguments: Sequence[str]) -> int:
    """Write one table as a file, or several into a folder; one that cannot be read stops no other."""
    parser = Parser("gzgoals export", "把绩效目标表导出为 PDF、Excel、Word、CSV、文本或预算系统的指标模板。", _EPILOG)
    parser.inputs.add_argument(
        "sources", metavar="来源", nargs="+", type=Path, help="要导出的绩效目标表，或存放它们的文件夹"
    )
    parser.options.add_argument(
        "-o", dest="output", metavar="位置", type=Path, required=True, help="导出为哪个文件，或导出到哪个文件夹"
    )
    parser.options.add_argument(
        "--as", dest="kind", metavar="格式", choices=_KINDS, help=f"{'、'.join(_KINDS)}；不写时看导出文件的结尾"
    )
    parser.options.add_argument("--forms", action="store_true", help="导出各项目的申报表，每个项目另起一页（.pdf）")
    parser.options.add_argument("--project", metavar="名称", default="", help="只导出这个项目的申报表")
    parser.options.add_argument("--no-draft", action="store_true", help="表中有错误时，PDF 上也不印“草稿”")
    add_rules_option(parser)
    options = parser.parse_args(arguments)
    sources, output, kind = options.sources, options.output, options.kind
    paperwork = Paperwork(options.rules, draft=not options.no_draft)
    if options.forms or options.project:
        return _export_forms(sources, output, options.project, paperwork)
    if len(sources) == 1 and not sources[0].is_dir() and not _is_folder(output, kind):
        kind = kind or _kind_of(output)
        with _ready(kind):
            replace_file(output, _writer(kind, paperwork)(opened(sources[0]), sources[0]))
        _tell_lost(kind)
        return 0
    if kind is None:
        raise BadArgumentsError(f"导出多个文件时请写明格式，如 --as xlsx；可用的有 {'、'.join(_KINDS)}。")
    return _export_all(list(_tables(sources)), output, kind, paperwork)


_EPILOG = """例：
  gzgoals export 表.gzgoals -o 表.xlsx
  gzgoals export 各处室 -o 导出 --as docx      导出文件夹“各处室”中的全部绩效目标表"""


def _export_forms(sources: Sequence[Path], output: Path, project: str, paperwork: Paperwork) -> int:
    if len(sources) != 1 or sources[0].is_dir() or output.suffix.lower() != f".{_PDF}":
        raise BadArgumentsError("项目申报表每次导出一张表的，存为 PDF：请写一个来源和 .pdf 结尾的文件名。")
    (source,) = sources
    table = opened(source)
    places = places_of(table, project)
    with drawing():
        replace_file(output, paperwork.of_table(table, source).forms(table, places))
    return 0


def _is_folder(output: Path, kind: str | None) -> bool:
    """Tell whether one table, too, goes into a folder: one that is there, or a name without the kind's ending."""
    return kind is not None and (output.is_dir() or output.suffix.lower() != _suffix(kind))


def _kind_of(output: Path) -> str:
    kind = output.suffix.lower().removeprefix(".")
    if kind not in _KINDS or kind != _suffix(kind).removeprefix("."):
        endings = "、".join(dict.fromkeys(map(_suffix, _KINDS)))
        raise BadArgumentsError(f"不能导出为“{output.name}”，请用 {endings} 结尾的文件名。")
    return kind


def _suffix(kind: str) -> str:
    return FORMATS[kind].suffix if kind in FORMATS else f".{_PDF}"


def _tables(sources: Sequence[Path]) -> Iterator[Path]:
    """Yield the files that are named, and of each folder the tables in it."""
    for source in sources:
        if not source.is_dir():
            yield source
            continue
        try:
            found = sorted(path for path in source.iterdir() if path.suffix.lower() == SUFFIX and path.is_file())
        except OSError as error:
            raise FileTroubleError.of(error, source, "打开") from error
        if not found:
            raise BadArgumentsError(f"文件夹“{source}”中没有绩效目标表（{SUFFIX}），请核对路径。")
        yield from found


def _export_all(tables: Sequence[Path], folder: Path, kind: str, paperwork: Paperwork) -> int:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise BadArgumentsError(f"“{folder}”是一个文件，导出多个文件时 -o 后面应写文件夹。") from error
    except OSError as error:
        raise FileTroubleError.of(error, folder, "建立") from error
    failed = 0
    with _ready(kind):
        writer = _writer(kind, paperwork)
        for count, (source, target) in enumerate(_targets(tables, folder, kind), 1):
            _tell_progress(f"正在导出 {count}/{len(tables)}：{source.name}")
            try:
                replace_file(target, writer(opened(source), source))
            except GzgoalsError as error:
                failed += 1
                _tell_progress("")
                say(visible_line(str(error)), sys.stderr)
    _tell_progress("")
    done = len(tables) - failed
    say(
        f"导出 {done} 个文件到“{visible_line(str(folder))}”" + (f"，{failed} 个没有导出。" if failed else "。"),
        sys.stderr,
    )
    _tell_lost(kind)
    return _BAD if failed else 0


def _targets(tables: Sequence[Path], folder: Path, kind: str) -> Iterator[tuple[Path, Path]]:
    """Yield each table with the file it goes to; of equal names the later ones are numbered."""
    export = FORMATS[kind].export if kind in FORMATS else Export.TABLE
    taken: set[str] = set()
    for source in tables:
        name, number = source.stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{source.stem} ({number})"
        taken.add(name.casefold())
        yield source, folder / export_name(name, _suffix(kind), export)


def _tell_progress(text: str) -> None:
    """Tell how far it is: over the line before on a terminal, a line each elsewhere."""
    if sys.stderr.isatty():
        say_over(visible_line(text))
    elif text:
        say(visible_line(text), sys.stderr)


def _tell_lost(kind: str) -> None:
    if kind in FORMATS and (lost := FORMATS[kind].lost):
        say(f"{FORMATS[kind].word}中没有{lost}的栏目，其余都已导出。", sys.stderr)


def _writer(kind: str, paperwork: Paperwork) -> Writer:
    if kind == _PDF:
        return lambda table, source: paperwork.of_table(table, source).table(table)
    return lambda table, _: FORMATS[kind].write(table, no_report)


def _ready(kind: str) -> AbstractContextManager[None]:
    return drawing() if kind == _PDF else nullcontext()
