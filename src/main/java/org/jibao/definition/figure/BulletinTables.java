package org.jibao.definition.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.Figure;
import org.jibao.definition.SummaryDefinition.Column;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.SummaryDefinition.Table;

/** The tables that a bulletin is made of: every figure of the whole, its sentences, the reasons to name units, and all units. */
final class BulletinTables {

    /** Beside its name and what became of its return, so many figures of a unit fit on a page. */
    private static final int MOST_FIGURES_OF_UNITS = 4;

    private static final List<String> STATES = List.of("on_time", "late", "returned", "rejected", "missing", "held");

    private final List<Figure> figures;
    private final boolean kinds;

    /** @param kinds whether more than one kind of unit owes the return */
    BulletinTables(List<Figure> figures, boolean kinds) {
        this.figures = List.copyOf(figures);
        this.kinds = kinds;
    }

    List<Table> make() {
        return List.of(
                FigureTables.table(
                        DefaultSummary.SENTENCES,
                        "facts",
                        Map.of(),
                        List.of(
                                FigureTables.column("figure", Format.TEXT, 0),
                                FigureTables.column("sentence", Format.TEXT, 100))),
                FigureTables.table(
                        DefaultSummary.FIGURES,
                        "bulletin_figures",
                        Map.of(),
                        List.of(
                                FigureTables.column("figure", Format.TEXT, 0),
                                FigureTables.column("label", Format.TEXT, 0),
                                FigureTables.column("value", Format.AMOUNT, 0),
                                FigureTables.column("unit", Format.TEXT, 0))),
                FigureTables.table(
                        DefaultSummary.STANDINGS,
                        "bulletin_standings",
                        Map.of(),
                        List.of(
                                FigureTables.column("subject", Format.TEXT, 0),
                                FigureTables.column("figure", Format.TEXT, 0),
                                FigureTables.column("name", Format.TEXT, 0),
                                FigureTables.column("value", Format.AMOUNT, 0))),
                units());
    }

    private Table units() {
        List<Figure> shown = ofUnits();
        List<Column> columns = new ArrayList<>(
                List.of(FigureTables.column("number", Format.COUNT, 0), FigureTables.column("name", Format.TEXT, 0)));
        if (kinds) {
            columns.add(FigureTables.column("kind", Format.TEXT, 0));
        }
        columns.add(FigureTables.column("state", Format.TEXT, 0));
        StringBuilder values = new StringBuilder();
        for (Figure figure : shown) {
            columns.add(new Column(figure.id(), FigureTables.inUnit(figure), FigureTables.format(figure), 0));
            values.append(FigureTables.pivoted(figure));
        }
        Map<String, String> fragments = new LinkedHashMap<>();
        fragments.put("values", values.toString());
        fragments.put("figures", shown.isEmpty() ? "''" : FigureTables.names(shown));
        for (String state : STATES) {
            String key = "state." + state.replace('_', '-');
            fragments.put(state + "_zh", FigureTables.word(key, true));
            fragments.put(state + "_en", FigureTables.word(key, false));
        }
        return FigureTables.table(DefaultSummary.UNITS, "bulletin_units", fragments, columns);
    }

    /** Of those that are said of single units the headlines first, and of these those that are ranked. */
    private List<Figure> ofUnits() {
        return figures.stream()
                .filter(figure -> !figure.kind().isBuiltIn())
                .filter(figure -> figure.headline() || figure.minimum() != null)
                .sorted(Comparator.comparing((Figure figure) -> !figure.headline())
                        .thenComparing(figure -> figure.minimum() == null))
                .limit(MOST_FIGURES_OF_UNITS)
                .sorted(Comparator.comparing(figures::indexOf))
                .toList();
    }
}
