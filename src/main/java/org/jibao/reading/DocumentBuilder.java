package org.jibao.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jibao.definition.CoverForm;
import org.jibao.definition.GridForm;
import org.jibao.definition.RegisterForm;
import org.jibao.finding.Finding;
import org.jibao.inbox.InboxFile;
import org.jspecify.annotations.Nullable;

/** Puts one return together: finds its forms, then reads each. */
final class DocumentBuilder {

    private static final String CODE = "code";
    private static final String EXPLANATION = "explanation";

    private final Map<String, List<FieldValues>> fieldValues;
    private final List<FormPlace> places = new ArrayList<>();
    private final List<CoverValue> cover = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> explanations = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    DocumentBuilder(Map<String, List<FieldValues>> fieldValues) {
        this.fieldValues = fieldValues;
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

    ReturnDocument build(InboxFile file, Identity identity) {
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
                entries,
                explanations,
                findings);
    }

    private void read(FormPlace place, Identity identity) {
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
        int last = place.sheet().lastRow();
        for (FormPlace other : places) {
            @Nullable Header header = other.header();
            if (header != null && Objects.equals(other.sheet(), place.sheet()) && header.top() > own.bottom()) {
                last = Math.min(last, header.top() - 1);
            }
        }
        return last;
    }

    private void readRegister(RegisterForm register, FormPlace place, Header header, Identity identity) {
        List<FieldValues> values = Objects.requireNonNull(fieldValues.get(register.id()));
        RegisterReader reader = new RegisterReader(place, header, identity.period(), values, findings);
        List<Entry> read = reader.read(lastRow(place, header));
        if (register.purpose() == RegisterForm.Purpose.ENTRIES) {
            entries.addAll(read);
        } else {
            read.forEach(this::explain);
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
