SELECT 1 AS number, 'Ashdale received most requests.' AS sentence
