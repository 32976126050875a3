#!/usr/bin/env python3
"""Hostile files: each must be refused (exit status 1 or 2) in under a second and 256 MiB.

Usage: python3 tests/benchmarks/refusals.py   (after sh .ci/build.sh anjuan)
"""
import io
import os
import subprocess
import sys
import tempfile
import time
import zipfile

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


def sheets():
    yield "zip, 100 MiB unpacked", workbook(sheet(""), [("xl/x.bin", os.urandom(1 << 20) * 100)])
    yield "zip, ratio 1000", workbook(sheet(" " * (60 << 20)))
    yield "zip, 2,000 entries", workbook(sheet(""), [(f"x{i}", "x") for i in range(2000)])
    for name in ("../x", "/x", "a\\x", "a/../../x"):
        yield f"zip, name {name}", workbook(sheet(""), [(name, "x")])
    yield "zip, name with NUL", workbook(sheet(""), [("axb", "x")]).replace(b"axb", b"a\0b")
    yield "sheet, 1,100,000 cells", workbook(sheet("".join(f'<row r="{i}">' + "<c><v>1</v></c>" * 100 + "</row>" for i in range(1, 11001))))
    yield "cell, 40,000 characters", workbook(sheet(text_row(1, "字" * 40000)))
    yield "sheet, depth 200", workbook(sheet("<a>" * 200 + "</a>" * 200))
    yield "sheet, DTD", workbook('<!DOCTYPE a [<!ENTITY b "c">]>' + sheet(text_row(1, "&b;")))
    yield "zip cut off", workbook(sheet(text_row(1, "a")))[:-40]
    yield "no zip", b"PK\3\4" + os.urandom(1 << 20)


def definitions():
    yield "XML, depth 3,000,000", ("<a>" * 3000000).encode()[: 2 << 20]
    yield "XML, depth 101", chart("<a>" * 101 + "</a>" * 101)
    yield "XML, 200,000 attributes", ("<a " + " ".join(f'b{i}="c"' for i in range(200000)) + "/>").encode()
    yield "XML, 1,001 attributes", ("<a " + " ".join(f'b{i}="c"' for i in range(1001)) + "/>").encode()
    yield "XML, DTD", b"<!DOCTYPE a []>" + chart('<state id="s"/>')
    bomb = "".join(f'<!ENTITY b{i} "{("&b%d;" % (i - 1)) * 10}">' for i in range(1, 12))
    yield "XML, entity bomb", f'<!DOCTYPE a [<!ENTITY b0 "x">{bomb}]><a>&b11;</a>'.encode()
    yield "XML, file entity", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    yield "XML, 20,000 elements", chart("".join(f'<state id="s{i}"/>' for i in range(20000)))
    yield "XML, 100 MiB", b"<a>" + b" " * (100 << 20) + b"</a>"
    yield "expression, depth 100", condition("(" * 100 + "1" + ")" * 100)
    yield "expression, depth 20,000", condition("(" * 20000 + "1" + ")" * 20000)
    yield "expression, 2,000 nodes", condition("+".join(["1"] * 2000))


def tables():
    yield "CSV, 1,100,000 cells", b"a,b\n" * 550000
    yield "CSV, cell of 40,000 characters", b"a,b\n" + "字".encode() * 40000 + b",x\n"
    yield "CSV, one line of 50 MiB", b"a" * (50 << 20)
    yield "CSV, open quotation mark", b'a,b\n"' + b"x,\n" * 1000000
    yield "CSV, NUL", b"a,b\n\0,c\n"


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


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        office = os.path.join(folder, "office")
        definitions_ = [w for f in ("workflows", "forms", "templates") for w in ("--definitions", os.path.join(ROOT, f))]
        subprocess.run([ANJUAN, "init", office, "--bureau", os.path.join(ROOT, "examples/county/bureau.xml")] + definitions_, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        importing = ["import", "FILE", "--as", "inspectors", "--reason", "x", "--by", "陆明舟", "--recorder", "陆明舟", "--office", office]
        cases = [(what, "hostile.xml", data, ["check", "FILE"]) for what, data in definitions()]
        cases += [(what, "hostile.xlsx", data, importing) for what, data in sheets()]
        cases += [(what, "hostile.csv", data, importing) for what, data in tables()]
        for what, name, data, words in cases:
            path = os.path.join(folder, name)
            with open(path, "wb") as out:
                out.write(data)
            command = [ANJUAN] + [path if w == "FILE" else w for w in words]
            start = time.monotonic()
            measured = subprocess.run([sys.executable, "-c", MEASURE, os.path.join(folder, "said")] + command, stdout=subprocess.PIPE, text=True, check=True)
            took = time.monotonic() - start
            code, cpu, memory = (float(word) for word in measured.stdout.split())
            code = int(code)
            with open(os.path.join(folder, "said"), encoding="utf-8", errors="replace") as said:
                first = said.readline().strip()
            well = code in (1, 2) and cpu < 1 and memory < 256
            failed += not well
            print(f"{'  ' if well else '! '}{what:32} status {code}  {took * 1000:7.0f} ms (processor {cpu * 1000:5.0f} ms)  {memory:6.1f} MiB  {first[:90]}")
    print(f"{failed} not as they should be")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
