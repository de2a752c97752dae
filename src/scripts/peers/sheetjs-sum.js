// Adds up every number of every sheet of the workbooks in a folder with SheetJS, and prints the sum.
const fs = require("fs");
const path = require("path");
const XLSX = require("xlsx");

let total = 0;
let cells = 0;
for (const name of fs.readdirSync(process.argv[2]).filter((file) => file.endsWith(".xlsx")).sort()) {
  const book = XLSX.read(fs.readFileSync(path.join(process.argv[2], name)), { dense: true });
  for (const sheet of Object.values(book.Sheets)) {
    for (const row of sheet["!data"] || (Array.isArray(sheet) ? sheet : [])) {
      for (const cell of row || []) {
        if (cell && cell.t === "n") {
          total += cell.v;
          cells += 1;
        }
      }
    }
  }
}
console.log(`${cells} numbers, sum ${total.toFixed(1)}`);
