package org.jibao.checking;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jibao.checking.CheckedReturn.Evidence;
import org.jibao.checking.CheckedReturn.Evidence.Kind;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MarkKey;
import org.jibao.definition.Senders;
import org.jibao.definition.Unit;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.Proof;
import org.jibao.reading.Reading;
import org.jibao.reading.content.ReturnDocument;
import org.jspecify.annotations.Nullable;

/**
 * Holds the unit that a return states against who sent it: the sender by the register of receipt, the code of its template's mark, and
 * the folder of the inbox in which it lies. A return that any of these contradicts says so in a finding. Thread-safe.
 */
public final class SenderEvidence {

    private final JobDefinition job;
    private final Senders senders;
    private final Optional<MarkKey> key;

    /** What one source says: the units that it names, or null where it says nothing. */
    private record Word(Kind kind, @Nullable Set<Unit> units) {}

    /** @param key of the marks of templates, or empty where none was ever made */
    public SenderEvidence(JobDefinition job, Optional<MarkKey> key) {
        this.job = job;
        this.senders = new Senders(job.roster());
        this.key = key;
    }

    public CheckedReturn judge(CheckedReturn checked) {
        if (!(checked.reading() instanceof Reading.Read read)) {
            return checked;
        }
        ReturnDocument document = read.document();
        List<Finding> findings = new ArrayList<>();
        Evidence evidence = of(document);
        if (evidence.against() != null) {
            findings.add(HeldFindings.against(
                    job,
                    document.file(),
                    document.unit(),
                    document.period(),
                    evidence.against(),
                    evidence.againstUnit()));
        }
        if (document.code() != null && byCode(document).units() == null) {
            findings.add(Finding.of(FindingCode.MARK_CODE_UNKNOWN, Place.FILE, "code", null));
        }
        findings.addAll(checked.findings());
        return new CheckedReturn(checked.reading(), findings, evidence);
    }

    private Evidence of(ReturnDocument document) {
        Kind confirmed = Kind.WORDS;
        Evidence.@Nullable Kind against = null;
        String named = null;
        // The strongest last.
        for (Word word : List.of(byFolder(document.file()), byCode(document), bySender(document))) {
            Set<Unit> units = word.units();
            if (units != null && speaksFor(document.unit(), word)) {
                confirmed = word.kind();
            } else if (units != null) {
                against = word.kind();
                named = units.stream().map(Unit::code).findFirst().orElse(null);
            }
        }
        return new Evidence(confirmed, against, named);
    }

    /** A parent sends from its own mailbox or folder; its template is another form than its unit's. */
    private boolean speaksFor(Unit stated, Word word) {
        Set<Unit> units = word.units() == null ? Set.of() : word.units();
        boolean byParent = word.kind() != Kind.CODE
                && job.receipt().parentSends()
                && units.stream().anyMatch(unit -> unit.code().equals(stated.parent()));
        return byParent || units.stream().anyMatch(unit -> unit.code().equals(stated.code()));
    }

    /**
     * An unknown sender contradicts a unit that has entries, and says nothing about a unit that has none. What a mail
     * says without proof confirms nothing, and can contradict all the same.
     */
    private Word bySender(ReturnDocument document) {
        String sender = document.file().sender();
        if (sender == null || sender.isBlank()) {
            return new Word(Kind.SENDER, null);
        }
        if (document.file().proof() == Proof.REFUTED) {
            return new Word(Kind.FORGED, Set.of());
        }
        Set<Unit> units = senders.unitsOf(sender);
        boolean expected = !document.unit().senders().isEmpty();
        Word word = new Word(
                document.file().proof() == Proof.PROVEN ? Kind.SENDER : Kind.CLAIM,
                units.isEmpty() && !expected ? null : units);
        boolean onlySays = word.kind() == Kind.CLAIM && word.units() != null && speaksFor(document.unit(), word);
        return onlySays ? new Word(Kind.CLAIM, null) : word;
    }

    /** One that is no unit's for this period says nothing: it may be of another year, or of a key that was lost. */
    private Word byCode(ReturnDocument document) {
        String code = document.code();
        if (code == null || key.isEmpty()) {
            return new Word(Kind.CODE, null);
        }
        Set<Unit> units = new LinkedHashSet<>();
        for (Unit unit : job.roster().units()) {
            if (key.get().proves(code, job.id(), unit.code(), document.period().code())) {
                units.add(unit);
            }
        }
        return new Word(Kind.CODE, units.isEmpty() ? null : units);
    }

    /**
     * The outermost folder that is named after one unit which owes the return: whoever may write into it may make folders in it. What is
     * a folder in a ZIP is the sender's own word.
     */
    private Word byFolder(InboxFile file) {
        for (String folder : file.folders()) {
            List<Unit> named = named(folder);
            if (named.size() == 1) {
                return new Word(Kind.FOLDER, Set.of(named.get(0)));
            }
        }
        return new Word(Kind.FOLDER, null);
    }

    private List<Unit> named(String folder) {
        String plain = Normalizer.normalize(folder, Normalizer.Form.NFC).strip();
        return job.roster().units().stream()
                .filter(job::owes)
                .filter(unit -> unit.code().equals(plain) || unit.name().equals(plain))
                .toList();
    }
}
