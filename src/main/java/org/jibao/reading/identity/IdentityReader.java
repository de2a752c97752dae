package org.jibao.reading.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jibao.calendar.Period;
import org.jibao.definition.CoverForm;
import org.jibao.definition.FileNamePattern;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.TemplateMark;
import org.jibao.definition.Unit;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.reading.identity.Claims.Claim;
import org.jibao.reading.identity.Claims.CoverValue;
import org.jspecify.annotations.Nullable;

/**
 * Establishes whose a file is and for when: by the template's own mark, the cover and the file's name. All that speak must
 * agree; nothing is guessed.
 */
public final class IdentityReader {

    private final JobDefinition job;
    private final UnitNames units;
    private final PeriodClaims periods;

    /** A claim that has been understood. */
    record Understood<T>(Claim claim, T meaning) {}

    public IdentityReader(JobDefinition job, UnitNames units) {
        this(job, units, null);
    }

    /** @param ofRun the period of returns that say none, or null */
    public IdentityReader(JobDefinition job, UnitNames units, @Nullable Period ofRun) {
        this.job = job;
        this.units = units;
        this.periods = new PeriodClaims(job, ofRun);
    }

    /** @param path below the inbox, with {@code /} */
    public Identity read(String path, Map<String, String> properties, List<CoverValue> cover) throws Rejection {
        checkJob(properties);
        FileNamePattern.Parts name = job.fileName().read(path.substring(path.lastIndexOf('/') + 1));
        FileNamePattern.Parts folders = job.fileName().readPath(path);
        Unit unit = unit(withNames(unitClaims(properties, cover), name.unit(), folders.unit()), path);
        Period period =
                periods.agreed(withNames(periodClaims(properties, cover), name.period(), folders.period()), path);
        if (!job.owes(unit) || !unit.activeIn(period)) {
            throw notExpected(unit, period);
        }
        String code = properties.get(TemplateMark.CODE);
        return new Identity(
                unit,
                period,
                properties.getOrDefault(TemplateMark.FORM_VERSION, job.version()),
                code == null || code.isBlank() ? null : code);
    }

    /**
     * The same of a line of a list, which alone says whose it is: the list's name and folder are those of whoever sent it.
     *
     * @param path of the list
     * @param line what the line says
     */
    public Identity readLine(String path, Map<String, String> properties, List<CoverValue> cover, List<CoverValue> line)
            throws Rejection {
        checkJob(properties);
        Claims claims = lineClaims(properties, cover, line);
        Unit unit = unit(claims.units(), path);
        FileNamePattern.Parts name = job.fileName().read(path.substring(path.lastIndexOf('/') + 1));
        FileNamePattern.Parts folders = job.fileName().readPath(path);
        boolean says = line.stream().anyMatch(value -> !isUnit(value));
        List<Claim> times = new ArrayList<>(claims.periods());
        Period period = periods.agreed(says ? times : withNames(times, name.period(), folders.period()), path);
        if (!job.owes(unit) || !unit.activeIn(period)) {
            throw notExpected(unit, period).of(claims);
        }
        return new Identity(unit, period, properties.getOrDefault(TemplateMark.FORM_VERSION, job.version()));
    }

    /** What a line says; of the period the cover, where the list has none. */
    public Claims lineClaims(Map<String, String> properties, List<CoverValue> cover, List<CoverValue> line) {
        List<Claim> unit = line.stream().filter(this::isUnit).map(Claim::cover).toList();
        List<Claim> times =
                line.stream().filter(value -> !isUnit(value)).map(Claim::cover).toList();
        return new Claims(unit, times.isEmpty() ? periodClaims(properties, cover) : times);
    }

    private boolean isUnit(CoverValue value) {
        return job.form(value.form())
                .map(form -> form instanceof GridForm grid
                        && grid.lines() != null
                        && grid.lines().unit().equals(value.field()))
                .orElse(false);
    }

    /** What the file itself says, whether or not it is understood. */
    public Claims claims(Map<String, String> properties, List<CoverValue> cover) {
        return new Claims(unitClaims(properties, cover), periodClaims(properties, cover));
    }

    private static Rejection notExpected(Unit unit, Period period) {
        Text when = period.label();
        Finding finding = Finding.of(FindingCode.UNIT_NOT_EXPECTED, Place.FILE, "unit", null, unit.name(), when.zh());
        return new Rejection(finding.inEnglish("period", when.en()));
    }

