-- $1 job, $2 period: what was open when the period was summarized last, the largest effect first.
SELECT kind, unit, fingerprint, figure_zh, figure_en, effect::DECIMAL(18, 9) AS effect, covered::DECIMAL(18, 9) AS covered
FROM outlook.open
WHERE job = $1 AND period = $2
ORDER BY "position"
