#!/usr/bin/env python3
"""Hostile files: each must be refused (exit status 1 or 2, and by the message that is meant for it) in under
a second of the processor and 256 MiB.

Usage: python3 tests/benchmarks/refusals.py   (after sh .ci/build.sh anjuan)
"""
import io
import os
import random
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ANJUAN = os.path.join(ROOT, "build/anjuan")
SCXML = '<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" initial="s">'


def chart(body):
    return (SCXML + body + "</scxml>").encode()


def condition(text):
    return chart(f'<state id="s"><transition event="e" cond="{text}" target="s"/></state>')


def archive(entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in entries:
            z.writestr(name, data)
    return out.getvalue()


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(sheet, more=()):
    """A small workbook whose only sheet is given."""
    types = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
             '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
             '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
             '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')
    return archive([
        ("[Content_Types].xml", types),
        ("_rels/.rels", f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        ("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
        ("xl/worksheets/sheet1.xml", sheet)] + list(more))


def sheet(rows):
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def text_row(n, text):
    return f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{text}</t></is></c></row>'


def letters(n, seed=1):
    """Text that does not compress well, so that it is the length that is refused."""
    chance = random.Random(seed)
    return "".join(chr(0x4E00 + chance.randrange(20000)) for _ in range(n))


def rows_of_numbers(cells):
    chance = random.Random(2)
    width = 100
    return "".join(f'<row r="{i}">' + "".join(f"<c><v>{chance.randrange(10**9)}</v></c>" for _ in range(width)) + "</row>" for i in range(1, cells // width + 1))


def sheets():
    """Workbooks, and the code of the message that must refuse each."""
    yield "zip, 100 MiB unpacked", workbook(sheet(""), [("xl/x.bin", b"".join(os.urandom(2048) + bytes(18432) for _ in range(5120)))]), "AJ0602"
    yield "zip, ratio 1000", workbook(sheet(" " * (60 << 20))), "AJ0603"
    yield "zip, 2,000 entries", workbook(sheet(""), [(f"x{i}", "x") for i in range(2000)]), "AJ0604"
    for name in ("../x", "/x", "a\\x", "a/../../x"):
        yield f"zip, name {name}", workbook(sheet(""), [(name, "x")]), "AJ0605"
    yield "zip, name with NUL", workbook(sheet(""), [("axb", "x")]).replace(b"axb", b"a\0b"), "AJ0605"
    yield "sheet, 1,100,000 cells", workbook(sheet(rows_of_numbers(1100000))), "AJ0610"
    yield "cell, 40,000 characters", workbook(sheet(text_row(1, letters(40000)))), "AJ0611"
    yield "sheet, depth 200", workbook(sheet("<a>" * 200 + "</a>" * 200)), "AJ0609"
    yield "sheet, DTD", workbook('<!DOCTYPE a [<!ENTITY b "c">]>' + sheet(text_row(1, "&b;"))), "AJ0608"
    yield "zip cut off", workbook(sheet(text_row(1, "a")))[:-40], "AJ0600"
    yield "no zip", b"PK\3\4" + os.urandom(1 << 20), "AJ0600"
    yield "zip, 600 MiB", b"PK\3\4" + bytes(600 << 20), "AJ3013"


def definitions():
    """Definitions, and the code of the message that must refuse each."""
    yield "XML, depth 3,000,000", ("<a>" * 3000000).encode()[: 2 << 20], "AJ0122"
    yield "XML, depth 101", chart("<a>" * 101 + "</a>" * 101), "AJ0122"
    yield "XML, 200,000 attributes", ("<a " + " ".join(f'b{i}="c"' for i in range(150000)) + "/>").encode()[:2000000], "AJ0123"
    yield "XML, 1,001 attributes", ("<a " + " ".join(f'b{i}="c"' for i in range(1001)) + "/>").encode(), "AJ0123"
    yield "XML, DTD", b"<!DOCTYPE a []>" + chart('<state id="s"/>'), "AJ0106"
    bomb = "".join(f'<!ENTITY b{i} "{("&b%d;" % (i - 1)) * 10}">' for i in range(1, 12))
    yield "XML, entity bomb", f'<!DOCTYPE a [<!ENTITY b0 "x">{bomb}]><a>&b11;</a>'.encode(), "AJ0106"
    yield "XML, file entity", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "AJ0106"
    yield "XML, 20,000 elements", chart("".join(f'<state id="s{i}"/>' for i in range(20000))), "AJ0124"
    yield "XML, 100 MiB", b"<a>" + b" " * (100 << 20) + b"</a>", "AJ0102"
    yield "expression, depth 100", condition("(" * 100 + "1" + ")" * 100), "AJ0306"
    yield "expression, depth 20,000", condition("(" * 20000 + "1" + ")" * 20000), "AJ0306"
    yield "expression, 2,000 nodes", condition("+".join(["1"] * 2000)), "AJ0307"


def tables():
    """Tables, and the code of the message that must refuse each."""
    with open(os.path.join(ROOT, "examples/county/执法检查人员名录库.csv"), "rb") as register:
        lines = register.read().splitlines(keepends=True)
    head, row = lines[0], lines[1]
    cells = row.count(b",") + 1
    yield "CSV, 1,100,000 cells, all wrong", head + row * (1100000 // cells), "AJ2139"
    yield "CSV, cell of 40,000 characters", head + "字".encode() * 40000 + row, "AJ0611"
    yield "CSV, one line of 50 MiB", b"a" * (50 << 20), "AJ06"
    yield "CSV, open quotation mark", head + b'"' + b"x,\n" * 1000000, "AJ06"
    yield "CSV, NUL", head + b"\0" + row, "AJ0626"
    yield "CSV, 800 MiB", head + row * ((800 << 20) // len(row)), "AJ3013"


def scans():
    """What is handed in as a scan, and the code of the message that must refuse each."""
    head = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    yield "PDF, pages within themselves", head + b"2 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 1>>\nendobj\ntrailer\n<</Size 3/Root 1 0 R>>\n%%EOF\n", "AJ"
    yield "PDF, 2,000,000,000 pages", head + b"2 0 obj\n<</Type/Pages/Kids[]/Count 2000000000>>\nendobj\ntrailer\n<</Size 3/Root 1 0 R>>\n%%EOF\n", "AJ"
    yield "PDF, brackets 1,000,000 deep", head + b"2 0 obj\n" + b"[" * 1000000 + b"\nendobj\ntrailer\n<</Size 3/Root 1 0 R>>\n%%EOF\n", "AJ"
    flat = zlib.compress(bytes(1 << 30), 9)
    yield "PDF, 1 GiB unpacked", head + b"2 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n" % len(flat) + flat + b"\nendstream\nendobj\ntrailer\n<</Size 3/Root 1 0 R>>\n%%EOF\n", "AJ"
    width = height = 60000
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    pixels = zlib.compress(bytes(1 << 20))
    yield "PNG, 60,000 by 60,000", b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)) + chunk(b"IDAT", pixels) + chunk(b"IEND", b""), "AJ"
    yield "PNG cut off", b"\x89PNG\r\n\x1a\n", "AJ"
    yield "scan, 600 MiB", b"%PDF-1.4\n" + bytes(600 << 20), "AJ3013"


# In a small process of its own: what a child has at most counts from the size of its parent.
MEASURE = """
import os, sys
pid = os.fork()
if pid == 0:
    out = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(out, 1), os.dup2(out, 2)
    os.execv(sys.argv[2], sys.argv[2:])
_, status, usage = os.wait4(pid, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
"""


def script_until(line, folder):
    """The sample round up to this line, where a paper waits for its signature."""
    with open(os.path.join(ROOT, "examples/round.acts"), encoding="utf-8") as script:
        text = script.read()
    text = text[: text.index("\n" + line) + 1].replace("county/", os.path.join(ROOT, "examples/county/"))
    for name in ("workflows", "forms", "templates"):
        text = text.replace("../" + name, os.path.join(ROOT, name))
    path = os.path.join(folder, "round.acts")
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)
    return path


def refused(folder, what, data, code, name, words):
    """Whether this file is refused as it should be; prints what it took."""
    path = os.path.join(folder, name)
    with open(path, "wb") as out:
        out.write(data)
    command = [ANJUAN] + [path if w == "FILE" else w for w in words]
    start = time.monotonic()
    measured = subprocess.run([sys.executable, "-c", MEASURE, os.path.join(folder, "said")] + command, stdout=subprocess.PIPE, text=True, check=True)
    took = time.monotonic() - start
    status, cpu, memory = (float(word) for word in measured.stdout.split())
    with open(os.path.join(folder, "said"), encoding="utf-8", errors="replace") as said:
        told = said.read()
    well = status in (1, 2) and cpu < 1 and memory < 256 and " " + code in told
    first = told.replace(path, "").strip().split("\n")[0]
    print(f"{'  ' if well else '! '}{what:32} status {int(status)}  {took * 1000:7.0f} ms (processor {cpu * 1000:5.0f} ms)  {memory:6.1f} MiB  {first[:90]}", flush=True)
    return well


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        office = os.path.join(folder, "office")
        definitions_ = [w for f in ("workflows", "forms", "templates") for w in ("--definitions", os.path.join(ROOT, f))]
        subprocess.run([ANJUAN, "init", office, "--bureau", os.path.join(ROOT, "examples/county/bureau.xml")] + definitions_, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        importing = ["import", "FILE", "--as", "inspectors", "--reason", "x", "--by", "陆明舟", "--recorder", "陆明舟", "--office", office]
        subprocess.run([ANJUAN, "play", script_until("签 2026-1-01 检查报告 ", folder), "--into", os.path.join(folder, "played")], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        signing = ["document", "sign", "2026-1-01", "检查报告", "--scan", "FILE", "--by", "宓如晦", "--recorder", "陆明舟", "--on", "2026-09-22", "--office", os.path.join(folder, "played")]
        cases = [(case, "hostile.xml", ["check", "FILE"]) for case in definitions()]
        cases += [(case, "hostile.xlsx", importing) for case in sheets()]
        cases += [(case, "hostile.csv", importing) for case in tables()]
        cases += [(case, "hostile.pdf", signing) for case in scans()]
        for (what, data, code), name, words in cases:
            failed += not refused(folder, what, data, code, name, words)
    print(f"{failed} not as they should be")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
