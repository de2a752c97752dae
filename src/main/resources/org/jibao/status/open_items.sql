-- $1 job, $2 period: what was open when the period was summarized last, the largest effect first. of_job: that the table speaks of the job.
SELECT kind, unit, fingerprint, figure_zh, figure_en, effect::DECIMAL(18, 9) AS effect, covered::DECIMAL(18, 9) AS covered
FROM ${table}
WHERE ${of_job} = $1 AND period = $2
ORDER BY "position"
