package org.jibao.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jibao.definition.CoverForm;
import org.jibao.definition.GridForm;
import org.jibao.definition.RegisterForm;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Unreadable;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Puts one return together: finds its forms, then reads each. */
final class DocumentBuilder {

    private static final String CODE = "code";
    private static final String EXPLANATION = "explanation";

    private final Map<String, List<FieldValues>> fieldValues;
    private final List<FormPlace> places = new ArrayList<>();
    private final List<CoverValue> cover = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final EntryCollector entries;
    private final Map<String, String> explanations = new HashMap<>();
    private final FindingList findings = new FindingList();

    /**
     * @param temporary the folder for entries that are too many to be held
     */
    DocumentBuilder(Map<String, List<FieldValues>> fieldValues, Path temporary) {
        this.fieldValues = fieldValues;
        this.entries = new EntryCollector(temporary);
    }

    /** Finds every form, and reads the covers: they say whose the return is. */
    List<CoverValue> locate(List<PreparedForm> forms, List<SheetCells> sheets, boolean sheetNamesCount) {
        SheetFinder finder = new SheetFinder(sheets, sheetNamesCount, findings);
        for (PreparedForm form : forms) {
            FormPlace place = finder.find(form);
            if (place != null && form.form() instanceof CoverForm) {
                LabelFindings labels = new LabelFindings(form, place.sheet(), findings);
                cover.addAll(new CoverReader(place).read(labels, findings));
            } else if (place != null) {
                places.add(place);
            }
        }
        return cover;
    }

    /** @throws UnreadableException where a long sheet is damaged further down */
    ReturnDocument build(InboxFile file, Identity identity) throws UnreadableException {
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
                coverTexts,
                observations,
                entries.finished(),
                explanations,
                findings.all());
    }

    private void read(FormPlace place, Identity identity) throws UnreadableException {
        LabelFindings labels = new LabelFindings(place.form(), place.sheet(), findings);
        Header header = place.header();
        if (header == null) {
            labels.headerMissing();
        } else if (!place.rivals().isEmpty()) {
            labels.twoHeaders(header, place.rivals().get(0));
        } else if (place.form().form() instanceof GridForm) {
            new GridReader(place, header, observations, findings).read(lastRow(place, header));
        } else if (place.form().form() instanceof RegisterForm register) {
            readRegister(register, place, header, identity);
        }
    }

    /** A form ends where the next one on the sheet begins. */
    private int lastRow(FormPlace place, Header own) {
        int last = Integer.MAX_VALUE;
        for (FormPlace other : places) {
            @Nullable Header header = other.header();
            if (header != null && Objects.equals(other.sheet(), place.sheet()) && header.top() > own.bottom()) {
                last = Math.min(last, header.top() - 1);
            }
        }
        return last;
    }

    private void readRegister(RegisterForm register, FormPlace place, Header header, Identity identity)
            throws UnreadableException {
        List<FieldValues> values = Objects.requireNonNull(fieldValues.get(register.id()));
        RegisterReader reader = new RegisterReader(place, header, identity.period(), values, findings);
        boolean kept = register.purpose() == RegisterForm.Purpose.ENTRIES;
        int last = lastRow(place, header);
        reader.read(last, kept ? entry -> entries.add(register, entry) : this::explain);
        LongSheet more = place.sheet().more();
        if (more != null && last == Integer.MAX_VALUE) {
            readRest(more, reader, register, kept);
        }
    }

    private void readRest(LongSheet more, RegisterReader reader, RegisterForm register, boolean kept)
            throws UnreadableException {
        if (!kept) {
            // Explanations are joined in memory; nobody explains twenty thousand warnings.
            throw new LimitExceededException("rows", SheetCollector.HEAD, SheetCollector.HEAD + 1L);
        }
        try {
            ReadAhead.of(more).rest(row -> reader.read(row, entry -> entries.add(register, entry)));
        } catch (UncheckedIOException ours) {
            throw ours;
        } catch (IOException | SAXException | RuntimeException e) {
            throw Refusal.ofSheet(e);
        }
    }

    private void explain(Entry entry) {
        Object code = entry.values().get(CODE);
        Object explanation = entry.values().get(EXPLANATION);
        if (code != null && explanation != null) {
            explanations.merge(code.toString(), explanation.toString(), (one, other) -> one + "；" + other);
        }
    }
}
