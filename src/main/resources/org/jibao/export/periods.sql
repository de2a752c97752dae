SELECT period, kind, year, number, start_date, end_date, due_date, closes_on, label_zh, label_en
FROM intake.period
WHERE job = ${job} AND ${only}
ORDER BY start_date
