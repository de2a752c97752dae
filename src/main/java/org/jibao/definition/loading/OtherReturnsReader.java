package org.jibao.definition.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jibao.calendar.PeriodCalendar;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.OtherReturns;
import org.jibao.definition.OtherReturns.Take;
import org.jibao.definition.Roster;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * {@code from} and {@code subordinates} of a rule. Where the other job's folder stands beside this one, its forms, rows
 * and columns are looked up in it; where it does not, any name may be right.
 */
final class OtherReturnsReader {

    private static final Wording WORDS = Wording.of(OtherReturnsReader.class);

    private static final List<String> RESERVED = List.of("period_number", "period_year", "period_start", "period_end");

    private final String job;
    private final PeriodCalendar periods;
    private final FormIndex forms;
    private final @Nullable Path jobs;
    private final Map<String, Optional<ReferencedJob>> neighbours = new HashMap<>();

    /** @param jobs the folder in which the job's own stands, or null for none */
    OtherReturnsReader(String job, PeriodCalendar periods, FormIndex forms, @Nullable Path jobs) {
        this.job = job;
        this.periods = periods;
        this.forms = forms;
        this.jobs = jobs;
    }

    /** @param counts names that the rule's counts have taken already */
    Map<String, OtherReturns> read(Mapping rule, Scope scope, String formId, Collection<String> counts) {
        Map<String, OtherReturns> others = new LinkedHashMap<>();
        Ids names = new Ids(taken(scope, formId, counts));
        for (String key : List.of("from", "subordinates")) {
            Value value = rule.get(key);
            if (scope == Scope.ENTRY && !value.absent()) {
                value.report(WORDS.text("rule.others-need-grid", key));
            }
            value.mapping().ifPresent(mapping -> {
                for (String name : mapping.keys()) {
                    Value other = mapping.need(name);
                    names.claim(name, other);
                    other.mapping()
                            .map(given -> key.equals("from") ? from(given, scope, formId) : below(given, scope, formId))
                            .ifPresent(read -> others.put(name, read));
                }
            });
        }
        return others;
    }

    /** What the names in the expressions stand for already. */
    private String[] taken(Scope scope, String formId, Collection<String> counts) {
        List<String> taken = new ArrayList<>(counts);
        taken.addAll(subjects(forms, formId, scope == Scope.COLUMN ? Scope.ROW : Scope.COLUMN));
        taken.addAll(RESERVED);
        return taken.stream().distinct().toArray(String[]::new);
    }

    private OtherReturns from(Mapping given, Scope scope, String formId) {
        Value jobValue = given.need("job");
        String other = jobValue.text();
        if (other.equals(job)) {
            jobValue.report(WORDS.text("rule.same-job", other));
        }
        Optional<ReferencedJob> neighbour = neighbour(other);
        neighbour.ifPresent(found -> {
            misfit(found.periods())
                    .ifPresent(key -> jobValue.report(WORDS.text(
                            key,
                            other,
                            found.periods().kind().word(),
                            periods.kind().word())));
        });
        FormIndex index = neighbour.map(ReferencedJob::index).orElse(null);
        Value form = given.need("form");
        Value take = given.need("take");
        Text title = neighbour.map(ReferencedJob::title).orElseGet(() -> Text.same(other));
        OtherReturns read =
                read(given, scope, formId, index, other, named(form, index), take.choice(Take.class, Take.SUM), title);
        given.end();
        return read;
    }

    /** Why the other job's periods do not make up those of this one. */
    private Optional<String> misfit(PeriodCalendar others) {
        if (others.kind().compareTo(periods.kind()) > 0) {
            return Optional.of("rule.longer-periods");
        }
        boolean years = others.kind().dividesYear() && others.firstMonth() != periods.firstMonth();
        return years || !others.kind().fills(periods.kind()) ? Optional.of("rule.periods-overlap") : Optional.empty();
    }

    private OtherReturns below(Mapping given, Scope scope, String formId) {
        Value form = given.get("form");
        String id = form.absent() ? formId : named(form, forms);
        if (form.absent() && !forms.mayBe(formId, GridForm.class)) {
            given.need("form");
        }
        OtherReturns read = read(given, scope, formId, forms, null, id, Take.SUM, null);
        given.end();
        return read;
    }

