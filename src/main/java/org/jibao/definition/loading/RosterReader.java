package org.jibao.definition.loading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jibao.definition.Roster;
import org.jibao.definition.SenderName;
import org.jibao.definition.Unit;
import org.jibao.definition.Unit.Contact;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** {@code units.csv}: one unit a line; several aliases, and several predecessors, are separated by {@code |}. */
final class RosterReader implements CsvLines.Visitor {

    private static final Wording WORDS = Wording.of(RosterReader.class);

    private static final List<String> NEEDED = List.of("code", "name");
    private static final String KIND = "kind";
    private static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "kind",
            "parent",
            "aliases",
            "active_from",
            "active_to",
            "predecessors",
            "contact",
            "phone",
            "email",
            "senders");

    /** A code names files and folders, too. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");

    /** Numbers as offices print them: several, with area code, extension (转) and punctuation. */
    private static final Pattern PHONE = Pattern.compile("[0-9+()（）/、,;；*#\\s\u2010-\u2015转-]{5,60}");

    private static final Pattern EMAIL = Pattern.compile("\\A[^\\s@]++@[^\\s@]++");

    private static final Pattern SEPARATOR = Pattern.compile("\\|");

    private final DefinitionFile source;
    private final Collection<String> kinds;
    private final List<Unit> units = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private List<String> header = List.of();

    private RosterReader(DefinitionFile source, Collection<String> kinds) {
        this.source = source;
        this.kinds = kinds;
    }

    static Roster read(DefinitionFile source, String text, Collection<String> kinds) {
        RosterReader reader = new RosterReader(source, kinds);
        if (CsvLines.read(source, text, reader) && reader.units.isEmpty()) {
            source.report(1, WORDS.text("roster.empty"));
        }
        RosterTree.report(source, reader.units, reader.lines);
        PredecessorChecks.report(source, reader.units, reader.lines);
        return new Roster(reader.units, new Roster.Origin(source.file(), reader.lines));
    }

    @Override
    public void header(List<String> columns, int line) {
        header = columns.stream().map(RosterReader::columnName).toList();
        reportHeader(line);
    }

    @Override
    public void row(List<String> cells, int line) {
        units.add(unit(column -> header.contains(column) ? cells.get(header.indexOf(column)) : "", line));
        lines.add(line);
    }

    @Override
    public Text width(int found, int expected) {
        return WORDS.text("roster.width", found, expected);
    }

    /** {@code Active from} is {@code active_from}. */
    private static String columnName(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
    }

    private void reportHeader(int line) {
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            if (header.indexOf(column) < i) {
                source.report(
                        line, WORDS.text("reference.duplicate-column", i + 1, column, header.indexOf(column) + 1));
            }
            if (!COLUMNS.contains(column)) {
                source.report(line, Suggestion.unknown("noun.csv-column", column, COLUMNS));
            }
        }
        Stream.concat(NEEDED.stream(), kinds.size() > 1 ? Stream.of(KIND) : Stream.empty())
                .filter(column -> !header.contains(column))
                .forEach(column -> source.report(line, WORDS.text("roster.no-column", column)));
    }

    private Unit unit(Function<String, String> cells, int line) {
        String code = cells.apply("code");
        String name = cells.apply("name");
        reportCode(code, line);
        claim(name, code, line);
        String kind = kind(cells, line);
        List<String> aliases = several(cells.apply("aliases"));
        aliases.forEach(alias -> claim(alias, code, line));
        LocalDate from = date(cells.apply("active_from"), line);
        LocalDate to = date(cells.apply("active_to"), line);
        if (from != null && to != null && to.isBefore(from)) {
            source.report(line, WORDS.text("roster.active-backwards", to, from));
        }
        return new Unit(
                code,
                name,
                kind,
                given(cells.apply("parent")),
                aliases,
                from,
                to,
                several(cells.apply("predecessors")),
                contact(cells, line),
                senders(cells.apply("senders"), line));
    }

    /** Of the kinds that the job names; any word where it names none. Where there is no column, all units are of one kind. */
    private String kind(Function<String, String> cells, int line) {
        if (!header.contains(KIND) && kinds.size() <= 1) {
            return kinds.stream().findFirst().orElse(JobDefaults.ONE_KIND);
        }
        String kind = cells.apply(KIND);
        if (kinds.isEmpty() && kind.isEmpty()) {
            source.report(line, WORDS.text("roster.kind-missing"));
        } else if (!kinds.isEmpty() && !kinds.contains(kind)) {
            source.report(line, Suggestion.unknown("noun.unit-kind", kind, kinds));
        }
        return kind;
    }

    private List<String> senders(String cell, int line) {
        List<String> senders = several(cell);
        senders.stream()
                .filter(sender -> SenderName.entry(sender).isEmpty())
                .forEach(sender -> source.report(line, WORDS.text("roster.bad-sender", sender)));
        return senders;
    }

    private Contact contact(Function<String, String> cells, int line) {
        String phone = given(cells.apply("phone"));
        if (phone != null && !PHONE.matcher(phone).matches()) {
            source.report(line, WORDS.text("roster.bad-phone", phone));
        }
        String email = given(cells.apply("email"));
        if (email != null && !EMAIL.matcher(email).matches()) {
            source.report(line, WORDS.text("roster.bad-email", email));
        }
        return new Contact(given(cells.apply("contact")), phone, email);
    }

    private static @Nullable String given(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static List<String> several(String text) {
        return SEPARATOR
                .splitAsStream(text)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private void reportCode(String code, int line) {
        if (!CODE.matcher(code).matches()) {
            source.report(line, WORDS.text("roster.bad-code", code));
        }
        Integer first = codes.putIfAbsent(code, line);
        if (first != null) {
            source.report(line, WORDS.text("roster.duplicate-code", code, first));
        }
    }

    /** A name belongs to one unit: the reader tells by it who sent a return. */
    private void claim(String name, String code, int line) {
        if (name.isEmpty()) {
            source.report(line, WORDS.text("roster.name-missing", code));
            return;
        }
        String owner = owners.putIfAbsent(name, code);
        if (owner != null && !owner.equals(code)) {
            source.report(line, WORDS.text("roster.name-of-two", name, owner, code));
        }
    }

    private @Nullable LocalDate date(String text, int line) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            source.report(line, WORDS.text("roster.bad-date", text));
            return null;
        }
    }

    /** The tree of units: every upper unit is on the roster, and nobody stands above itself. */
    static final class RosterTree {

        private RosterTree() {}

        /** @param lines the line of each unit, in the same order */
        static void report(DefinitionFile source, List<Unit> units, List<Integer> lines) {
            Map<String, @Nullable String> parents = new LinkedHashMap<>();
            units.forEach(unit -> parents.putIfAbsent(unit.code(), unit.parent()));
            for (int i = 0; i < units.size(); i++) {
                Unit unit = units.get(i);
                int line = lines.get(i);
                if (unit.parent() != null && !parents.containsKey(unit.parent())) {
                    source.report(line, Suggestion.unknown("noun.unit", unit.parent(), parents.keySet()));
                }
                if (standsAboveItself(unit.code(), parents)) {
                    source.report(line, WORDS.text("roster.cycle", unit.code()));
                }
            }
        }

        private static boolean standsAboveItself(String code, Map<String, @Nullable String> parents) {
            Set<String> seen = new HashSet<>();
            String upper = parents.get(code);
            while (upper != null && seen.add(upper)) {
                if (upper.equals(code)) {
                    return true;
                }
                upper = parents.get(upper);
            }
            return false;
        }
    }

    /** Who went into whom: every predecessor is on the roster, was closed, and nobody comes after itself. */
    static final class PredecessorChecks {

        private final DefinitionFile source;
        private final Map<String, Unit> units = new LinkedHashMap<>();

        private PredecessorChecks(DefinitionFile source, List<Unit> units) {
            this.source = source;
            units.forEach(unit -> this.units.putIfAbsent(unit.code(), unit));
        }

        /** @param lines the line of each unit, in the same order */
        static void report(DefinitionFile source, List<Unit> units, List<Integer> lines) {
            PredecessorChecks succession = new PredecessorChecks(source, units);
            for (int i = 0; i < units.size(); i++) {
                succession.report(units.get(i), lines.get(i));
            }
        }

        private void report(Unit unit, int line) {
            for (String code : unit.predecessors()) {
                Unit predecessor = units.get(code);
                if (predecessor == null) {
                    source.report(line, Suggestion.unknown("noun.unit", code, units.keySet()));
                } else if (predecessor.activeTo() == null) {
                    source.report(line, WORDS.text("roster.predecessor-still-active", unit.code(), code));
                } else if (closedBy(unit, predecessor.activeTo())) {
                    source.report(line, WORDS.text("roster.predecessor-outlives", code, unit.code()));
                }
            }
            if (succeedsItself(unit)) {
                source.report(line, WORDS.text("roster.succeeds-itself", unit.code()));
            }
        }

        private static boolean closedBy(Unit unit, LocalDate day) {
            return unit.activeTo() != null && !unit.activeTo().isAfter(day);
        }

        private boolean succeedsItself(Unit unit) {
            Set<String> seen = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(unit.predecessors());
            while (!open.isEmpty()) {
                String code = open.pop();
                Unit before = units.get(code);
                if (code.equals(unit.code())) {
                    return true;
                }
                if (before != null && seen.add(code)) {
                    open.addAll(before.predecessors());
                }
            }
            return false;
        }
    }
}
