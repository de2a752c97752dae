-- What officers have answered to what was found.
SELECT f.submission, a.fingerprint, a.explanation, a.explained_by, a.explained_at
FROM (SELECT DISTINCT submission, fingerprint FROM package.findings) f
JOIN returns.explanation a ON (a.job, a.fingerprint) = (${job}, f.fingerprint)
WHERE a.answered_as = 'officer'
ORDER BY ALL
