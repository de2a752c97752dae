package org.jibao.reading.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jibao.definition.CoverForm;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.RegisterForm;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.guard.OwnFiles;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.ListLines.Line;
import org.jibao.reading.apart.StoppedException;
import org.jibao.reading.content.Entries.Entry;
import org.jibao.reading.content.ListRows.ListLine;
import org.jibao.reading.identity.Claims.CoverValue;
import org.jibao.reading.identity.CoverReader;
import org.jibao.reading.identity.Identity;
import org.jibao.reading.identity.UnitNames;
import org.jibao.reading.layout.FormPlace;
import org.jibao.reading.layout.HeaderFinder.Header;
import org.jibao.reading.layout.LabelFindings;
import org.jibao.reading.layout.Neighbours;
import org.jibao.reading.layout.PreparedForm;
import org.jibao.reading.layout.SheetFinder;
import org.jibao.reading.layout.Statements;
import org.jibao.reading.meaning.CellSemantics;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.FindingList;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.ReadAhead;
import org.jibao.reading.workbook.SheetCells;
import org.jibao.reading.workbook.SheetCells.LongSheet;
import org.jibao.reading.workbook.SheetCollector;
import org.jibao.reading.workbook.UnreadableException;
import org.jibao.reading.xlsx.ReadFailure;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Puts one return together: finds its forms, then reads each. */
public final class DocumentBuilder {

    private static final Set<String> UNIT_NOT_SAID =
            Set.of(FindingCode.UNIT_MISSING.code(), FindingCode.UNIT_UNKNOWN.code());
    private static final Set<String> PERIOD_NOT_SAID =
            Set.of(FindingCode.PERIOD_MISSING.code(), FindingCode.PERIOD_UNKNOWN.code());

    private static final String CODE = "code";
    private static final String EXPLANATION = "explanation";

    private final Map<String, List<FieldValues>> fieldValues;
    private final CellSemantics semantics;
    private final UnitNames units;
    private final List<FormPlace> places = new ArrayList<>();
    private final List<CoverForm> covers = new ArrayList<>();
    private final List<CoverValue> cover = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final EntryCollector entries;
    private final Map<String, StringJoiner> explanations = new HashMap<>();
    private final List<ListLine> own = new ArrayList<>();
    private final FindingList findings = new FindingList();

    /**
     * @param units of the roster, by which a title's unit is known
     * @param temporary the folder for entries that are too many to be held
     */
    public DocumentBuilder(
            Map<String, List<FieldValues>> fieldValues, CellSemantics semantics, UnitNames units, Path temporary) {
        this.fieldValues = fieldValues;
        this.semantics = semantics;
        this.units = units;
        this.entries = new EntryCollector(temporary);
    }

    /** Finds every form, and reads the covers: they say whose the return is. */
    public List<CoverValue> locate(List<PreparedForm> forms, List<SheetCells> sheets, boolean sheetNamesCount) {
        SheetFinder finder = new SheetFinder(sheets, forms, sheetNamesCount, findings);
        for (PreparedForm form : forms) {
            FormPlace place = finder.find(form);
            if (place != null && form.form() instanceof CoverForm one) {
                covers.add(one);
                LabelFindings labels = new LabelFindings(form, place.sheet(), findings);
                cover.addAll(new CoverReader(place, semantics).read(labels, findings));
            } else if (place != null) {
                places.add(place);
            }
        }
        return cover;
    }

    /** The lines of every list that was found, form by form. */
    public List<ListLine> lines() {
        List<ListLine> lines = new ArrayList<>();
        for (FormPlace place : places) {
            Header header = place.header();
            if (!place.form().form().isList()
                    || header == null
                    || !place.rivals().isEmpty()) {
                continue;
            }
            if (place.sheet().more() != null) {
                throw new LimitExceededException("rows", SheetCollector.HEAD, SheetCollector.HEAD + 1L);
            }
            ListRows rows = new ListRows(place, header);
            if (rows.haveKeys()) {
                lines.addAll(rows.read(new Neighbours(place, header, places).lastRow()));
            }
        }
        return lines;
    }

