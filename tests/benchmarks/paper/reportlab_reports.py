"""ReportLab sets the reports of reports.json. Usage: reportlab_reports.py COUNT FOLDER TEXT BOLD KAI"""
import json
import sys

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

count, folder = int(sys.argv[1]), sys.argv[2]
for name, path in zip(("text", "bold", "kai"), sys.argv[3:6]):
    pdfmetrics.registerFont(TTFont(name, path))


def style(name, font, size, **more):
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=more.pop("leading", 28.99), wordWrap="CJK", **more)


BODY = style("body", "text", 16, firstLineIndent=32)
TITLE = style("title", "bold", 22, alignment=TA_CENTER)
NUMBER = style("number", "text", 16, alignment=TA_RIGHT)
CELL = style("cell", "text", 12, leading=15)
HEAD = style("head", "bold", 12, leading=15, alignment=TA_CENTER)
SIGN = style("sign", "kai", 16, alignment=TA_RIGHT)


def number_page(canvas, document):
    canvas.setFont("text", 14)
    canvas.drawString(170 * mm, 25 * mm, "— %d —" % document.page)


with open(folder + "/reports.json", encoding="utf-8") as file:
    reports = json.load(file)
for n, report in enumerate(reports[:count]):
    story = [Paragraph(report["title"], TITLE), Paragraph(report["number"], NUMBER)]
    story += [Paragraph(text, BODY) for text in report["paragraphs"]]
    rows = [[Paragraph(text, HEAD) for text in ("序号", "项目", "结果", "说明")]]
    rows += [[Paragraph(text, CELL) for text in (str(i + 1), *row)] for i, row in enumerate(report["rows"])]
    widths = [156 * mm * part / 28 for part in (3, 9, 4, 12)]
    story.append(Table(rows, widths, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")], repeatRows=1))
    story += [Paragraph(report["close"], BODY), Paragraph(report["signature"], SIGN)]
    SimpleDocTemplate("%s/%d.pdf" % (folder, n), pagesize=A4, leftMargin=28 * mm, rightMargin=26 * mm,
                      topMargin=37 * mm, bottomMargin=35 * mm).build(story, number_page, number_page)
