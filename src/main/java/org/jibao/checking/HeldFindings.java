package org.jibao.checking;

import org.jibao.calendar.Period;
import org.jibao.checking.CheckedReturn.Evidence.Kind;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Language;
import org.jibao.finding.Place;
import org.jibao.inbox.InboxFile;
import org.jspecify.annotations.Nullable;

/** Says why a return is held. */
public final class HeldFindings {

    private HeldFindings() {}

    /** Evidence speaks against the unit that it states. */
    static Finding against(
            JobDefinition job, InboxFile file, Unit unit, Period period, Kind kind, @Nullable String provedUnit) {
        return against(job, file.name(), file.sender(), unit.code(), period.code(), kind, provedUnit);
    }

    /** The same of a stored submission. */
    public static Finding against(
            JobDefinition job,
            String file,
            @Nullable String sender,
            String unit,
            String period,
            Kind kind,
            @Nullable String provedUnit) {
        if (kind == Kind.FORGED) {
            return Finding.of(
                    FindingCode.SENDER_FORGED,
                    Place.FILE,
                    "sender",
                    null,
                    named(job, unit),
                    String.valueOf(sender),
                    file,
                    period);
        }
        int slash = file.lastIndexOf('/');
        String said =
                switch (kind) {
                    case SENDER, CLAIM -> String.valueOf(sender);
                    case FOLDER -> file.substring(0, Math.max(0, slash));
                    default -> period;
                };
        return Finding.of(
                FindingCode.RETURN_HELD,
                Place.FILE,
                "sender",
                null,
                kind.word(),
                named(job, unit),
                provedUnit == null ? "unknown" : named(job, provedUnit),
                said,
                file,
                period);
    }

    /** It would replace what rests on stronger evidence. */
    public static Finding weaker(
            JobDefinition job,
            String file,
            String unit,
            String period,
            String counted,
            String evidence,
            String stronger) {
        return Finding.of(
                FindingCode.REPLACEMENT_HELD,
                Place.FILE,
                "sender",
                null,
                evidence,
                stronger,
                named(job, unit),
                counted,
                file,
                period);
    }

    private static String named(JobDefinition job, String code) {
        return job.roster()
                .byCode(code)
                .map(unit -> unit.name() + (job.language() == Language.ZH ? "（" + code + "）" : " (" + code + ")"))
                .orElse(code);
    }
}