    private OtherReturns read(
            Mapping given,
            Scope scope,
            String formId,
            @Nullable FormIndex index,
            @Nullable String other,
            String form,
            Take take,
            @Nullable Text title) {
        String row = label(given, "row", scope == Scope.ROW, index, form, Scope.ROW);
        String column = label(given, "column", scope == Scope.COLUMN, index, form, Scope.COLUMN);
        if (index != null && other != null && (scope == Scope.ROW || scope == Scope.COLUMN)) {
            List<String> theirs = subjects(index, form, scope);
            List<String> ours = subjects(forms, formId, scope);
            if (!theirs.isEmpty() && !ours.isEmpty() && Collections.disjoint(theirs, ours)) {
                given.get("form")
                        .report(WORDS.text(
                                "rule.nothing-in-common",
                                form,
                                WORDS.text(scope == Scope.ROW ? "noun.row" : "noun.column")));
            }
        }
        return new OtherReturns(other, form, row, column, take, origin(title, index, form, row, column));
    }

    /** A row's or column's id; the one that the rule goes through is matched by id, and must not be given. */
    private static @Nullable String label(
            Mapping given, String key, boolean matched, @Nullable FormIndex index, String form, Scope axis) {
        if (matched) {
            Value value = given.get(key);
            if (!value.absent()) {
                value.report(WORDS.text("rule.matched-by-id", key));
            }
            return null;
        }
        Value value = given.need(key);
        List<String> known = index == null ? List.of() : subjects(index, form, axis);
        return known.isEmpty() ? value.text() : value.nameOf(axis == Scope.ROW ? "noun.row" : "noun.column", known);
    }

    private static String named(Value form, @Nullable FormIndex index) {
        return index == null ? form.text() : form.nameOf("noun.grid", index.grids());
    }

    private static List<String> subjects(FormIndex index, String form, Scope axis) {
        return axis == Scope.ROW ? index.rows(form) : index.columns(form);
    }

    private static Text origin(
            @Nullable Text title,
            @Nullable FormIndex index,
            String form,
            @Nullable String row,
            @Nullable String column) {
        List<Text> parts = new ArrayList<>();
        if (title != null) {
            parts.add(title);
        }
        parts.add(index == null ? Text.same(form) : index.title(form));
        if (row != null) {
            parts.add(index == null ? Text.same(row) : index.rowLabel(form, row));
        }
        if (column != null) {
            parts.add(index == null ? Text.same(column) : index.columnLabel(form, column));
        }
        return new Text(
                String.join(" ", parts.stream().map(Text::zh).toList()),
                String.join(", ", parts.stream().map(Text::en).toList()));
    }

    private Optional<ReferencedJob> neighbour(String other) {
        if (jobs == null || other.equals(job) || !other.matches("[a-z][a-z0-9-]*")) {
            return Optional.empty();
        }
        return neighbours.computeIfAbsent(other, id -> ReferencedJob.read(jobs.resolve(id)));
    }

    /**
     * What a rule may need to know of a job whose folder stands beside this one. Its own mistakes are reported when it is
     * loaded itself: what cannot be read of it is not known here, and fits every reference.
     */
    record ReferencedJob(Text title, PeriodCalendar periods, List<String> formIds, List<FormDefinition> forms) {

        /** Empty where no such folder stands there, or its job.yaml cannot be read. */
        static Optional<ReferencedJob> read(Path folder) {
            if (!Files.isRegularFile(folder.resolve("job.yaml"))) {
                return Optional.empty();
            }
            try {
                Problems problems = new Problems();
                JobFolder files = JobFolder.read(folder, problems);
                Optional<JobFile> job = JobFile.of(files);
                return problems.none() ? job.map(file -> of(files, file, problems)) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static ReferencedJob of(JobFolder files, JobFile job, Problems problems) {
            List<String> ids = job.formIds(files);
            List<FormDefinition> forms = ids.stream()
                    .filter(form -> files.has("forms/" + form + ".yaml"))
                    .flatMap(form -> files
                            .yaml("forms/" + form + ".yaml")
                            .map(mapping -> FormReader.read(form, mapping, new Roster(List.of()), Set.of()))
                            .stream())
                    .toList();
            return new ReferencedJob(job.title(), job.periods(), ids, problems.none() ? forms : List.of());
        }

        FormIndex index() {
            return new FormIndex(formIds, forms);
        }
    }
}
