package org.jibao.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jibao.calendar.PeriodKind;
import org.jibao.draft.Checks.Check;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/**
 * All that a new job folder holds.
 *
 * @param period and whether nothing said it
 * @param optional places of forms that many returns are without
 * @param sheetAliases other names of sheets, by their names
 * @param units {@code units.csv}, or empty where the job uses the units that jobs share
 */
record JobDraft(
        String name,
        String title,
        Language language,
        PeriodKind period,
        boolean periodAssumed,
        List<DraftForm> forms,
        Set<Integer> optional,
        List<Check> checks,
        String figures,
        Map<String, List<String>> sheetAliases,
        String units) {

    private static final Wording WORDS = Wording.of(JobDraft.class);
    private static final int DUE_DAY = 15;

    JobDraft withoutChecks() {
        return new JobDraft(
                name, title, language, period, periodAssumed, forms, optional, List.of(), figures, sheetAliases, units);
    }

    JobDraft withoutFigures() {
        return new JobDraft(
                name, title, language, period, periodAssumed, forms, optional, checks, "", sheetAliases, units);
    }

    /** Without forms that are no forms after all, and what follows from them. */
    JobDraft without(Set<String> ids) {
        return only(forms.stream().filter(form -> !ids.contains(form.id())).toList());
    }

    /** With these of its forms, which may have fewer labels. */
    JobDraft only(List<DraftForm> kept) {
        List<String> ids = kept.stream().map(DraftForm::id).toList();
        Set<Integer> places = new HashSet<>();
        for (int place : optional) {
            int now = ids.indexOf(forms.get(place).id());
            if (now >= 0) {
                places.add(now);
            }
        }
        return new JobDraft(
                name, title, language, period, periodAssumed, kept, places, List.of(), "", sheetAliases, units);
    }

    JobDraft counting(List<Check> newChecks, String newFigures) {
        return new JobDraft(
                name,
                title,
                language,
                period,
                periodAssumed,
                forms,
                optional,
                newChecks,
                newFigures,
                sheetAliases,
                units);
    }

    /** Its files, by their paths. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        files.put("job.yaml", job());
        for (int place = 0; place < forms.size(); place++) {
            DraftForm form = forms.get(place);
            List<String> aliases = sheetAliases.getOrDefault(form.view().name(), List.of());
            files.put(
                    "forms/" + form.id() + ".yaml",
                    FormYaml.of(form, language, aliases, optional.contains(place), ownSheet(form)));
        }
        Map<String, List<Check>> byForm = new LinkedHashMap<>();
        checks.forEach(check -> byForm.computeIfAbsent(check.grid().id(), unused -> new ArrayList<>())
                .add(check));
        byForm.forEach((form, all) -> files.put("checks/" + form + ".yaml", ChecksYaml.of(all, language)));
        if (!figures.isEmpty()) {
            files.put("figures.yaml", figures);
        }
        if (!units.isEmpty()) {
            files.put("units.csv", units);
        }
        return files;
    }

    /** A template has a cover on a sheet of its own. */
    private String ownSheet(DraftForm form) {
        boolean shared = form instanceof DraftForm.Cover
                && forms.stream().anyMatch(other -> other != form && other.view() == form.view());
        String title = FormYaml.coverTitle().in(language);
        boolean taken = forms.stream().anyMatch(other -> other.view().name().equals(title));
        return !shared ? "" : taken ? title + " 2" : title;
    }

    private String job() {
        boolean month = period == PeriodKind.DAY || period == PeriodKind.WEEK;
        int day = month ? 3 : DUE_DAY;
        List<Text> assumed = periodAssumed ? List.of(WORDS.text("job.period-assumed")) : List.of();
        Yaml yaml = new Yaml(language, "../common/schema/job.json")
                .pair("title", title)
                .line("language: " + language.name().toLowerCase(java.util.Locale.ROOT))
                .line("period: " + period.word(), assumed)
                .line("due: {day: " + day + ", shift: next-working-day}", List.of(WORDS.text("job.due-assumed")));
        if (!units.isEmpty()) {
            yaml.line("roster: units.csv");
        }
        List<String> order = forms.stream().map(DraftForm::id).toList();
        if (order.size() > 1) {
            yaml.list("forms", order, order.stream().map(id -> List.<Text>of()).toList());
        }
        return yaml.toString();
    }
}