    private void checkJob(Map<String, String> properties) throws Rejection {
        String id = properties.getOrDefault(TemplateMark.JOB, job.id());
        if (!id.equals(job.id())) {
            throw new Rejection(
                    FindingCode.IDENTITY_CONFLICT, Place.FILE, "job", "job", id, "mark", job.id(), "job.yaml");
        }
        String version = properties.getOrDefault(TemplateMark.FORM_VERSION, job.version());
        if (!version.equals(job.version())) {
            throw new Rejection(FindingCode.FORM_VERSION_UNKNOWN, Place.FILE, "version", version, job.version());
        }
    }

    private List<Claim> unitClaims(Map<String, String> properties, List<CoverValue> cover) {
        List<Claim> claims = property(properties, TemplateMark.UNIT);
        for (CoverForm form : covers()) {
            claims.addAll(onCover(cover, form, form.unitCode()));
            claims.addAll(onCover(cover, form, form.unitName()));
        }
        return claims;
    }

    private List<Claim> periodClaims(Map<String, String> properties, List<CoverValue> cover) {
        List<Claim> claims = property(properties, TemplateMark.PERIOD);
        for (CoverForm form : covers()) {
            claims.addAll(onCover(cover, form, form.period()));
        }
        return claims;
    }

    private static List<Claim> property(Map<String, String> properties, String name) {
        List<Claim> claims = new ArrayList<>();
        String text = properties.getOrDefault(name, "");
        if (!text.isBlank()) {
            claims.add(Claim.mark(text));
        }
        return claims;
    }

    private static List<Claim> withNames(List<Claim> claims, @Nullable String inName, @Nullable String inPath) {
        if (inName != null && !inName.isBlank()) {
            claims.add(Claim.fileName(inName));
        }
        if (inPath != null && !inPath.isBlank()) {
            claims.add(Claim.path(inPath));
        }
        return claims;
    }

    private List<CoverForm> covers() {
        List<CoverForm> covers = new ArrayList<>();
        for (FormDefinition form : job.forms()) {
            if (form instanceof CoverForm cover) {
                covers.add(cover);
            }
        }
        return covers;
    }

    private static List<Claim> onCover(List<CoverValue> values, CoverForm form, @Nullable String field) {
        return values.stream()
                .filter(value -> value.form().equals(form.id()) && Objects.equals(value.field(), field))
                .map(Claim::cover)
                .toList();
    }

    private Unit unit(List<Claim> claims, String path) throws Rejection {
        List<Understood<Unit>> understood = new ArrayList<>();
        Claim unknown = null;
        for (Claim claim : claims) {
            List<Unit> found = units.find(claim.text());
            if (found.size() == 1) {
                understood.add(new Understood<>(claim, found.get(0)));
            } else if (found.isEmpty() && (unknown == null || unknown.loose())) {
                unknown = claim;
            }
        }
        if (unknown != null && (!unknown.loose() || understood.isEmpty())) {
            throw unknownUnit(unknown);
        }
        if (understood.isEmpty()) {
            throw claims.isEmpty() ? missing(path) : sharedName(claims.get(0));
        }
        return agreed("unit", understood, unit -> Text.same(unit.name()));
    }

    private Rejection missing(String path) {
        Text names = UnmatchedNames.of(job.fileName(), path);
        Finding finding = Finding.of(FindingCode.UNIT_MISSING, Place.FILE, "unit", null, names.zh());
        return new Rejection(finding.inEnglish("names", names.en()));
    }

    private Rejection unknownUnit(Claim claim) {
        String nearest = units.nearest(claim.text());
        return new Rejection(
                FindingCode.UNIT_UNKNOWN, claim.place(), "unit", claim.text().strip(), nearest);
    }

    /** Two units of one name, and no code to tell them apart: their codes are what is asked for. */
    private Rejection sharedName(Claim claim) {
        List<String> codes = units.find(claim.text()).stream().map(Unit::code).toList();
        return new Rejection(
                FindingCode.UNIT_AMBIGUOUS, claim.place(), "unit", claim.text().strip(), String.join(" / ", codes));
    }

    static <T> T agreed(String what, List<Understood<T>> understood, Function<T, Text> name) throws Rejection {
        Understood<T> first = understood.get(0);
        for (Understood<T> other : understood) {
            if (!Objects.equals(first.meaning(), other.meaning())) {
                throw conflict(
                        what, first.claim(), name.apply(first.meaning()), other.claim(), name.apply(other.meaning()));
            }
        }
        return first.meaning();
    }

    private static Rejection conflict(String what, Claim first, Text one, Claim second, Text other) {
        Finding finding = Finding.of(
                FindingCode.IDENTITY_CONFLICT,
                second.place(),
                what,
                null,
                what,
                one.zh(),
                first.source(),
                other.zh(),
                second.source());
        return new Rejection(finding.inEnglish("first", one.en()).inEnglish("second", other.en()));
    }
}
