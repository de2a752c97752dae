SELECT 1 AS number, '收到的申请有所增加。' AS sentence