    /** Of all lines only these are read, which are one unit's; gives what they say of unit and period. */
    public List<ListLine> only(List<Line> lines) {
        List<ListLine> chosen = new ArrayList<>();
        for (FormPlace place : places) {
            Header header = place.header();
            for (Line line : lines) {
                CellRow row = line.form().equals(place.form().form().id())
                        ? place.sheet().row(line.row())
                        : null;
                if (place.form().form().isList() && header != null && row != null) {
                    chosen.add(new ListRows(place, header).line(row));
                }
            }
        }
        own.addAll(chosen);
        return chosen;
    }

    /** Adds what was found out about the file itself. */
    public void note(Finding finding) {
        findings.add(finding);
    }

    /** Where a return seems not to say a unit or period: that the cover's line of it stands twice, or null. */
    public @Nullable Finding saidTwice(Finding missing) {
        boolean unit = UNIT_NOT_SAID.contains(missing.code());
        boolean onCover = !missing.place().equals(Place.FILE);
        if (onCover || !unit && !PERIOD_NOT_SAID.contains(missing.code())) {
            return null;
        }
        Set<String> subjects = new HashSet<>();
        for (CoverForm form : covers) {
            for (String field : unit ? Arrays.asList(form.unitCode(), form.unitName()) : Arrays.asList(form.period())) {
                subjects.add(form.id() + "/" + field);
            }
        }
        return findings.all().stream()
                .filter(finding -> finding.code().equals(FindingCode.LABEL_AMBIGUOUS.code()))
                .filter(finding -> subjects.contains(finding.subject()))
                .findFirst()
                .orElse(null);
    }

    /** @throws UnreadableException where a long sheet is damaged further down */
    public ReturnDocument build(InboxFile file, Identity identity) throws UnreadableException {
        boolean done = false;
        try {
            ReturnDocument document = document(file, identity);
            done = true;
            return document;
        } finally {
            if (!done) {
                entries.discard();
            }
        }
    }

    private ReturnDocument document(InboxFile file, Identity identity) throws UnreadableException {
        for (FormPlace place : places) {
            read(place, identity);
        }
        Map<String, String> coverTexts = new LinkedHashMap<>();
        cover.forEach(value -> coverTexts.put(value.form() + "." + value.field(), value.text()));
        return new ReturnDocument(
                file,
                identity.unit(),
                identity.period(),
                identity.formVersion(),
                identity.code(),
                coverTexts,
                observations,
                entries.finished(),
                explanationsByCode(),
                findings.all());
    }

    private Map<String, String> explanationsByCode() {
        Map<String, String> joined = new HashMap<>();
        explanations.forEach((code, words) -> joined.put(code, words.toString()));
        return joined;
    }

    private void read(FormPlace place, Identity identity) throws UnreadableException {
        LabelFindings labels = new LabelFindings(place.form(), place.sheet(), findings);
        Header header = place.header();
        if (header == null) {
            labels.headerMissing();
            return;
        }
        Header hidden = place.passedOver();
        if (hidden != null) {
            labels.hiddenHeader(header, hidden);
        }
        Neighbours neighbours = new Neighbours(place, header, places);
        new TitleFindings(place, header, identity, units, findings).check(neighbours.above());
        if (!place.rivals().isEmpty()) {
            labels.twoHeaders(header, place.rivals().get(0));
            return;
        }
        Statements statements = new Statements(place, header, identity.period(), findings);
        if (place.form().form().isList()) {
            readLine(place, header, statements, neighbours.above());
        } else if (place.form().form() instanceof GridForm) {
            new GridReader(place, header, semantics, statements, observations, findings)
                    .read(neighbours.lastRow(), neighbours.above());
        } else if (place.form().form() instanceof RegisterForm register) {
            FieldReader.Context context = new FieldReader.Context(identity.period(), semantics, statements);
            readRegister(register, place, header, context, neighbours);
        }
    }

