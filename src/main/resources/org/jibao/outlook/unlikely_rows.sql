INSERT INTO outlook.unlikely
VALUES ${rows}
