package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jibao.definition.loading.Shape.Keys;
import org.jibao.definition.loading.Shape.Type;
import org.jibao.definition.loading.Shape.Way;
import org.jibao.finding.Language;

/** Writes every key of every kind of file as tables of Markdown. */
final class ReferencePage {

    private final Language language;
    private final StringBuilder page = new StringBuilder();

    ReferencePage(Language language) {
        this.language = language;
    }

    private String in(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }

    void line(String zh, String en) {
        page.append(in(zh, en)).append('\n');
    }

    String text() {
        return page.toString();
    }

    /** One kind of file. */
    void file(String name, String schema, Keys keys, KeyDescriptions descriptions) {
        page.append("\n## ").append(name).append("\n\nJSON Schema: [").append(schema);
        page.append(".json](../../jobs/common/schema/").append(schema).append(".json)\n\n");
        line("| 键 | 必填 | 可以是 |", "| key | must be there | may be | says |");
        line("|---|---|---|", "|---|---|---|---|");
        List<String> ways = new ArrayList<>();
        new Table(descriptions, ways).rows("", keys);
        ways.forEach(page::append);
    }

    /** Every table and view that SQL may read. */
    void tables(Map<String, List<String>> tables) {
        page.append('\n');
        line("## SQL 可读的表", "## Tables that SQL may read");
        page.append('\n');
        line(
                "以一个小任务为例：表 `counts`（行 `letters`、`total`，列 `received`、`closed`）、台账 `items`、封面 `cover`、指标表 `given`、对照表 `targets`。这些名称随任务而变，其余各表每个任务都有；`mart` 中的表（`given` 除外）在有 `figures.yaml` 时才有。",
                "Shown for a small job: a grid `counts` (rows `letters` and `total`, columns `received` and `closed`), a register `items`, a cover"
                        + " `cover`, a metric `given` and a reference table `targets`. These names are the job's; all other tables are there for"
                        + " every job, those of `mart` if it has `figures.yaml`.");
        page.append('\n');
        line("| 表 | 列 |", "| table | columns |");
        page.append("|---|---|\n");
        tables.forEach((table, columns) -> page.append("| `")
                .append(table)
                .append("` | ")
                .append(String.join(", ", columns))
                .append(" |\n"));
    }

    /** The rows of one table, where what was shown before is not shown again. */
    private final class Table {

        private final KeyDescriptions descriptions;
        private final List<String> ways;
        private final Map<Object, String> shown = new HashMap<>();

        Table(KeyDescriptions descriptions, List<String> ways) {
            this.descriptions = descriptions;
            this.ways = ways;
        }

        void rows(String path, Keys keys) {
            if (keys.ways.size() > 1) {
                ways.add(ways(path, keys));
            }
            keys.named.forEach((key, shape) -> row(path.isEmpty() ? key : path + "." + key, key, keys, shape));
            if (keys.any != null) {
                row(path + ".*", "*", keys, keys.any);
            }
        }

        private void row(String path, String key, Keys around, Shape shape) {
            List<String> below = new ArrayList<>();
            String kind = kind(path, shape, below);
            page.append("| `")
                    .append(path)
                    .append("` | ")
                    .append(must(key, around))
                    .append(" | ")
                    .append(kind);
            if (language == Language.EN) {
                page.append(" | ").append(descriptions.of(around, key).orElse(""));
            }
            page.append(" |\n");
            Shape inner = shape;
            StringBuilder place = new StringBuilder(path);
            while (inner.item != null) {
                inner = inner.item;
                place.append("[]");
            }
            if (inner.keys != null && below.isEmpty()) {
                rows(place.toString(), inner.keys);
            }
        }

        private String kind(String path, Shape shape, List<String> below) {
            List<String> kinds = new ArrayList<>(scalars(shape));
            Keys keys = shape.keys;
            if (keys != null && shape.shortFor != null) {
                kinds.addAll(scalars(keys.named(shape.shortFor)));
            }
            if (shape.item != null) {
                kinds.add(in("列表，每项：", "list of ") + kind(path + "[]", shape.item, below));
            }
            if (keys != null) {
                String first = keys.named.isEmpty()
                        ? null
                        : shown.putIfAbsent(new JsonSchemas(descriptions).schema("", keys), path);
                if (first != null) {
                    below.add(first);
                }
                String same = first == null ? "" : in("，同 `" + first + "`", " as under `" + first + "`");
                kinds.add(in("键值", "keys") + same);
            }
            return String.join(in(" 或 ", " or "), kinds);
        }

        private String must(String key, Keys around) {
            if (around.labelled && List.of("label", "zh", "en").contains(key)) {
                return in("`label`、`zh` 或 `en`", "`label`, `zh` or `en`");
            }
            if (around.required().contains(key)) {
                return in("是", "yes");
            }
            boolean some = around.ways.stream().anyMatch(way -> way.needed().contains(key));
            return some ? in("视情况", "depends") : "";
        }
    }

    private String ways(String path, Keys keys) {
        StringBuilder text = new StringBuilder("\n");
        String place = path.isEmpty() ? in("文件", "The file") : "`" + path + "`";
        text.append(place).append(in("须符合下列之一：\n\n", " is one of these:\n\n"));
        for (Way way : keys.ways) {
            List<String> parts = new ArrayList<>();
            way.chosen().forEach((key, word) -> parts.add("`" + key + ": " + word + "`"));
            List<String> needed = way.needed().stream()
                    .filter(key -> !way.chosen().containsKey(key))
                    .filter(key -> !keys.required().contains(key))
                    .toList();
            if (!needed.isEmpty()) {
                parts.add(in("有 ", "with ") + quoted(needed));
            }
            List<String> without = keys.named.keySet().stream()
                    .filter(key -> !way.known().contains(key))
                    .toList();
            if (!without.isEmpty()) {
                parts.add(in("无 ", "without ") + quoted(without));
            }
            text.append("- ").append(String.join(in("；", "; "), parts)).append('\n');
        }
        return text.toString();
    }

    private String quoted(Collection<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(in("、", ", ")));
    }

    private List<String> scalars(Shape shape) {
        List<String> kinds = new ArrayList<>();
        boolean words = shape.types.contains(Type.WORDS);
        if (words) {
            kinds.add(in("文字", "words"));
        }
        if (!shape.choices.isEmpty() && (shape.types.contains(Type.CHOICE) || !shape.anyText() && !words)) {
            kinds.add(quoted(shape.choices));
        }
        if (shape.types.contains(Type.FLAG)) {
            kinds.add("`true`, `false`");
        }
        if (shape.types.contains(Type.INTEGER)) {
            kinds.add(in("整数 ", "whole number ") + shape.least + in("—", " to ") + shape.most);
        }
        if (shape.types.contains(Type.NUMBER)) {
            kinds.add(in("数，不小于 0", "number, 0 or more"));
        }
        if (shape.types.contains(Type.ID)) {
            kinds.add("ID");
        }
        if (shape.anyText() && !shape.narrower()) {
            kinds.add(in("文本", "text"));
        }
        return kinds;
    }
}