    private void readLine(FormPlace place, Header header, Statements statements, int above) {
        FormDefinition form = place.form().form();
        Optional<ListLine> line =
                own.stream().filter(one -> one.list().id().equals(form.id())).findFirst();
        if (line.isPresent()) {
            new ListReader(place, header, semantics, statements, observations, findings)
                    .read(line.get().line().row(), above);
        } else if (!form.optional()) {
            Finding missing = Finding.of(
                    FindingCode.LIST_LINE_MISSING,
                    Place.sheet(place.sheet().name()),
                    form.id() + "/line",
                    null,
                    form.title().zh());
            findings.add(missing.inEnglish("form", form.title().en()));
        }
    }

    private void readRegister(
            RegisterForm register, FormPlace place, Header header, FieldReader.Context context, Neighbours neighbours)
            throws UnreadableException {
        List<FieldValues> values = Objects.requireNonNull(fieldValues.get(register.id()));
        RegisterReader reader = new RegisterReader(place, header, context, values, findings);
        boolean kept = register.purpose() == RegisterForm.Purpose.ENTRIES;
        int last = neighbours.lastRow();
        reader.read(last, neighbours, kept ? entry -> entries.add(register, entry) : this::explain);
        LongSheet more = place.sheet().more();
        if (more != null && last == Integer.MAX_VALUE) {
            readRest(more, reader, register, kept);
        }
        reader.finish();
    }

    private void readRest(LongSheet more, RegisterReader reader, RegisterForm register, boolean kept)
            throws UnreadableException {
        if (!kept) {
            // Explanations are joined in memory; twenty thousand of them do not occur.
            throw new LimitExceededException("rows", SheetCollector.HEAD, SheetCollector.HEAD + 1L);
        }
        try {
            ReadAhead.of(more).rest(row -> reader.read(row, entry -> entries.add(register, entry)));
        } catch (UncheckedIOException | StoppedException ours) {
            throw ours;
        } catch (IOException | SAXException | RuntimeException e) {
            throw ReadFailure.ofSheet(e);
        }
    }

    private void explain(Entry entry) {
        Object code = entry.values().get(CODE);
        Object explanation = entry.values().get(EXPLANATION);
        if (code != null && explanation != null) {
            explanations
                    .computeIfAbsent(code.toString(), any -> new StringJoiner("；"))
                    .add(explanation.toString());
        }
    }

    /** Holds the first entries of each register of one file and writes the others away. */
    static final class EntryCollector {

        private final Path folder;
        private final Map<String, List<Entry>> held = new LinkedHashMap<>();
        private final Map<String, EntryFile> files = new LinkedHashMap<>();

        /**
         * @param folder for what is written away; made when it is needed
         */
        EntryCollector(Path folder) {
            this.folder = folder;
        }

        /** @throws UncheckedIOException where the folder cannot be written: a fault of the machine */
        void add(RegisterForm register, Entry entry) {
            List<Entry> some = held.computeIfAbsent(register.id(), any -> new ArrayList<>());
            if (some.size() < Entries.HELD) {
                some.add(entry);
            } else {
                file(register, entry).add(entry);
            }
        }

        private EntryFile file(RegisterForm register, Entry first) {
            return files.computeIfAbsent(register.id(), any -> {
                try {
                    OwnFiles.folders(folder);
                    return EntryFile.create(Files.createTempFile(folder, "entries-", ".tmp"), register, first.sheet());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        Entries finished() {
            files.values().forEach(EntryFile::finish);
            return Entries.of(held, files);
        }

        /** What was read is of no use. */
        void discard() {
            files.values().forEach(EntryFile::remove);
        }
    }
}
