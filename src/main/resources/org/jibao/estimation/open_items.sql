SELECT position, kind, state, unit, name, fingerprint, figure, figure_zh, figure_en,
    effect::DECIMAL(38, 12) AS effect, covered::DECIMAL(38, 12) AS covered
FROM outlook.open
WHERE job = ? AND period = ?
ORDER BY position
