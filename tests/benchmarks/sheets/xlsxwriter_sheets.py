# Makes the sheet that a description tells with XlsxWriter, several times, and prints the best processor time
# of one in milliseconds. Usage: xlsxwriter_sheets.py DESCRIPTION.json OUT.xlsx ROUNDS COUNT [in_memory]
import base64
import datetime
import io
import json
import sys
import time

import xlsxwriter


def make(told, path, options):
    book = xlsxwriter.Workbook(path, options)
    book.set_properties({"title": told["title"], "created": datetime.datetime(2026, 9, 10)})
    styles = [book.add_format(style) for style in told["styles"]]
    for sheet in told["sheets"]:
        make_sheet(book, sheet, styles)
    for name, target in told["names"].items():
        book.define_name(name, "=" + target)
    for name, value in told["properties"].items():
        book.set_custom_property(name, value, "text")
    book.close()


def make_sheet(book, told, styles):
    sheet = book.add_worksheet(told["name"])
    for column, width in enumerate(told["widths"]):
        sheet.set_column(column, column, width / 100)
    for row, height in told["heights"]:
        sheet.set_row(row, height / 100)
    for cell in told["cells"]:
        row, column, text, style = cell["row"], cell["column"], cell["text"], styles[cell["style"]]
        if "to" in cell:
            sheet.merge_range(row, column, cell["to"][0], cell["to"][1], text, style)
        if "formula" in cell:
            sheet.write_formula(row, column, "=" + cell["formula"], style, text)
        elif "to" not in cell:
            if text:
                sheet.write_string(row, column, text, style)
            else:
                sheet.write_blank(row, column, None, style)
    for rule in told["rules"]:
        sheet.data_validation(*rule["range"], dict(rule["rule"]))
    for highlight in told["highlights"]:
        colours = book.add_format(highlight["colours"])
        sheet.conditional_format(*highlight["range"], {"type": "formula", "criteria": highlight["formula"], "format": colours})
    for picture in told["pictures"]:
        data = io.BytesIO(base64.b16decode(picture["bytes"]))
        scale = picture["scale"] / 10000
        sheet.insert_image(picture["row"], picture["column"], "symbol.bmp", {
            "image_data": data, "x_scale": scale, "y_scale": scale, "x_offset": picture["x"], "y_offset": picture["y"]})
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if told["hidden"]:
        sheet.hide()
        return
    sheet.set_landscape()
    sheet.center_horizontally()
    sheet.set_margins(*[m / 2540 for m in (1200, 1200, 1500, 1400)])
    sheet.set_header(told["header"], {"margin": 7 / 25.4})
    sheet.set_footer(told["footer"], {"margin": 7 / 25.4})
    sheet.repeat_rows(*told["repeat"])
    sheet.freeze_panes(told["freeze"], 0)
    sheet.set_zoom(told["zoom"])
    sheet.protect("", {"format_rows": True, "format_columns": True})


def main():
    description, out, rounds, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    with open(description, encoding="utf-8") as file:
        told = json.load(file)
    options = {"in_memory": True} if len(sys.argv) > 5 else {}
    best = None
    for _ in range(rounds):
        begin = time.process_time()
        for _ in range(count):
            make(told, out, options)
        spent = (time.process_time() - begin) / count * 1000
        best = spent if best is None else min(best, spent)
    print(best)


main()
