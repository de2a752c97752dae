-- The year beside its quarters: what differs first, then what cannot be compared.
SELECT
    q.name, CASE q."row" WHEN 'received' THEN '本年新收' WHEN 'carried_in' THEN '上年结转' ELSE '结转下年' END AS figure_zh,
    CASE q."row" WHEN 'received' THEN 'Received' WHEN 'carried_in' THEN 'Carried in' ELSE 'Carried out' END AS figure_en,
    q.annual, q.quarterly, q.annual - q.quarterly AS difference, q.quarters || '/' || q.needed AS quarters,
    CASE q.standing WHEN 'same' THEN '一致' WHEN 'differs' THEN '不一致' ELSE '不可比' END AS standing_zh,
    CASE q.standing WHEN 'same' THEN 'Same' WHEN 'differs' THEN 'Differs' ELSE 'Not comparable' END AS standing_en
FROM mart.annual_quarters q
JOIN returns.parameter p USING (period)
ORDER BY CASE q.standing WHEN 'differs' THEN 0 WHEN 'incomparable' THEN 1 ELSE 2 END, q.position, q.unit, q.row_position
