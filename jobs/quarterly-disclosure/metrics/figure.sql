-- The figures of the leaders' page, the ranking and the trend, in order of display.
--   format:   count, rate (a fraction) or days
--   flow:     adds up over the quarters of a year; a stock, such as what is carried out, does not
--   minimum:  the least denominator with which a unit is ranked by it; 0 ranks everyone, NULL nobody
--   leaders:  stands on the leaders' page
SELECT *
FROM (VALUES
    (1, 'reporting_rate', '报送率', 'Reporting rate', '%', '%', 'rate', false, NULL, true),
    (2, 'on_time_rate', '按时报送率', 'Reporting rate on time', '%', '%', 'rate', false, NULL, true),
    (3, 'items', '主动公开信息', 'Items disclosed', '条', 'items', 'count', true, 0, true),
    (4, 'publications', '发布条次', 'Publications', '条次', 'publications', 'count', true, NULL, false),
    (5, 'timely_rate', '20个工作日内公开率', 'Disclosed within 20 working days', '%', '%', 'rate', true, 20, true),
    (6, 'documents_rate', '公文主动公开率', 'Documents disclosed', '%', '%', 'rate', true, 5, true),
    (7, 'requests_received', '新收公开申请', 'Requests received', '件', 'requests', 'count', true, NULL, true),
    (8, 'requests_handled', '办结公开申请', 'Requests handled', '件', 'requests', 'count', true, NULL, false),
    (9, 'requests_open', '结转下季申请', 'Requests carried out', '件', 'requests', 'count', false, NULL, true),
    (10, 'disclosure_rate', '申请公开率', 'Requests granted', '%', '%', 'rate', true, 5, true),
    (11, 'cases_received', '收到诉求', 'Cases received', '件', 'cases', 'count', true, NULL, true),
    (12, 'reply_rate', '答复率', 'Reply rate', '%', '%', 'rate', true, 20, false),
    (13, 'in_time_rate', '按时答复率', 'Answered in time', '%', '%', 'rate', true, 20, true),
    (14, 'message_reply_rate', '留言答复率', 'Messages replied to', '%', '%', 'rate', true, 10, false),
    (15, 'closing_rate', '办结率', 'Cases closed', '%', '%', 'rate', true, 20, true),
    (16, 'early_rate', '提前办结率', 'Closed early', '%', '%', 'rate', true, 20, false),
    (17, 'satisfaction_rate', '满意率', 'Satisfied', '%', '%', 'rate', true, 10, true),
    (18, 'days_taken', '平均办理工作日', 'Average working days taken', '天', 'days', 'days', true, NULL, false),
    (19, 'disputes', '复议诉讼案件', 'Disputes', '件', 'cases', 'count', false, NULL, true),
    (20, 'review_correction_rate', '行政复议纠错率', 'Corrected on review', '%', '%', 'rate', false, NULL, false),
    (21, 'suit_correction_rate', '行政诉讼纠错率', 'Corrected in court', '%', '%', 'rate', false, NULL, false)
) AS t (position, figure, zh, en, unit_zh, unit_en, format, flow, minimum, leaders)
