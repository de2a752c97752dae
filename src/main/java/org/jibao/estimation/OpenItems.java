package org.jibao.estimation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jibao.finding.Text;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * What is still open in a period, the largest effect first: units that are missing, and unlikely figures without an explanation.
 *
 * @param items in the order in which they are best settled
 */
public record OpenItems(List<OpenItem> items) {

    public OpenItems {
        items = List.copyOf(items);
    }

    /** From {@code outlook.open}, which a summary of the job and period fills; empty before. */
    public static OpenItems of(Sql sql, String job, String period) {
        return new OpenItems(sql.query(SqlText.read(OpenItems.class, "open_items"), job, period).stream()
                .map(OpenItem::of)
                .toList());
    }

    /**
     * The fewest of the first items that settle the share of all that is open; empty where nothing is.
     *
     * @param wanted above 0, at most 1
     */
    public Optional<CoveringShare> coveringShare(double wanted) {
        if (!(wanted > 0 && wanted <= 1)) {
            throw new IllegalArgumentException("no share of what is open: " + wanted);
        }
        BigDecimal share = BigDecimal.valueOf(wanted);
        return items.stream()
                .filter(item -> item.covered().compareTo(share) >= 0)
                .findFirst()
                .map(item -> new CoveringShare(item.position(), items.size(), item.covered()));
    }

    /**
     * The first items that settle a share.
     *
     * @param first how many these are
     * @param all how many are open
     * @param covered what the first settle of all effects, 0 to 1
     */
    public record CoveringShare(int first, int all, BigDecimal covered) {}

    /**
     * One unit that is missing, or one cell that is unlikely.
     *
     * @param position 1 is settled first
     * @param unlikely whether it is a cell
     * @param state of a missing unit: missing, held, returned or rejected; empty for a cell
     * @param name of the unit
     * @param fingerprint of an unlikely figure, or null
     * @param figure the headline figure that it moves most, or null where it moves none
     * @param label of that figure
     * @param effect by how much it would move that figure of the whole, as a part of it
     * @param covered the share of all effects that this and those before it settle, 0 to 1
     */
    public record OpenItem(
            int position,
            boolean unlikely,
            String state,
            String unit,
            String name,
            @Nullable String fingerprint,
            @Nullable String figure,
            @Nullable Text label,
            BigDecimal effect,
            BigDecimal covered) {

        private static OpenItem of(Row row) {
            String zh = row.textOrNull("figure_zh");
            return new OpenItem(
                    (int) row.count("position"),
                    row.text("kind").equals("unlikely"),
                    row.textOr("state", ""),
                    row.text("unit"),
                    row.text("name"),
                    row.textOrNull("fingerprint"),
                    row.textOrNull("figure"),
                    zh == null ? null : new Text(zh, row.text("figure_en")),
                    number(row, "effect"),
                    number(row, "covered"));
        }

        private static BigDecimal number(Row row, String column) {
            return Objects.requireNonNull(row.numberOrNull(column), column);
        }
    }
}
