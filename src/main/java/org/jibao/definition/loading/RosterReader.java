package org.jibao.definition.loading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jibao.definition.Contact;
import org.jibao.definition.Roster;
import org.jibao.definition.SenderName;
import org.jibao.definition.Unit;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/** {@code units.csv}: one unit a line; several aliases, and several predecessors, are separated by {@code |}. */
final class RosterReader implements CsvLines.Visitor {

    private static final List<String> NEEDED = List.of("code", "name", "kind");
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
            source.report(1, RosterMistake.empty());
        }
        RosterTree.report(source, reader.units, reader.lines);
        PredecessorChecks.report(source, reader.units, reader.lines);
        return new Roster(reader.units, new Roster.Origin(source.file(), reader.lines));
    }

    @Override
    public void header(List<String> columns, int line) {
        header = columns;
        reportHeader(line);
    }

    @Override
    public void row(List<String> cells, int line) {
        units.add(unit(column -> header.contains(column) ? cells.get(header.indexOf(column)) : "", line));
        lines.add(line);
    }

    @Override
    public Text width(int found, int expected) {
        return RosterMistake.width(found, expected);
    }

    private void reportHeader(int line) {
        for (String column : header) {
            if (!COLUMNS.contains(column)) {
                source.report(line, Mistake.unknownName(Nouns.CSV_COLUMN, column, COLUMNS));
            }
        }
        NEEDED.stream()
                .filter(column -> !header.contains(column))
                .forEach(column -> source.report(line, RosterMistake.columnMissing(column)));
    }

    private Unit unit(Function<String, String> cells, int line) {
        String code = cells.apply("code");
        String name = cells.apply("name");
        String kind = cells.apply("kind");
        reportCode(code, line);
        claim(name, code, line);
        if (!kinds.isEmpty() && !kinds.contains(kind)) {
            source.report(line, Mistake.unknownName(Nouns.UNIT_KIND, kind, kinds));
        }
        List<String> aliases = several(cells.apply("aliases"));
        aliases.forEach(alias -> claim(alias, code, line));
        LocalDate from = date(cells.apply("active_from"), line);
        LocalDate to = date(cells.apply("active_to"), line);
        if (from != null && to != null && to.isBefore(from)) {
            source.report(line, RosterMistake.activeBackwards(from, to));
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

    private List<String> senders(String cell, int line) {
        List<String> senders = several(cell);
        senders.stream()
                .filter(sender -> SenderName.entry(sender).isEmpty())
                .forEach(sender -> source.report(line, RosterMistake.badSender(sender)));
        return senders;
    }

    private Contact contact(Function<String, String> cells, int line) {
        String phone = given(cells.apply("phone"));
        if (phone != null && !PHONE.matcher(phone).matches()) {
            source.report(line, RosterMistake.badPhone(phone));
        }
        String email = given(cells.apply("email"));
        if (email != null && !EMAIL.matcher(email).matches()) {
            source.report(line, RosterMistake.badEmail(email));
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
            source.report(line, RosterMistake.badCode(code));
        }
        Integer first = codes.putIfAbsent(code, line);
        if (first != null) {
            source.report(line, RosterMistake.duplicateCode(code, first));
        }
    }

    /** A name belongs to one unit: the reader tells by it who sent a return. */
    private void claim(String name, String code, int line) {
        if (name.isEmpty()) {
            source.report(line, RosterMistake.nameMissing(code));
            return;
        }
        String owner = owners.putIfAbsent(name, code);
        if (owner != null && !owner.equals(code)) {
            source.report(line, RosterMistake.nameOfTwo(name, owner, code));
        }
    }

    private @Nullable LocalDate date(String text, int line) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            source.report(line, RosterMistake.badDate(text));
            return null;
        }
    }
}
