package org.jibao.definition.loading;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jibao.definition.PrintedForm;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Column;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.finding.Language;
import org.jibao.finding.Text;

/** {@code summary.yaml} and {@code tables/*.sql}, the job's own and those that jobs share. */
final class SummaryReader {

    /** Wider is wider than a page. */
    private static final int WIDEST = 120;

    private final JobFolder folder;
    private final Ids blocks = new Ids();

    private SummaryReader(JobFolder folder) {
        this.folder = folder;
    }

    static SummaryDefinition read(JobFolder folder, Mapping file) {
        return new SummaryReader(folder).read(file);
    }

    private SummaryDefinition read(Mapping file) {
        List<Language> languages = file.need("languages").items().stream()
                .map(item -> item.choice(Language.class, Language.ZH))
                .toList();
        Map<String, Table> tables = new LinkedHashMap<>();
        file.need("tables")
                .mappings()
                .flatMap(table -> table(table).stream())
                .forEach(table -> tables.putIfAbsent(table.id(), table));
        ChartReader chartReader = new ChartReader(tables, blocks);
        List<SummaryDefinition.Chart> charts =
                file.get("charts").mappings().map(chartReader::read).toList();
        PrintedFormReader printedReader = new PrintedFormReader(blocks);
        List<PrintedForm> printed =
                file.get("printed").mappings().map(printedReader::read).toList();
        Set<String> blockIds = new HashSet<>(tables.keySet());
        charts.forEach(chart -> blockIds.add(chart.id()));
        SheetReader sheetReader = new SheetReader(tables, blockIds, printed);
        List<Sheet> sheets =
                file.need("sheets").mappings().map(sheetReader::read).toList();
        file.end();
        return new SummaryDefinition(languages, List.copyOf(tables.values()), charts, printed, sheets);
    }

    private Optional<Table> table(Mapping mapping) {
        if (mapping.has("use")) {
            return sharedTable(mapping);
        }
        String id = blocks.claim(mapping.need("id"));
        return Optional.of(table(id, mapping, "tables/" + id + ".sql"));
    }

    /** {@code use: coverage} is the table that jobs share under this id; nothing else may be said of it here. */
    private Optional<Table> sharedTable(Mapping mapping) {
        Value use = mapping.get("use");
        String id = use.nameOf(Nouns.SHARED_TABLE, folder.sharedNames("tables", ".yaml"));
        mapping.end();
        String file = "tables/" + id;
        if (!folder.sharedNames("tables", ".yaml").contains(id)) {
            return Optional.empty();
        }
        blocks.claim(id, use);
        return folder.yaml(folder.shared(file + ".yaml"))
                .map(shared -> table(id, shared, folder.shared(file + ".sql")));
    }

    private Table table(String id, Mapping mapping, String sqlFile) {
        Ids names = new Ids();
        Value note = mapping.get("note");
        Table table = new Table(
                id,
                mapping.need("title").words(),
                note.absent() ? null : note.words(),
                mapping.need("empty").words(),
                mapping.need("columns")
                        .mappings()
                        .map(column -> column(column, names))
                        .toList(),
                sqlFile,
                id.isEmpty() ? "" : Select.read(folder, sqlFile));
        mapping.end();
        return table;
    }

    private static Column column(Mapping mapping, Ids names) {
        Column column = new Column(
                names.claim(mapping.need("name")),
                new Text(mapping.need("zh").text(), mapping.need("en").text()),
                mapping.get("format").choice(Format.class, Format.TEXT),
                mapping.get("width").integer(0, WIDEST, 0));
        mapping.end();
        return column;
    }
}
