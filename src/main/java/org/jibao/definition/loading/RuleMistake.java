package org.jibao.definition.loading;

import org.jibao.calendar.PeriodKind;
import org.jibao.finding.Text;

/** The words for mistakes in {@code from} and {@code subordinates} of {@code checks/*.yaml}. */
final class RuleMistake {

    private RuleMistake() {}

    static Text othersNeedGrid(String key) {
        return new Text(
                "%s 只用于 each: column、row 或 return".formatted(key),
                "%s goes with each: column, row or return".formatted(key));
    }

    static Text sameJob(String job) {
        return new Text(
                "from 要写另一个任务，“%s”就是本任务；与上期比较请用 previous.，与下级比较请用 subordinates".formatted(job),
                "from names another job, and \"%s\" is this one; for the period before write previous., for units below subordinates"
                        .formatted(job));
    }

    static Text longerPeriods(String job, PeriodKind theirs, PeriodKind ours) {
        return new Text(
                "“%s”的报告期（%s）比本任务的（%s）长，没有一期落在本期之内：请把规则写到报告期较长的任务里".formatted(job, theirs.word(), ours.word()),
                "the periods of \"%s\" (%s) are longer than this job's (%s), so none lies within one: write the rule in the job of the longer periods"
                        .formatted(job, theirs.word(), ours.word()));
    }

    static Text matchedById(String key) {
        return new Text(
                "each: %1$s 时，%1$s 按代号对应，不用写，请去掉".formatted(key),
                "with each: %1$s the %1$s is matched by id; leave %1$s out".formatted(key));
    }

    static Text nothingInCommon(String form, boolean rows) {
        return new Text(
                "“%s”与本表没有代号相同的%s，无从对应".formatted(form, rows ? "行" : "列"),
                "\"%s\" has no %s of the same id as this form's, so nothing matches"
                        .formatted(form, rows ? "row" : "column"));
    }
}
