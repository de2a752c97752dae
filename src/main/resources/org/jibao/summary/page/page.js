
(function () {
  var language = document.documentElement.lang;
  function key(row, column) {
    return row.cells[column].textContent.trim();
  }
  function number(text) {
    var plain = text.replace(/[,\s+]/g, "").replace("−", "-");
    return /^-?[0-9.]+%?$/.test(plain) ? parseFloat(plain) : NaN;
  }
  function compare(one, other) {
    var a = number(one), b = number(other);
    if (isNaN(a) ? isNaN(b) : false) { return one.localeCompare(other, language, { numeric: true }); }
    if (isNaN(a)) { return 1; }
    if (isNaN(b)) { return -1; }
    return a - b;
  }
  function sort(table, column, down) {
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows);
    var sums = rows.filter(function (row) { return row.className === "sum"; });
    var first = rows[0].className === "sum";
    var others = rows.filter(function (row) { return row.className !== "sum"; });
    var missing = others.filter(function (row) { return key(row, column) === "—"; });
    var there = others.filter(function (row) { return key(row, column) !== "—"; });
    there.sort(function (a, b) { return (down ? -1 : 1) * compare(key(a, column), key(b, column)); });
    var order = first ? sums.concat(there, missing) : there.concat(missing, sums);
    order.forEach(function (row) { body.appendChild(row); });
  }
  Array.prototype.forEach.call(document.querySelectorAll("table.sorted"), function (table) {
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === null ? head.className !== "w" : head.getAttribute("aria-sort") === "ascending";
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        sort(table, column, down);
      });
    });
  });
})();
