SELECT
    f.zh AS figure_zh, f.en AS figure_en,
    CASE WHEN r.part = 'denominator' THEN '分母' ELSE '分子' END AS part_zh,
    CASE WHEN r.part = 'denominator' THEN 'Denominator' ELSE 'Numerator' END AS part_en,
    r.name AS unit, r.file, r.sheet, r.cell, r.raw, r.sign * r.value AS value,
    CASE WHEN r.included THEN '是' ELSE '否' END AS included_zh,
    CASE WHEN r.included THEN 'Yes' ELSE 'No' END AS included_en,
    r.sha256
FROM mart.provenance r
JOIN returns.parameter p USING (period)
JOIN mart.figure f USING (figure)
ORDER BY r.figure_position, r.part DESC, r.position, r.unit, r.sheet, length(r.cell), r.cell
