"""Adds up every number of every sheet of the workbooks in a folder with pandas, and prints the sum."""
import pathlib
import sys

import warnings

import pandas

warnings.simplefilter("ignore")

total = 0.0
cells = 0
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.xlsx")):
    for sheet in pandas.read_excel(path, sheet_name=None, header=None).values():
        numbers = sheet.apply(pandas.to_numeric, errors="coerce")
        total += float(numbers.sum().sum())
        cells += int(numbers.count().sum())
print(f"{cells} numbers, sum {total:.1f}")
