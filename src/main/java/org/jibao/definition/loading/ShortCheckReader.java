package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.definition.loading.CheckExpression.Summand;
import org.jibao.definition.loading.CheckNames.Kind;
import org.jibao.definition.loading.CheckNames.Reading;
import org.jibao.definition.loading.ShortCheck.Part;
import org.jibao.definition.loading.ShortCheck.Star;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** Looks up the names of one short check, and what it goes through. */
final class ShortCheckReader {

    private static final Wording WORDS = Wording.of(ShortCheckReader.class);

    private final ShortCheckKind kind;
    private final Value value;
    private final Map<Summand, List<Reading>> readings = new LinkedHashMap<>();

    private ShortCheckReader(ShortCheckKind kind, Value value) {
        this.kind = kind;
        this.value = value;
    }

    /**
     * Empty where a mistake is reported, or its form could not be read.
     *
     * @param file the form whose file it stands in
     * @param figures names of the rule's counts, totals and figures of other returns
     */
    static Optional<ShortCheck> read(
            ShortCheckKind kind, Value value, String file, FormIndex forms, Collection<String> figures) {
        return CheckExpression.read(kind, value).flatMap(expression -> {
            CheckNames names = new CheckNames(forms, CheckNames.form(forms, file, expression), figures);
            return new ShortCheckReader(kind, value).read(expression, names);
        });
    }

    private Optional<ShortCheck> read(CheckExpression expression, CheckNames names) {
        boolean known = lookedUp(expression.left(), names) & lookedUp(expression.right(), names);
        if (!known || !shaped(expression)) {
            return Optional.empty();
        }
        return kindOfNames()
                .filter(axis -> onOneForm(axis) && eachOnce(expression, axis))
                .map(axis -> {
                    List<Part> left = parts(expression.left(), axis);
                    List<Part> right = parts(expression.right(), axis);
                    return check(expression, axis, left, right);
                });
    }

    private boolean lookedUp(List<Summand> summands, CheckNames names) {
        boolean known = true;
        for (Summand summand : summands) {
            if (summand.number() == null) {
                Optional<List<Reading>> found = names.readings(summand.path(), value);
                known &= found.isPresent() && !found.get().isEmpty();
                found.ifPresent(some -> readings.put(summand, some));
            }
        }
        return known;
    }

    private boolean shaped(CheckExpression expression) {
        boolean single = kind == ShortCheckKind.SUMS || kind == ShortCheckKind.CARRIED;
        Summand first = expression.left().get(0);
        if (single && (expression.left().size() > 1 || first.minus() || !isCell(first))) {
            value.report(WORDS.text("check.single-left", kind.key(), kind.example()));
            return false;
        }
        if (kind == ShortCheckKind.CARRIED && !readings.keySet().stream().allMatch(this::isCell)) {
            value.report(WORDS.text("check.carried-figure"));
            return false;
        }
        if (readings.keySet().stream().noneMatch(this::isCell)) {
            value.report(WORDS.text("check.no-cells", kind.key(), kind.example()));
            return false;
        }
        return true;
    }

    private boolean isCell(Summand summand) {
        return readings.getOrDefault(summand, List.of()).stream().anyMatch(reading -> reading.kind() != Kind.FIGURE);
    }

    /** All names are rows, or columns, or cells: one that may be two of these is told by the others. */
    private Optional<Kind> kindOfNames() {
        Set<Kind> common = EnumSet.of(Kind.ROW, Kind.COLUMN, Kind.CELL);
        readings.forEach((summand, some) -> {
            if (isCell(summand)) {
                common.retainAll(some.stream().map(Reading::kind).toList());
            }
        });
        if (common.size() == 1) {
            return common.stream().findFirst();
        }
        Summand first =
                readings.keySet().stream().filter(this::isCell).findFirst().orElseThrow();
        String form = Objects.requireNonNull(readings.get(first)).get(0).form();
        String id = first.path().get(first.path().size() - 1);
        value.report(common.isEmpty() ? WORDS.text("check.mixed", mixed()) : WORDS.text("check.ambiguous", id, form));
        return Optional.empty();
    }

