"""The same facts by XlsxWriter in constant-memory mode: `constant_memory.py COUNT OUTPUT` writes the workbook and prints what it took, as took.ts does. Without OUTPUT it says whether it can."""
import json
import pathlib
import sys
import time

import xlsxwriter

WORDS = json.loads((pathlib.Path(__file__).parent / "words.json").read_text("utf-8"))
HEADS = ["事实编号", "种类", "文本", "起", "止", "原文", "依据", "时期", "指标", "数值", "单位", "去处"]
WIDTHS = [22, 6, 12, 6, 6, 30, 6, 8, 14, 10, 5, 12]


def fact_rows(count):
    """The rows of facts.ts."""
    state = 8
    places, indicators, units, clauses, kinds, certainties = (WORDS[name] for name in ("places", "indicators", "units", "clauses", "kinds", "certainties"))
    lists = (places, indicators, units, clauses, kinds, certainties)
    start = 0
    for n in range(1, count + 1):
        document = f"{(n >> 7) + 1:04d}-文本"
        drawn = []
        for words in lists:
            state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
            drawn.append(words[state * len(words) >> 32])
        place, indicator, unit, clause, kind, certainty = drawn
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        value = (state * 100_000 >> 32) / 10
        quote = f"{place}的{indicator}达到{value:g}{unit}，{clause}。"
        end = start + len(quote)
        yield f"{document}:{start}-{end}:{n}", kind, document, start, end, quote, certainty, str(2000 + n % 14), indicator, value, unit
        start = 0 if n % 128 == 0 else end


def write(count, path):
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("事实")
    font = {"font_name": "微软雅黑", "font_size": 10.5, "valign": "vcenter"}
    text = book.add_format({**font, "text_wrap": True, "align": "left"})
    integer = book.add_format({**font, "num_format": "#,##0"})
    number = book.add_format({**font, "num_format": "#,##0.0"})
    link = book.add_format({**font, "underline": 1, "font_color": "#0B57A4"})
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width * 2.15 + 1.2)
    for column, head in enumerate(HEADS):
        sheet.write_string(0, column, head, text)
    for n, (fact, kind, document, start, end, quote, certainty, period, indicator, value, unit) in enumerate(fact_rows(count), 1):
        sheet.write_string(n, 0, fact, text)
        sheet.write_string(n, 1, kind, text)
        sheet.write_string(n, 2, document, text)
        sheet.write_number(n, 3, start, integer)
        sheet.write_number(n, 4, end, integer)
        sheet.write_string(n, 5, quote, text)
        sheet.write_string(n, 6, certainty, text)
        sheet.write_string(n, 7, period, text)
        sheet.write_string(n, 8, indicator, text)
        sheet.write_number(n, 9, value, number)
        sheet.write_string(n, 10, unit, text)
        sheet.write_formula(n, 11, f"=HYPERLINK(\"#'文本'!A1\",\"{document}\")", link, document)
    book.add_worksheet("文本")
    book.close()


def peak():
    """MiB of the process's own high-water mark."""
    for line in open("/proc/self/status"):
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0


if len(sys.argv) > 2:
    began = time.perf_counter()
    write(int(sys.argv[1]), sys.argv[2])
    print(json.dumps({"work": time.perf_counter() - began, "cpu": time.process_time(), "peak": peak()}))
else:
    print(xlsxwriter.__version__)
