package org.jibao.store.function;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** The arguments with which the engine calls a function for a chunk of rows, by their place from 0. */
record Arguments(List<DuckDBReadableVector> vectors) {

    static Arguments of(DuckDBDataChunkReader chunk) {
        return new Arguments(IntStream.range(0, Math.toIntExact(chunk.columnCount()))
                .mapToObj(chunk::vector)
                .toList());
    }

    @Nullable
    LocalDate date(int place, long row) {
        DuckDBReadableVector vector = vectors.get(place);
        return vector.isNull(row) ? null : vector.getLocalDate(row);
    }

    @Nullable
    Long number(int place, long row) {
        DuckDBReadableVector vector = vectors.get(place);
        return vector.isNull(row) ? null : vector.getLong(row);
    }

    /** Whether it is true; NULL is not. */
    boolean flag(int place, long row) {
        return vectors.get(place).getBoolean(row, false);
    }
}