    /** {@code total: row; natural: column}. */
    private Text mixed() {
        List<Text> kinds = readings.entrySet().stream()
                .filter(entry -> isCell(entry.getKey()))
                .map(entry -> WORDS.text("check.is", entry.getKey().text(), kinds(entry.getValue())))
                .distinct()
                .toList();
        return new Text(joined(kinds, Text::zh, "；"), joined(kinds, Text::en, "; "));
    }

    private static Text kinds(List<Reading> some) {
        List<Text> words = some.stream()
                .map(reading -> WORDS.text(
                        switch (reading.kind()) {
                            case ROW -> "noun.row";
                            case COLUMN -> "noun.column";
                            default -> "noun.cell";
                        }))
                .toList();
        return new Text(joined(words, Text::zh, "或"), joined(words, Text::en, " or "));
    }

    private static String joined(List<Text> texts, Function<Text, String> language, String between) {
        return texts.stream().map(language).collect(Collectors.joining(between));
    }

    private boolean onOneForm(Kind axis) {
        List<String> forms = readings.keySet().stream()
                .filter(this::isCell)
                .map(summand -> reading(summand, axis).form())
                .distinct()
                .toList();
        if (axis != Kind.CELL && forms.size() > 1) {
            value.report(WORDS.text("check.two-forms", forms.get(0), forms.get(1)));
            return false;
        }
        return true;
    }

    private boolean eachOnce(CheckExpression expression, Kind axis) {
        Set<Reading> left = new HashSet<>();
        Set<Reading> right = new HashSet<>();
        boolean once = true;
        for (Summand summand : expression.left()) {
            once &= summand.number() != null || once(summand, left.add(reading(summand, axis)), "check.twice");
        }
        for (Summand summand : expression.right()) {
            if (summand.number() == null) {
                Reading reading = reading(summand, axis);
                boolean own = kind != ShortCheckKind.CARRIED && left.contains(reading);
                once &= once(summand, !own, kind == ShortCheckKind.SUMS ? "check.own-part" : "check.both-sides");
                once &= once(summand, right.add(reading), "check.twice");
            }
        }
        return once;
    }

    private boolean once(Summand summand, boolean sound, String mistake) {
        if (!sound) {
            value.report(WORDS.text(mistake, summand.text()));
        }
        return sound;
    }

    private Reading reading(Summand summand, Kind axis) {
        List<Reading> some = Objects.requireNonNull(readings.get(summand));
        return some.stream()
                .filter(reading -> reading.kind() == axis)
                .findFirst()
                .orElse(some.get(0));
    }

    private List<Part> parts(List<Summand> summands, Kind axis) {
        List<Part> parts = new ArrayList<>();
        for (Summand summand : summands) {
            parts.add(
                    summand.number() != null
                            ? new Part(summand.minus(), summand.number(), null)
                            : new Part(summand.minus(), null, reading(summand, axis)));
        }
        return parts;
    }

    private ShortCheck check(CheckExpression expression, Kind axis, List<Part> left, List<Part> right) {
        List<Reading> cells = new ArrayList<>();
        readings.keySet().stream().filter(this::isCell).forEach(summand -> cells.add(reading(summand, axis)));
        Reading first = cells.get(0);
        List<String> written = expression.left().get(0).path();
        Star star = !written.contains(CheckNames.EACH)
                ? Star.NONE
                : written.get(written.size() - 1).equals(CheckNames.EACH) ? Star.COLUMN : Star.ROW;
        Scope scope =
                switch (axis) {
                    case ROW -> Scope.COLUMN;
                    case COLUMN -> Scope.ROW;
                    default -> scopeOfCells(cells);
                };
        List<String> only = axis != Kind.CELL || scope == Scope.RETURN
                ? List.of()
                : List.of(scope == Scope.COLUMN ? first.column() : first.row());
        return new ShortCheck(kind, scope, first.form(), only, star, left, right);
    }

    /** Cells of one column or one row are told, and computed in a template, as part of it. */
    private Scope scopeOfCells(List<Reading> cells) {
        boolean figures = readings.keySet().stream().anyMatch(summand -> !isCell(summand));
        boolean oneForm = cells.stream().map(Reading::form).distinct().count() == 1;
        if (figures || !oneForm) {
            return Scope.RETURN;
        }
        if (cells.stream().map(Reading::column).distinct().count() == 1) {
            return Scope.COLUMN;
        }
        return cells.stream().map(Reading::row).distinct().count() == 1 ? Scope.ROW : Scope.RETURN;
    }
}
