"use strict";
// The desk works without this; with it, files are sent one by one as they are dropped, and progress is shown as it goes.
(() => {
  const work = document.getElementById("work");
  if (work) {
    const bar = document.getElementById("bar");
    const line = document.getElementById("progress");
    const events = new EventSource(work.dataset.events);
    events.onmessage = (event) => {
      const now = JSON.parse(event.data);
      bar.value = now.percent;
      line.textContent = now.said;
      if (now.ended) {
        events.close();
        location.reload();
      }
    };
  }

  // Where the browser lets no script copy, the text is selected, so that a key does it.
  for (const copy of document.querySelectorAll("[data-copy]")) {
    const text = document.getElementById(copy.dataset.copy);
    const status = document.getElementById(copy.dataset.copy + "-copied");
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      text.select();
      try {
        await navigator.clipboard.writeText(text.value);
        status.textContent = copy.dataset.done;
      } catch (refused) {
        text.focus();
      }
    });
  }

  const drop = document.getElementById("drop");
  if (!drop) {
    return;
  }
  const list = document.getElementById("sent");
  const input = drop.querySelector("input[type=file]");
  const button = drop.querySelector("button");
  const token = drop.querySelector("input[name=csrf]").value;
  const most = Number(drop.dataset.most) * 1024 * 1024;

  const said = (name, text, how) => {
    const item = document.createElement("li");
    const strong = document.createElement("b");
    strong.textContent = name;
    item.append(strong, " " + text);
    item.className = how;
    list.append(item);
    return item;
  };

  const sendOne = async (file) => {
    if (file.size > most) {
      said(file.name, drop.dataset.tooLarge, "bad");
      return false;
    }
    const item = said(file.name, drop.dataset.sending, "");
    const form = new FormData();
    form.append("csrf", token);
    form.append("file", file, file.name);
    try {
      const answer = await fetch(location.pathname + "/one", { method: "POST", body: form });
      if (!answer.ok) {
        throw new Error(answer.statusText);
      }
      const one = (await answer.json())[0];
      item.lastChild.textContent = " " + one.said;
      item.className = one.stored ? "good" : "bad";
      return one.stored;
    } catch (lost) {
      item.lastChild.textContent = " " + drop.dataset.lost;
      item.className = "bad";
      return false;
    }
  };

  const field = (form, name, value) => {
    const hidden = document.createElement("input");
    hidden.type = "hidden";
    hidden.name = name;
    hidden.value = value;
    form.append(hidden);
  };

  // Begins to read when all are sent. What was not taken is shown again beside what came of the others.
  const send = async (files) => {
    button.disabled = true;
    let stored = 0;
    for (const file of files) {
      stored += (await sendOne(file)) ? 1 : 0;
    }
    button.disabled = false;
    if (stored > 0) {
      const form = document.createElement("form");
      form.method = "post";
      field(form, "csrf", token);
      for (const item of list.querySelectorAll(".bad")) {
        field(form, "refused", item.textContent);
      }
      document.body.append(form);
      form.submit();
    }
  };

  // A folder that is dropped is walked: its files are sent, as if each had been dropped.
  const filesOf = async (entry) => {
    if (entry.isFile) {
      return [await new Promise((done, failed) => entry.file(done, failed))];
    }
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (some.length === 0) {
        return found;
      }
      for (const one of some) {
        found.push(...(await filesOf(one)));
      }
    }
  };

  drop.addEventListener("submit", (event) => {
    if (input.files.length > 0) {
      event.preventDefault();
      send([...input.files]);
    }
  });
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", async (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
    const plain = [...event.dataTransfer.files];
    const files = entries.length > 0 ? (await Promise.all(entries.map(filesOf))).flat() : plain;
    send(files);
  });
  // A file dropped beside the field would replace the page.
  for (const kind of ["dragover", "drop"]) {
    window.addEventListener(kind, (event) => event.preventDefault());
  }
})();
