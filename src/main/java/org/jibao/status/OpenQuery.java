package org.jibao.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.definition.Unit.Contact;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.status.OpenWork.Effect;
import org.jibao.status.OpenWork.Item;
import org.jibao.status.OpenWork.Unlikely;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Asks a store or its snapshot what is open in a period. It was found when the period was summarized last: what has
 * been settled since is left out, and the shares are of the rest.
 */
final class OpenQuery {

    private final Sql sql;
    private final JobDefinition job;

    OpenQuery(Sql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    /** @param owing codes of the units that still owe a return */
    OpenWork of(String period, Instant asOf, Set<String> owing) {
        if (sql.query(SqlText.read(OpenQuery.class, "open_tables")).isEmpty()) {
            return new OpenWork(List.of(), List.of());
        }
        List<Unlikely> unlikely =
                sql.query(SqlText.read(OpenQuery.class, "unlikely_open"), job.id(), period, asOf).stream()
                        .map(this::unlikely)
                        .toList();
        List<Item> items = items(period, owing, unlikely);
        return new OpenWork(items, byEffect(unlikely, items));
    }

    private List<Item> items(String period, Set<String> owing, List<Unlikely> unlikely) {
        Set<String> open = new HashSet<>();
        unlikely.forEach(one -> open.add(one.fingerprint()));
        List<Item> kept = new ArrayList<>();
        double before = 0;
        double settled = 0;
        for (Row row : sql.query(SqlText.read(OpenQuery.class, "open_items"), job.id(), period)) {
            double covered = number(row, "covered");
            Item item = item(row, settled + Math.max(0, covered - before));
            before = covered;
            if (item.unlikely() ? open.contains(item.fingerprint()) : owing.contains(item.unit())) {
                kept.add(item);
                settled = item.covered();
            }
        }
        return ofTheRest(kept, settled);
    }

    /** Shares of what is still open. */
    private static List<Item> ofTheRest(List<Item> items, double all) {
        List<Item> shared = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            double covered = all > 0 ? item.covered() / all : (i + 1.0) / items.size();
            shared.add(new Item(
                    item.unlikely(),
                    item.unit(),
                    item.name(),
                    item.fingerprint(),
                    item.effect(),
                    Math.min(1, covered)));
        }
        return shared;
    }

    private Item item(Row row, double covered) {
        String code = row.text("unit");
        return new Item(
                row.text("kind").equals("unlikely"),
                code,
                job.roster().byCode(code).map(Unit::name).orElse(code),
                row.textOr("fingerprint", ""),
                effect(row),
                covered);
    }

    private static @Nullable Effect effect(Row row) {
        String zh = row.textOrNull("figure_zh");
        return zh == null ? null : new Effect(new Text(zh, row.textOr("figure_en", zh)), number(row, "effect"));
    }

    private static double number(Row row, String column) {
        BigDecimal number = row.numberOrNull(column);
        return number == null ? 0 : number.doubleValue();
    }

    private Unlikely unlikely(Row row) {
        String code = row.text("unit");
        Unit unit = job.roster().byCode(code).orElse(null);
        return new Unlikely(
                code,
                unit == null ? code : unit.name(),
                unit == null ? Contact.NONE : unit.contact(),
                row.count("submission"),
                new Text(row.textOr("label_zh", ""), row.textOr("label_en", "")),
                new Place(row.textOrNull("sheet"), row.textOrNull("cell")),
                row.textOr("raw", ""),
                row.numberOrNull("expected"),
                row.numberOrNull("low"),
                row.numberOrNull("high"),
                row.textOrNull("slip"),
                row.numberOrNull("slip_value"),
                row.countOr("cells", 1),
                row.text("fingerprint"),
                new Text(row.textOr("message_zh", ""), row.textOr("message_en", "")),
                null);
    }

    /** Those without an effect keep their order behind the others. */
    private static List<Unlikely> byEffect(List<Unlikely> unlikely, List<Item> items) {
        Map<String, Effect> effects = new HashMap<>();
        for (Item item : items) {
            if (item.unlikely() && item.effect() != null) {
                effects.putIfAbsent(item.fingerprint(), Objects.requireNonNull(item.effect()));
            }
        }
        return unlikely.stream()
                .map(one -> with(one, effects.get(one.fingerprint())))
                .sorted(Comparator.comparingDouble(
                        one -> one.effect() == null ? 0 : -one.effect().part()))
                .toList();
    }

    private static Unlikely with(Unlikely one, @Nullable Effect effect) {
        return new Unlikely(
                one.unit(),
                one.name(),
                one.contact(),
                one.submission(),
                one.label(),
                one.place(),
                one.raw(),
                one.expected(),
                one.low(),
                one.high(),
                one.slip(),
                one.slipValue(),
                one.cells(),
                one.fingerprint(),
                one.message(),
                effect);
    }
}
