"""What is wrong with a file's content, said to the officer: where it stands, what should stand there, the way out."""

import re
from collections.abc import Sequence

from pydantic import ValidationError
from pydantic_core import ErrorDetails

WAY_OUT = "请改用同名的备份文件（.bak），或请提供者重新发送。"

_LISTS = {"units": "单位", "projects": "项目", "indicators": "指标", "explanations": "说明理由", "reasons": "变动理由"}
_FIELDS = {
    "format": "文件格式",
    "version": "版本",
    "year": "年度",
    "scheme": "编码方案",
    "department": "部门名称",
    "stated": "原表合计",
    "id": "编号",
    "name": "名称",
    "funding": "资金",
    "appropriation": "财政拨款",
    "special_account": "财政专户拨款",
    "other": "其他资金",
    "stated_total": "原表总计",
    "total": "总计",
    "objective": "绩效目标",
    "category": "指标类别",
    "cycle": "实施周期指标值",
    "annual": "年度指标值",
    "operator": "计算符号",
    "value": "指标值",
    "measure": "计量单位",
    "rule": "检查规则",
    "field": "栏目",
    "reason": "理由",
    "last_year": "上年",
    "before": "原内容",
    "after": "现内容",
}
_FAULTS = {
    "missing": "缺失",
    "string_type": "应为加引号的文字",
    "is_instance_of": '应为加引号的金额，如 "549.00"',
    "int_type": "应为整数",
    "tuple_type": "应为方括号里的若干项",
    "dataclass_type": "应为花括号里的内容",
    "literal_error": "只能是 ≥、≤、＞、＜、＝ 或留空",
    "greater_than_equal": "过小",
    "less_than_equal": "过大",
    "string_too_short": "为空",
    "string_too_long": "过长",
    "string_unicode": "含有无法识别的字符",
}
_OTHER_KINDS = {
    b"%PDF-": "PDF 文件",
    b"PK\x03\x04": "Excel、Word 文件或压缩包",
    b"\xd0\xcf\x11\xe0": "旧版 Excel 或 Word 文件",
    b"{\\rtf": "RTF 文档",
}
_POSITION = re.compile(r"line (\d+) column (\d+)")


def syntax_complaint(data: bytes, source: str, reason: str) -> str:
    """Return the sentence for a file that is no JSON; `reason` is the parser's, with line and column."""
    if not data.strip():
        return f"“{source}”是空文件。{WAY_OUT}"
    if kind := next((kind for beginning, kind in _OTHER_KINDS.items() if data.startswith(beginning)), ""):
        return f"“{source}”的内容其实是 {kind}，请把文件名改回原来的后缀，再打开或导入。"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return f"“{source}”不是 UTF-8 编码的文件，无法读取。{WAY_OUT}"
    found = _POSITION.search(reason)
    where = f"第 {found[1]} 行第 {found[2]} 个字符处" if found else "文件中"
    fault = "内容中断，可能没有保存完" if reason.startswith("EOF") else "内容已损坏"
    return f"“{source}”{where}{fault}。{WAY_OUT}"


def field_complaint(error: ValidationError, source: str) -> str:
    """Return the sentence for a file whose JSON does not have the shape of a table; it tells the first fault."""
    details = error.errors(include_url=False, include_input=False, include_context=False)
    rest = len({_place(detail["loc"]) for detail in details}) - 1
    more = f"（另有 {rest} 处）" if rest else ""
    return f"“{source}”中{_place(details[0]['loc'])}{_fault(details[0])}{more}。{WAY_OUT}"


def _fault(detail: ErrorDetails) -> str:
    return _FAULTS.get(detail["type"], "不是可用的金额")


def _place(location: Sequence[int | str]) -> str:
    """Return where a fault is in the officer's words: `第 2 个单位第 3 个项目的“资金”的“财政拨款”`."""
    steps, fields = [], []
    for part, following in zip(location, (*location[1:], ""), strict=True):
        if isinstance(following, int) and part in _LISTS:
            steps.append(f"第 {following + 1} 个{_LISTS[str(part)]}")
        elif part in _FIELDS or part in _LISTS:
            fields.append(f"“{_FIELDS.get(str(part)) or _LISTS[str(part)]}”")
    return "的".join(filter(None, ["".join(steps), *fields])) or "内容"
