-- One row: with what this summary is compared.
SELECT
    b.as_of AS published_at,
    CASE WHEN b.id IS NULL THEN '本期汇总首次发布，没有可比较的' ELSE '与上次发布的本期汇总比较' END AS basis_zh,
    CASE
        WHEN b.id IS NULL THEN 'The first summary of this period: there is nothing to compare it with'
        ELSE 'Compared with the summary of this period that was published last'
    END AS basis_en
FROM returns.parameter p
LEFT JOIN returns.last_publication b ON b.job = p.job
